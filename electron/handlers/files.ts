import { basename } from 'node:path';
import { failWith } from '#shared/errors/app-error.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import type { Ports } from '../ports.ts';

/** More than any list of customers that a spreadsheet opens. */
const mostGatheredBytes = 1024 * 1024 * 1024;

type FileHandlers = Pick<Handlers, 'files/gather' | 'files/save' | 'files/save-pdf'>;

export function createFileHandlers({
  dialogs,
  files,
  printToPdf,
}: Pick<Ports, 'dialogs' | 'files' | 'printToPdf'>): FileHandlers {
  let gathered: { id: string; pieces: Uint8Array[]; sizeBytes: number } | null = null;
  const takeGathered = (id: string | undefined): readonly Uint8Array[] => {
    if (id === undefined) return [];
    const taken = gathered;
    gathered = null;
    return taken?.id === id ? taken.pieces : failWith('files/write-failed', { reason: 'incomplete' });
  };
  return {
    async 'files/gather'({ gatherId, content }) {
      if (gathered?.id !== gatherId) gathered = { id: gatherId, pieces: [], sizeBytes: 0 };
      gathered.sizeBytes += content.length;
      if (gathered.sizeBytes > mostGatheredBytes) {
        gathered = null;
        failWith('files/write-failed', { reason: 'EFBIG' });
      }
      gathered.pieces.push(content);
      return {};
    },

    async 'files/save'({ suggestedName, content, gatherId }) {
      const pieces = [...takeGathered(gatherId), content];
      const path = await dialogs.chooseSavePath(asFileName(suggestedName));
      if (path === null) return { savedAs: null };
      await writeAtomically(files, path, Buffer.concat(pieces)).catch((error: unknown) => describeWriteFailure(error));
      return { savedAs: basename(path) };
    },

    async 'files/save-pdf'({ suggestedName }) {
      if (printToPdf === null) return { outcome: 'unavailable' };
      // Drawn before the dialog opens, so that it is what stood in the preview.
      const content = await printToPdf();
      const path = await dialogs.chooseSavePath(asFileName(suggestedName));
      if (path === null) return { outcome: 'cancelled' };
      await writeAtomically(files, path, content).catch((error: unknown) => describeWriteFailure(error));
      return { outcome: 'saved' };
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
