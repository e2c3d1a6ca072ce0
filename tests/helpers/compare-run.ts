import { Comparison } from '../../shared/comparison/comparison.ts';
import { planDecisions, type DecidedPlan } from '../../shared/comparison/write-decisions.ts';
import type { FakeArchive } from './fake-archive.ts';
import { layoutOf, newId, readRows } from './import-run.ts';

export type Cells = readonly (readonly string[])[];

/** Lays a list beside an archive, as the screen does. */
export async function compareRows(
  archive: FakeArchive,
  header: readonly string[],
  rows: Cells,
  newLabels: readonly string[] = [],
): Promise<Comparison> {
  const ownLabels = [...(await archive.customFields()).map(({ label }) => label), ...newLabels];
  const { targets } = layoutOf(header, rows, 'customers', ownLabels);
  const reads = await readRows(header, rows, 'customers', targets);
  if (reads.kind !== 'customers') throw new Error('a list of customers');
  const options = {
    today: '2026-11-21',
    language: 'zh-CN',
    currency: 'CNY',
    newId,
    onProgress: async () => undefined,
  } as const;
  return Comparison.start(reads, { lookup: archive, options });
}

/** Writes what was decided, and compares again as the engine's event makes the screen do. */
export async function writeDecisions(
  archive: FakeArchive,
  comparison: Comparison,
  header: readonly string[],
  rows: Cells,
): Promise<DecidedPlan> {
  const facts = { fileName: '名单.csv', sha256: '0'.repeat(64), sizeBytes: 1, encoding: 'utf-8' };
  const plan = await planDecisions(comparison, layoutOf(header, rows, 'customers'), facts);
  archive.apply(plan.edits);
  await comparison.refresh('many');
  return plan;
}

/** Differences that are still to be decided, as `name: fact`, and who is new. */
export function workOf({ all }: Comparison): string[] {
  return all
    .flatMap(({ pile, name, differences }) => {
      if (pile === 'new') return [`${name}: new`];
      return pile === 'changed' ? differences.map(({ fact, label }) => `${name}: ${label ?? fact}`) : [];
    })
    .sort();
}
