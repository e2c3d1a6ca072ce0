import type { ImportBatch } from '../../domain/import-batch/import-batch.ts';
import type { Layout } from '../find-header.ts';
import type { TableReads } from '../read-table.ts';
import type { ArchiveLookup, Counts, FileFacts, ImportPlan, PlanOptions } from './plan.ts';
import { planContacts } from './plan-contacts.ts';
import { planCustomers } from './plan-customers.ts';
import { planInteractions } from './plan-interactions.ts';
import { planRelations } from './plan-relations.ts';
import { planOrders } from './plan-orders.ts';
import type { KindPlan } from './row-ledger.ts';

/**
 * What importing a table would do, row by row, without doing it. Reads the archive through `lookup` only; the same file
 * against its own result plans nothing.
 */
export async function planImport(
  reads: TableReads,
  layout: Layout,
  facts: FileFacts,
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<ImportPlan> {
  const { ledger, edits, newCustomers } = await planKind(reads, lookup, options);
  const { rows, counts } = ledger.close();
  const receipt = receiptOf({ ...facts, id: options.batchId, kind: reads.kind, layout, rowsRead: rows.length, counts });
  return {
    kind: reads.kind,
    // An import that changes nothing leaves no trace, not even a receipt to be undone.
    edits: edits.length === 0 ? [] : [{ table: 'importBatch', id: options.batchId, after: receipt }, ...edits],
    rows,
    counts,
    newCustomers,
    receipt,
  };
}

interface Received extends FileFacts, Pick<ImportBatch, 'id' | 'kind' | 'rowsRead'> {
  layout: Layout;
  counts: Counts;
}

/** The receipt of a file that came in, or of what was decided about it. */
export function receiptOf({ layout, counts, fileName, ...rest }: Received): ImportPlan['receipt'] {
  return { ...rest, fileName: fileName.slice(0, 255), mapping: describeMapping(layout), ...counts };
}

function planKind(reads: TableReads, lookup: ArchiveLookup, options: PlanOptions): Promise<KindPlan> {
  switch (reads.kind) {
    case 'customers':
      return planCustomers(reads, lookup, options);
    case 'contacts':
      return planContacts(reads.rows, reads.lines, lookup, options);
    case 'orders':
      return planOrders(reads.rows, reads.lines, lookup, options);
    case 'interactions':
      return planInteractions(reads.rows, reads.lines, lookup, options);
    case 'relations':
      return planRelations(reads.rows, reads.lines, lookup, options);
  }
}

/** Column number and header → target. The number keeps equal headers apart, and `__proto__` harmless. */
function describeMapping({ header, targets }: Layout): Record<string, string> {
  return Object.fromEntries(
    header.map((text, column) => [`${column + 1} ${text}`.slice(0, 200), (targets[column] ?? 'ignore').slice(0, 60)]),
  );
}
