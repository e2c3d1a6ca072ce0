import type { ArchiveStore } from '../../../db/archive-store.ts';
import type { DossierKey } from '../../../db/tables.ts';
import type { ArchiveWriter } from '../archive-writer.ts';
import { auditRows, isWholeAudit } from './audit-rows.ts';
import { dossierRowId } from './cabinet.ts';
import { catalogueRowId } from './catalogue.ts';
import { areSameRows, RowTally } from './row-totals.ts';
import type { Vault } from './vault.ts';
import { Pace, type Lull } from '../work-queue.ts';

/** Rows read at a time. */
const batchRows = 200;
const strideMs = 4;

export type RowFindings =
  /** Something was written meanwhile; nothing can be said. */
  | { found: 'interrupted' }
  | { found: 'intact'; rows: number }
  /** These dossiers have rows that do not open; everything else is as it was written. */
  | { found: 'damaged-dossiers'; customerIds: ReadonlySet<string> }
  /** Rows are missing, come from another time, or do not open where nothing can be put right one by one. */
  | { found: 'other-rows' };

/**
 * Reads every row of the database, verifies its tag in its place, and adds all of them up against what was written. Takes
 * seconds where there are many, and with a lull goes on only while nobody asks for anything.
 */
export async function checkRows(
  store: ArchiveStore,
  vault: Vault,
  writer: ArchiveWriter,
  lull?: Pick<Lull, 'wait'>,
): Promise<RowFindings> {
  const { transactions } = writer;
  const tally = new RowTally();
  const damaged = new Set<string>();
  const pace = new Pace(strideMs, lull);
  let opensElsewhere = true;
  const isInterrupted = () => writer.transactions !== transactions;

  let after: DossierKey | null = null;
  do {
    const rows = await store.scanDossiers(after, batchRows);
    if (isInterrupted()) return { found: 'interrupted' };
    for (const row of rows) {
      tally.add('dossiers', row, row.v);
      if (!vault.verify('dossiers', dossierRowId(row.customerId, row.part), row)) damaged.add(row.customerId);
      await pace.step();
    }
    const last = rows.at(-1);
    after = last && rows.length === batchRows ? [last.customerId, last.part] : null;
  } while (after);

  for (const row of await store.readCatalogue()) {
    tally.add('catalogue', row, row.v);
    opensElsewhere &&= vault.verify('catalogue', catalogueRowId(row.table, row.id), row);
  }
  for await (const row of auditRows(store)) {
    tally.add('audit', row, row.v);
    opensElsewhere &&= isWholeAudit(vault, row);
    await pace.step();
  }

  if (isInterrupted()) return { found: 'interrupted' };
  const totals = tally.totals();
  if (!opensElsewhere || !areSameRows(totals, writer.totals)) return { found: 'other-rows' };
  if (damaged.size > 0) return { found: 'damaged-dossiers', customerIds: damaged };
  return { found: 'intact', rows: totals.dossiers.rows + totals.catalogue.rows + totals.audit.rows };
}
