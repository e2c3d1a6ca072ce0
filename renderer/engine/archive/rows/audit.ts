import type { Reason } from '#shared/changes/reasons.ts';
import { summarizeChanges, type ChangedOne } from '#shared/changes/summarize.ts';
import type { AnyRecord } from '#shared/domain/tables.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { AuditRow } from '../../../db/tables.ts';
import type { JournaledSet } from '../journal/journal-reader.ts';
import type { Vault } from './vault.ts';

/** What the audit list keeps of a change set; its content stays in the journal, from frame `firstSeq` to `seq`. */
export interface AuditEntry {
  changeSetId: string;
  firstSeq: number;
  seq: number;
  at: string;
  reason: Reason;
  target?: string | undefined;
  counts: Counts;
  /** Records that were not there before, or lay in the bin: so many go when the set is taken back. Entries that an older Kebu stored do not say. */
  arrived?: number;
  customerId?: CustomerId | undefined;
  /** Absent where several records were changed, and in what an older Kebu stored. */
  one?: ChangedOne | undefined;
  /** Taken back, and not put back since. */
  undone: boolean;
  /** Of the archive when it was stored; entries that an older Kebu stored do not say. */
  generation?: number;
}

export function auditEntryOf({ set, firstSeq, seq }: JournaledSet, generation: number): AuditEntry {
  const { id: changeSetId, at, reason, target } = set;
  const { counts, customerId, one } = summarizeChanges(set.changes);
  const arrived = set.changes.filter(({ before, after }) => isGone(before) && !isGone(after)).length;
  const about = { counts, arrived, customerId, one };
  return { changeSetId, firstSeq, seq, at, reason, target, ...about, undone: false, generation };
}

function isGone(record: AnyRecord | null): boolean {
  return record === null || record.deletedAt !== undefined;
}

export function sealAuditEntry(vault: Vault, entry: AuditEntry): AuditRow {
  const { seq, changeSetId } = entry;
  return { seq, changeSetId, ...vault.seal('audit', auditRowId(seq, changeSetId), seq, entry) };
}

/** `null` for a damaged row: the list then lacks an entry, the journal does not. */
export function openAuditEntry(vault: Vault, row: AuditRow): AuditEntry | null {
  const opened = vault.open('audit', auditRowId(row.seq, row.changeSetId), row);
  return opened.ok ? (opened.value as AuditEntry) : null;
}

export function auditRowId(seq: number, changeSetId: string): string {
  return `${seq}/${changeSetId}`;
}
