import { appError, type AppError } from '#shared/errors/app-error.ts';
import type { Table } from '#shared/formats/table.ts';
import {
  describeCustomer,
  describeInteraction,
  describeOrder,
  describePerson,
  describeRelation,
  type RowFacts,
} from '#shared/imports/describe-row.ts';
import type { Layout } from '#shared/imports/find-header.ts';
import { countSamePeople } from '#shared/imports/plan/plan-contacts.ts';
import { hasError, type Problem } from '#shared/imports/problems.ts';
import type { ReadOptions } from '#shared/imports/row-reader.ts';
import type { TableReads } from '#shared/imports/read-table.ts';
import { ProblemTally } from '#shared/imports/summary.ts';
import type { FileDescription, Preview, PreviewColumn } from './protocol.ts';

const shownRows = 50;
const topRows = 20;
const shownSamples = 4;

/** Gathers what the user should see of a file before anything is planned. */
export function buildPreview(
  file: FileDescription,
  table: Table,
  layout: Layout,
  reads: TableReads,
  options: Pick<ReadOptions, 'language' | 'currency' | 'words'>,
): Preview {
  const below = rowsBelow(table, layout);
  const tally = new ProblemTally();
  const count = { failed: 0, skipped: 0 };
  reads.rows.forEach((row, index) => {
    const problems: readonly Problem[] = row.read ? row.read.problems : [{ code: row.skipped, severity: 'skip' }];
    tally.add(below.lines[index] ?? 0, problems, below.rows[index] ?? []);
    if (!row.read) count.skipped++;
    else if (hasError(problems)) count.failed++;
  });
  return {
    file,
    kind: layout.kind,
    headerLine: layout.headerRow < 0 ? 0 : (table.lines[layout.headerRow] ?? 0),
    top: table.rows.slice(0, topRows).map((cells, index) => ({ line: table.lines[index] ?? 0, cells })),
    columns: describePreviewColumns(layout, below),
    rows: below.rows.slice(0, shownRows).map((cells, index) => ({
      line: below.lines[index] ?? 0,
      cells,
      facts: describeRow(reads, index, options),
      problems: reads.rows[index]?.read?.problems ?? [],
    })),
    totalRows: below.rows.length,
    problems: tally.groups(),
    failedRows: count.failed,
    skippedRows: count.skipped,
    duplicateRows: countDuplicates(reads),
    error: errorOf(layout, below),
  };
}

function describeRow(
  reads: TableReads,
  index: number,
  options: Pick<ReadOptions, 'language' | 'currency' | 'words'>,
): RowFacts {
  switch (reads.kind) {
    case 'customers': {
      const read = reads.rows[index]?.read;
      return read ? describeCustomer(read, options) : [];
    }
    case 'contacts': {
      const read = reads.rows[index]?.read;
      return read ? describePerson(read, options.language) : [];
    }
    case 'orders': {
      const read = reads.rows[index]?.read;
      return read ? describeOrder(read, options) : [];
    }
    case 'interactions': {
      const read = reads.rows[index]?.read;
      return read ? describeInteraction(read, options.language) : [];
    }
    case 'relations': {
      const read = reads.rows[index]?.read;
      return read ? describeRelation(read, options.language) : [];
    }
  }
}

/** Rows about a customer, or a contact person, of an earlier row. */
function countDuplicates(reads: TableReads): number {
  if (reads.kind === 'contacts') return countSamePeople(reads.rows.flatMap(({ read }) => read ?? []));
  if (reads.kind !== 'customers') return 0;
  return reads.gathered.byRow.filter((added) => added?.isNew === false).length;
}

/** The rows of the table that are data. */
export function rowsBelow(table: Table, layout: Layout): Table {
  const from = layout.headerRow + 1;
  return { ...table, rows: table.rows.slice(from), lines: table.lines.slice(from) };
}

function errorOf(layout: Layout, below: Table): AppError | undefined {
  if (below.rows.length === 0) return appError('import/no-rows');
  return layout.targets.every((target) => target === 'ignore') ? appError('import/no-header') : undefined;
}

export function describePreviewColumns(layout: Layout, below: Table): PreviewColumn[] {
  return layout.header.map((header, column) => {
    const samples = new Set<string>();
    let filled = 0;
    for (const cells of below.rows) {
      const text = cells[column]?.trim() ?? '';
      if (text === '') continue;
      filled++;
      if (samples.size < shownSamples) samples.add(text.slice(0, 80));
    }
    return { header, target: layout.targets[column] ?? 'ignore', samples: [...samples], filled };
  });
}
