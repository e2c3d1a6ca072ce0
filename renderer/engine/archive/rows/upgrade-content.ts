import { contentVersion } from '#shared/archive/content.ts';
import { upgradeRecord } from '#shared/archive/upgrade.ts';
import type { Change } from '#shared/changes/change-set.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { dossierTables, type AnyRecord, type Table } from '#shared/domain/tables.ts';
import type { DossierRecord, PartContent } from './dossier-file.ts';

type Up = (table: Table | 'history', record: unknown, from: number) => unknown;

/** A change of content version `from` in the present meaning: both sides, and the past that a record brings along. */
export function upgradeChange(change: Change, from: number, up: Up = upgradeRecord): Change {
  if (from === contentVersion) return change;
  const { table, customerId, before, after, history } = change;
  return {
    ...change,
    before: before && upgradeOne(table, before, from, up),
    after: after && upgradeOne(table, after, from, up),
    ...(history && { history: upgradeHistory(customerId ?? '', history, from, up) }),
  };
}

/** Likewise what one part of a dossier holds. */
export function upgradePart(
  customerId: string,
  content: PartContent,
  from: number,
  up: Up = upgradeRecord,
): PartContent {
  if (from === contentVersion) return content;
  const upgraded: PartContent = {};
  for (const table of dossierTables) {
    const records = content[table];
    if (records) (upgraded[table] as DossierRecord[]) = records.map((record) => upgradeOne(table, record, from, up));
  }
  if (content.history) upgraded.history = upgradeHistory(customerId, content.history, from, up);
  return upgraded;
}

export function upgradeOne<R extends AnyRecord>(table: Table, record: R, from: number, up: Up = upgradeRecord): R {
  return up(table, record, from) as R;
}

function upgradeHistory(customerId: string, entries: FieldHistoryEntry[], from: number, up: Up): FieldHistoryEntry[] {
  return (up('history', { customerId, entries }, from) as { entries: FieldHistoryEntry[] }).entries;
}
