import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { auditEntrySchema, type AuditCheck, type AuditDetail, type AuditEntry } from '#shared/audit/audit-entry.ts';

export const noHash = '0'.repeat(64);

/** Where the log ended when a key vouched for it. */
export const auditEndSchema = z.strictObject({
  n: z.int().min(0),
  hash: z.string().length(64),
  mac: z.string().length(64),
});
export type AuditEnd = z.infer<typeof auditEndSchema>;

/** The entry that follows `last`. `key` is there while the archive is open. */
export function chainEntry(
  last: Pick<AuditEntry, 'n' | 'hash'>,
  content: { at: string; event: AuditEntry['event']; detail: AuditDetail },
  key: Uint8Array | null,
): AuditEntry {
  const unsealed = { n: last.n + 1, ...content, previous: last.hash };
  const hash = hashOf(unsealed);
  return { ...unsealed, hash, mac: key && macOf(key, hash) };
}

export function endOf({ n, hash }: Pick<AuditEntry, 'n' | 'hash'>, key: Uint8Array): AuditEnd {
  return { n, hash, mac: macOf(key, `end ${n} ${hash}`) };
}

/**
 * Finds the first entry that is not what was written. Lines are given as they stand in the file. A changed entry shows by
 * its hash, one with a new hash by its MAC and by the entry after it, a shortened log by `end`, and one that was put back
 * together with `end` by the witnesses.
 *
 * @param witnesses ends of earlier times that lie elsewhere; those under another key are not of this log
 */
export function checkChain(
  lines: readonly string[],
  end: AuditEnd | null,
  key: Uint8Array,
  witnesses: readonly AuditEnd[] = [],
): AuditCheck {
  let last = { n: 0, hash: noHash };
  let hashAtEnd = noHash;
  const brokenAt = (why: 'changed' | 'missing'): AuditCheck => ({
    entries: lines.length,
    broken: { n: last.n + 1, why },
  });
  for (const line of lines) {
    const entry = parseLine(line);
    if (!entry) return brokenAt('changed');
    const { hash, mac, ...unsealed } = entry;
    if (hashOf(unsealed) !== hash || (mac !== null && !isSame(mac, macOf(key, hash)))) return brokenAt('changed');
    if (entry.n !== last.n + 1 || entry.previous !== last.hash) return brokenAt('missing');
    last = entry;
    if (entry.n === end?.n) hashAtEnd = hash;
  }
  if (!end) return last.n === 0 ? { entries: 0, broken: null } : brokenAt('missing');
  if (!isSame(end.mac, endOf(end, key).mac)) return brokenAt('changed');
  if (end.n > last.n) return brokenAt('missing');
  if (end.n > 0 && hashAtEnd !== end.hash) return { entries: lines.length, broken: { n: end.n, why: 'changed' } };
  for (const witness of witnesses) {
    if (!isSame(witness.mac, endOf(witness, key).mac)) continue;
    if (witness.n > last.n) return brokenAt('missing');
    const seen = parseLine(lines[witness.n - 1] ?? '')?.hash;
    if (seen !== witness.hash) return { entries: lines.length, broken: { n: witness.n, why: 'changed' } };
  }
  return { entries: lines.length, broken: null };
}

export function parseLine(line: string): AuditEntry | null {
  try {
    return auditEntrySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function hashOf({ n, at, event, detail, previous }: Omit<AuditEntry, 'hash' | 'mac'>): string {
  return createHash('sha256')
    .update(JSON.stringify([n, at, event, Object.entries(detail).sort(byName), previous]))
    .digest('hex');
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function macOf(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
