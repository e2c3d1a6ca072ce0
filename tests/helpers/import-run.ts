import { findHeader, layOut, type Layout } from '../../shared/imports/find-header.ts';
import type { ImportKind, Target } from '../../shared/imports/fields.ts';
import type { ArchiveLookup, ImportEdit, ImportPlan, PlanOptions } from '../../shared/imports/plan/plan.ts';
import { planImport } from '../../shared/imports/plan/plan-import.ts';
import type { ReadOptions } from '../../shared/imports/row-reader.ts';
import { readTable, type TableReads } from '../../shared/imports/read-table.ts';

let ids = 0;
export const newId = () => `id-${++ids}`;

const today = '2026-11-21';

/** A table with its header in the first row, laid out as the import would. */
export function layoutOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kind?: ImportKind,
  ownLabels: readonly string[] = [],
): Layout {
  const all = [header, ...rows];
  return layOut(all, 0, kind ?? findHeader(all)?.kind ?? 'customers', ownLabels);
}

export async function readRows(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kind?: ImportKind,
  targets?: Target[],
  known: Partial<Pick<ReadOptions, 'currency' | 'kinds' | 'words' | 'customFields'>> = {},
): Promise<TableReads> {
  const layout = layoutOf(header, rows, kind);
  const table = { rows: rows.map((cells) => [...cells]), lines: rows.map((_, index) => index + 2) };
  const options = { today, language: 'zh-CN', currency: 'CNY', ...known } as const;
  return readTable(table, targets ? { ...layout, targets } : layout, options, async () => undefined);
}

/** Plans the import of rows against an archive and applies it. */
export async function importRows(
  archive: ArchiveLookup & { apply(edits: readonly ImportEdit[]): void },
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: Partial<PlanOptions> & { kind?: ImportKind } = {},
): Promise<ImportPlan> {
  const ownLabels = (await archive.customFields()).map((field) => field.label);
  const layout = layoutOf(header, rows, options.kind, ownLabels);
  const [kinds, words, customFields] = await Promise.all([
    archive.relationKinds(),
    archive.words(),
    archive.customFields(),
  ]);
  const known = { kinds, words, customFields, ...(options.currency && { currency: options.currency }) };
  const reads = await readRows(header, rows, layout.kind, layout.targets, known);
  const plan = await planImport(
    reads,
    layout,
    { fileName: 'a.csv', sha256: '0'.repeat(64), sizeBytes: 1, encoding: 'utf-8' },
    archive,
    {
      today,
      language: 'zh-CN',
      currency: 'CNY',
      ...known,
      batchId: newId(),
      policy: 'fill-empty',
      createUnknown: reads.kind === 'orders',
      newId,
      onProgress: async () => undefined,
      ...options,
    },
  );
  archive.apply(plan.edits);
  return plan;
}

export function codesOf(plan: ImportPlan, row: number): string[] {
  return plan.rows[row]?.problems.map((problem) => problem.code) ?? [];
}
