import { basename } from 'node:path';
import type { Handlers } from '#shared/ipc/contract.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import type { Ports } from '../ports.ts';

export function createFileHandlers({ dialogs, files }: Pick<Ports, 'dialogs' | 'files'>): Pick<Handlers, 'files/save'> {
  return {
    async 'files/save'({ suggestedName, content }) {
      const path = await dialogs.chooseSavePath(asFileName(suggestedName));
      if (path === null) return { savedAs: null };
      await writeAtomically(files, path, content).catch((error: unknown) => describeWriteFailure(error));
      return { savedAs: basename(path) };
    },
  };
}

/** A name that every system takes, and that cannot lead out of the folder the user chooses. */
export function asFileName(text: string): string {
  const name = text
    // Separators, what Windows forbids, control characters, and those that turn the reading direction around.
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  if (!name) return 'kebu';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `kebu-${name}` : name;
}
