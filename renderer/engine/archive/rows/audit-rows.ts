import type { StoreTotals } from '#shared/ipc/contract.ts';
import type { ArchiveStore, KeptAudit } from '../../../db/archive-store.ts';
import type { AuditRow } from '../../../db/tables.ts';
import { auditRowId, openAuditEntry } from './audit.ts';
import { RowTally } from './row-totals.ts';
import type { Vault } from './vault.ts';

const atOnce = 200;

/** The rows of the audit list before a frame, newest first. */
export async function* auditRows(
  store: ArchiveStore,
  before = Number.MAX_SAFE_INTEGER,
  pageRows = atOnce,
): AsyncGenerator<AuditRow> {
  for (let next = before; ; ) {
    const rows = await store.readAudit(next, pageRows);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    next = last.seq;
  }
}

/** Whether an audit row is, bit by bit, what was written for its place. */
export function isWholeAudit(vault: Vault, row: AuditRow): boolean {
  return vault.verify('audit', auditRowId(row.seq, row.changeSetId), row);
}

/**
 * The newest change after `afterSeq` that a sealed row proves this generation of the archive to have; 0 when none does.
 * Whatever became of the database otherwise, nobody without the key could have made that row.
 */
export async function provenSeqAfter(
  store: ArchiveStore,
  vault: Vault,
  afterSeq: number,
  generation: number,
): Promise<number> {
  for await (const row of auditRows(store)) {
    if (row.seq <= afterSeq) return 0;
    const entry = openAuditEntry(vault, row);
    if (entry && (entry.generation ?? generation) >= generation) return row.seq;
  }
  return 0;
}

/**
 * What of the audit list tells of changes that the journal does not hold any more, and what the database is without the rest.
 * Entries of another generation tell of changes that a restore undid; `keepsUndated` says what becomes of those that do not
 * say theirs.
 */
export async function auditBefore(
  store: ArchiveStore,
  vault: Vault,
  firstSeq: number,
  { generation, keepsUndated }: { generation: number; keepsUndated: boolean },
): Promise<{ kept: KeptAudit; totals: StoreTotals }> {
  const tally = new RowTally();
  const exceptSeqs: number[] = [];
  for await (const row of auditRows(store, firstSeq)) {
    const entry = openAuditEntry(vault, row);
    const isKept = entry && (entry.generation === undefined ? keepsUndated : entry.generation === generation);
    if (isKept) tally.add('audit', row, row.seq);
    else exceptSeqs.push(row.seq);
  }
  return { kept: { upToSeq: firstSeq - 1, exceptSeqs }, totals: tally.totals() };
}
