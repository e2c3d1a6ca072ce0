import type { AuditCheck, AuditDetail, AuditEntry, AuditEvent } from '#shared/audit/audit-entry.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import type { ArchivePaths } from '../files/archive-paths.ts';
import { writeAll, type FileSystem } from '../files/file-system.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';
import { readIfThere } from '../files/read-if-there.ts';
import type { Clock } from '../ports.ts';
import { auditEndSchema, chainEntry, checkChain, endOf, noHash, parseLine, type AuditEnd } from './chain.ts';

export interface AuditLog {
  /** Appends an entry. Never rejects: what could not be written is counted in the next entry. */
  note(event: AuditEvent, detail?: AuditDetail): Promise<void>;
  /** Entries before number `before`, newest first. What cannot be read is left out; `check` names it. */
  read(before: number, limit: number): Promise<AuditEntry[]>;
  check(key: Uint8Array, witnesses: readonly AuditEnd[]): Promise<AuditCheck>;
  /** The whole log, oldest first. */
  all(): Promise<AuditEntry[]>;
}

interface Tail {
  sizeBytes: number;
  last: Pick<AuditEntry, 'n' | 'hash'>;
  /** A line that a power cut left unfinished comes after it. */
  isTorn: boolean;
}

/**
 * The audit log of an archive: one line of JSON each, chained by hashes, vouched for by a key while the archive is open.
 * `withKey` hands out the key as long as there is one.
 */
export function createAuditLog(
  files: FileSystem,
  clock: Clock,
  paths: ArchivePaths,
  withKey: <T>(use: (key: Uint8Array | null) => T) => T,
): AuditLog {
  const inOrder = createOrder();
  let missed = 0;
  /** What `mend` found last, as long as the file has that size. */
  let tail: Tail | null = null;

  async function readLog(): Promise<Uint8Array> {
    return (await readIfThere(files, paths.audit)) ?? new Uint8Array();
  }

  async function readLines(): Promise<string[]> {
    return new TextDecoder()
      .decode(await readLog())
      .split('\n')
      .filter((line) => line !== '');
  }

  /** Where the last whole line ends. */
  async function mend(): Promise<Tail> {
    if (tail && (await files.stat(paths.audit))?.sizeBytes === tail.sizeBytes) return tail;
    const bytes = await readLog();
    const sizeBytes = bytes.lastIndexOf(0x0a) + 1;
    const lines = new TextDecoder().decode(bytes.subarray(0, sizeBytes)).split('\n');
    const last = parseLine(lines.at(-2) ?? '') ?? { n: Math.max(0, lines.length - 1), hash: noHash };
    return { sizeBytes, last, isTorn: sizeBytes < bytes.length };
  }

  async function append(event: AuditEvent, detail: AuditDetail): Promise<void> {
    // An archive that is not there, or not yet, has no log.
    if (!(await files.stat(paths.dir))) return;
    const { sizeBytes, last, isTorn } = await mend();
    tail = null;
    const at = clock.now().toISOString();
    const entries: AuditEntry[] = [];
    const chain = (happened: AuditEvent, more: AuditDetail) => {
      entries.push(withKey((key) => chainEntry(entries.at(-1) ?? last, { at, event: happened, detail: more }, key)));
    };
    if (isTorn) chain('log-torn', {});
    chain(event, missed > 0 ? { ...detail, missed } : detail);
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    const file = await files.open(paths.audit, (await files.stat(paths.audit)) ? 'write' : 'create');
    try {
      await writeAll(file, new TextEncoder().encode(text), sizeBytes);
      await file.truncate(sizeBytes + Buffer.byteLength(text));
      await file.sync();
    } finally {
      await file.close();
    }
    missed = 0;
    const newest = entries.at(-1) ?? last;
    tail = { sizeBytes: sizeBytes + Buffer.byteLength(text), last: newest, isTorn: false };
    const end = withKey((key) => key && endOf(newest, key));
    if (end) await writeJson(files, paths.auditEnd, end);
  }

  return {
    note: (event, detail = {}) =>
      inOrder(() => append(event, detail)).catch(() => {
        missed += 1;
      }),
    read: (before, limit) =>
      inOrder(async () => {
        const entries = (await readLines()).flatMap((line) => parseLine(line) ?? []);
        return entries
          .filter(({ n }) => n < before)
          .slice(-limit)
          .reverse();
      }),
    check: (key, witnesses) =>
      inOrder(async () => {
        const end = await readJsonIfGood(files, paths.auditEnd, auditEndSchema);
        return checkChain(await readLines(), end, key, witnesses);
      }),
    all: () => inOrder(async () => (await readLines()).flatMap((line) => parseLine(line) ?? [])),
  };
}
