import type { CardsOfTable, Table } from '../formats/table.ts';
import type { Layout } from './find-header.ts';
import { gatherCustomers, type GatheredCustomers } from './plan/customer-entities.ts';
import { readCustomer, type CustomerRow } from './read-customer.ts';
import { readInteraction, type InteractionRow } from './read-interaction.ts';
import { fillDownOrder, readOrder, type OrderRow } from './read-order.ts';
import { readPerson, type PersonRow } from './read-person.ts';
import { readRelation, type RelationRow } from './read-relation.ts';
import { describeColumns, skippedAs, type Columns, type ReadOptions } from './row-reader.ts';
import type { Problem, ProblemCode } from './problems.ts';
import type { ReadRow } from './read-row.ts';

/** Every row of a table as what it is about; `lines` says where each stands in the file. */
export type TableReads = { lines: readonly number[] } & (
  | { kind: 'customers'; rows: ReadRow<CustomerRow>[]; gathered: GatheredCustomers; isOfCards: boolean }
  | { kind: 'contacts'; rows: ReadRow<PersonRow>[] }
  | { kind: 'orders'; rows: ReadRow<OrderRow>[] }
  | { kind: 'interactions'; rows: ReadRow<InteractionRow>[] }
  | { kind: 'relations'; rows: ReadRow<RelationRow>[] }
);

const reportEvery = 1_000;

/** Reads the rows below the header once, for the preview and for the plan. `onRows` may wait, and may throw to stop. */
export async function readTable(
  table: Table,
  layout: Layout,
  options: ReadOptions,
  onRows: (done: number, total: number) => Promise<void>,
): Promise<TableReads> {
  const columns = describeColumns(layout.header, layout.targets, table.rows, options);
  const { lines } = table;
  switch (layout.kind) {
    case 'customers': {
      const rows = await each(table, columns, onRows, (cells) => readCustomer(cells, columns, options));
      const gathered = await gatherCustomers(rows, false, () => onRows(rows.length, rows.length));
      return { kind: 'customers', lines, rows, gathered, isOfCards: table.cards !== undefined };
    }
    case 'contacts':
      return {
        kind: 'contacts',
        lines,
        rows: await each(table, columns, onRows, (cells) => readPerson(cells, columns, options)),
      };
    case 'orders': {
      let before: readonly string[] | undefined;
      const read = (cells: readonly string[]): OrderRow => {
        before = fillDownOrder(cells, before, columns);
        return readOrder(before, columns, options);
      };
      return { kind: 'orders', lines, rows: await each(table, columns, onRows, read) };
    }
    case 'interactions':
      return {
        kind: 'interactions',
        lines,
        rows: await each(table, columns, onRows, (cells) => readInteraction(cells, columns, options)),
      };
    case 'relations':
      return {
        kind: 'relations',
        lines,
        rows: await each(table, columns, onRows, (cells) => readRelation(cells, columns, options)),
      };
  }
}

async function each<T extends { problems: Problem[] }>(
  table: Table,
  columns: Columns,
  onRows: (done: number, total: number) => Promise<void>,
  read: (cells: readonly string[]) => T,
): Promise<ReadRow<T>[]> {
  const rows: ReadRow<T>[] = [];
  for (const [index, cells] of table.rows.entries()) {
    if (index % reportEvery === 0) await onRows(index, table.rows.length);
    const line = table.lines[index] ?? 0;
    const skipped = table.cards ? skippedCard(table.cards, line) : skippedAs(cells, columns.header);
    if (skipped) {
      rows.push({ skipped });
      continue;
    }
    const row = read(cells);
    if (table.cards?.cut.has(line)) row.problems.push({ code: 'card/cut', severity: 'error' });
    const ragged = table.isDelimited ? raggedness(cells, columns.header.length) : undefined;
    if (ragged) row.problems.push(ragged);
    rows.push({ read: row });
  }
  return rows;
}

function skippedCard({ groups }: CardsOfTable, number: number): ProblemCode | undefined {
  return groups.has(number) ? 'card/group' : undefined;
}

/** A row with cells beyond the header, or without its last ones: a delimiter or a line break too many stood in a cell. */
function raggedness(cells: readonly string[], width: number): Problem | undefined {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '').length;
  if (extra > 0) return { code: 'row/too-long', severity: 'warning', values: { extra } };
  const missing = width - cells.length;
  return missing > 0 ? { code: 'row/too-short', severity: 'warning', values: { missing } } : undefined;
}
