import type { Table } from '../../formats/table.ts';
import { describeColumns } from '../row-reader.ts';
import type { Layout } from '../find-header.ts';
import type { ArchiveLookup, FileFacts, ImportPlan, PlanOptions } from './plan.ts';
import { planCustomers } from './plan-customers.ts';
import { planInteractions } from './plan-interactions.ts';
import { planOrders } from './plan-orders.ts';

const planners = { customers: planCustomers, orders: planOrders, interactions: planInteractions };

/**
 * What importing a table would do, row by row, without doing it. `table` holds the rows below the header. Reads the
 * archive through `lookup` only; the same file against its own result plans nothing.
 */
export async function planImport(
  table: Table,
  layout: Layout,
  facts: FileFacts,
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<ImportPlan> {
  const columns = describeColumns(layout.header, layout.targets, table.rows, options.today);
  const { ledger, edits, newCustomers } = await planners[layout.kind](table, columns, lookup, options);
  const { rows, counts } = ledger.close();
  const receipt = {
    id: options.batchId,
    fileName: facts.fileName.slice(0, 255),
    sha256: facts.sha256,
    sizeBytes: facts.sizeBytes,
    encoding: facts.encoding,
    kind: layout.kind,
    mapping: describeMapping(layout),
    rowsRead: rows.length,
    ...counts,
  };
  return {
    kind: layout.kind,
    edits: [{ table: 'importBatch', id: options.batchId, after: receipt }, ...edits],
    rows,
    counts,
    newCustomers,
    receipt,
  };
}

/** Column number and header → target. The number keeps equal headers apart, and `__proto__` harmless. */
function describeMapping({ header, targets }: Layout): Record<string, string> {
  return Object.fromEntries(
    header.map((text, column) => [`${column + 1} ${text}`.slice(0, 200), (targets[column] ?? 'ignore').slice(0, 60)]),
  );
}
