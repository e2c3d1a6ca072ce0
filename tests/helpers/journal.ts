import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { asKey } from '#shared/crypto/keys.ts';
import { nodeFileSystem, type FileSystem } from '../../electron/files/file-system.ts';
import type { FrameInput, Journal, JournalOptions } from '../../electron/journal/journal.ts';
import { createJournal, openJournal } from '../../electron/journal/open-journal.ts';

export const journalPaths = (dir: string) => ({ journal: join(dir, 'journal'), keptAside: join(dir, 'kept-aside') });

export function journalOptions(dir: string, change: Partial<JournalOptions> = {}): JournalOptions {
  return {
    files: nodeFileSystem,
    clock: { now: () => new Date('2026-11-21T08:00:00.000Z') },
    paths: journalPaths(dir),
    archiveId: 'archive-of-tests',
    key: asKey(new Uint8Array(32).fill(9), 'journal'),
    ...change,
  };
}

export async function aJournal(dir: string, change: Partial<JournalOptions> = {}): Promise<Journal> {
  await createJournal(journalOptions(dir, change));
  return reopen(dir, change);
}

/** Opens the journal in a folder. On the real disk it is closed with the test, if not before. */
export async function reopen(dir: string, change: Partial<JournalOptions> = {}): Promise<Journal> {
  const journal = await openJournal(journalOptions(dir, change));
  if (!change.files) onTestFinished(() => journal.close());
  return journal;
}

export const payloadOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A whole change set in one frame. */
export function aFrame(afterSeq: number, change: Partial<FrameInput> = {}): FrameInput {
  const changeSetId = `change-${afterSeq + 1}`;
  return {
    afterSeq,
    changeSetId,
    last: true,
    payload: payloadOf(changeSetId),
    counts: { customer: afterSeq + 1 },
    ...change,
  };
}

/** Everything that can be read, as text. */
export async function textsOf(journal: Journal): Promise<string[]> {
  const texts: string[] = [];
  let next: number | null = journal.status().firstSeq;
  while (next !== null) {
    const { frames, nextSeq } = await journal.read(next);
    texts.push(...frames.map((frame) => new TextDecoder().decode(frame.payload)));
    next = nextSeq;
  }
  return texts;
}

export function segmentsIn(dir: string): string[] {
  return readdirSync(journalPaths(dir).journal).sort();
}

/** Counts the syncs of files. */
export function countingSyncs(inner: FileSystem): FileSystem & { syncs(): number } {
  let syncs = 0;
  return {
    ...inner,
    syncs: () => syncs,
    async open(path, mode) {
      const file = await inner.open(path, mode);
      return {
        ...file,
        sync: () => {
          syncs += 1;
          return file.sync();
        },
      };
    },
  };
}
