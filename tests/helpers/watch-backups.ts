import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from '../../electron/files/file-system.ts';
import { whenFileEnds } from './when-file-ends.ts';
import { openWithoutKebu } from './without-kebu.ts';

/*
 * Every backup that a test makes is opened once more by programs that know nothing of Kebu. Starting them costs more than
 * a small backup does, so they open all of a test file together when it ends.
 */

const paperKeys = new Set<string>();
const known = new Set<string>();
const waiting: string[] = [];
let dir = '';
let opened = 0;
let failure: unknown = null;

/** A few pages of arguments at most. */
const atOnce = 200;

/** One of the keys by which the backups of this test file open. */
export function knowPaperKey(paperKey: string): void {
  paperKeys.add(paperKey);
}

/** A backup that was just made; a copy of one that is known already is none. */
export function noteBackup(bytes: Uint8Array): void {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (known.has(hash)) return;
  known.add(hash);
  dir ||= mkdtempSync(join(tmpdir(), 'kebu-made-'));
  const path = join(dir, `${hash}.kebu`);
  writeFileSync(path, bytes);
  waiting.push(path);
  if (waiting.length >= atOnce) openWaiting();
}

function openWaiting(): void {
  const paths = waiting.splice(0);
  if (paths.length === 0) return;
  opened += paths.length;
  try {
    openWithoutKebu(paths, paperKeys);
  } catch (error) {
    // Whoever made the last of them is not to blame.
    failure ??= error;
  } finally {
    rmSync(dir, { recursive: true });
    dir = '';
  }
}

/** Returns how many backups were made and opened; throws when one of them did not open. */
export function openNoted(): number {
  openWaiting();
  const found = failure;
  // The next file is not to blame either.
  failure = null;
  if (found !== null) throw found;
  return opened;
}

/** A disk on which no backup gets its name unnoticed. */
export function watchBackups<F extends FileSystem & { readonly unhurt?: FileSystem }>(files: F): F {
  // What is read here is no call of the app, and must not be the one that fails.
  const beneath = files.unhurt ?? files;
  return {
    ...files,
    async rename(from, to) {
      await files.rename(from, to);
      if (!to.endsWith('.kebu')) return;
      // A stick may be gone right after it.
      const bytes = await beneath.readFile(to).catch(() => null);
      if (bytes) noteBackup(bytes);
    },
  };
}

// The table of faults does without vitest, and opens them itself.
whenFileEnds(openNoted);
