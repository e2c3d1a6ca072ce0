import type { CustomerQuery, SortColumn } from '../../../renderer/engine/api.ts';
import type { Figure } from '../figure.ts';
import { timeBoth, type Timing } from '../measure.ts';
import type { ClassColumn, SortableColumn } from '../references/ledger-database.ts';
import type { Workbench } from '../workbench.ts';

const visibleRows = 30;

/** Columns that the list can be sorted by, and what SQLite sorts by meanwhile. */
const sorts: [column: SortColumn, reference: SortableColumn][] = [
  ['name', 'reading'],
  ['organization', 'reading'],
  ['phone', 'reading'],
  ['revenue', 'revenueFen'],
  ['purchases', 'revenueFen'],
  ['completeness', 'revenueFen'],
  ['lastPurchase', 'lastPurchaseDay'],
  ['lastContact', 'lastPurchaseDay'],
  ['nextFollowUp', 'lastPurchaseDay'],
  ['created', 'lastPurchaseDay'],
];
const dimensions: ClassColumn[] = ['value', 'lifecycle'];
const filters: [dimension: ClassColumn, key: string][] = [
  ['value', 'high'],
  ['value', 'none'],
  ['lifecycle', 'active'],
  ['lifecycle', 'lost'],
];

/** Another order, grouping or filter of the whole list, up to its first rows, in the engine. */
export async function measureOrder(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const ledger = bench.ledger();
  const ask = async (query: Partial<CustomerQuery>) => {
    const { token } = await engine.query('bench', { text: '', sort: [], ...query });
    await engine.rows(token, 0, visibleRows);
  };
  const figure = (name: string, { own, other }: { own: Timing; other: Timing }): Figure => ({
    name: `list/${name}`,
    size: bench.size,
    what: `p95 of ${own.runs}`,
    unit: 'ms',
    value: own.p95,
    budget: 15,
    reference: { what: 'sqlite', value: other.p95 },
    ...(bench.size === 'L' && { maxRatio: 1 }),
  });
  const directed = sorts.flatMap((sort) => [true, false].map((descending) => ({ sort, descending })));
  return [
    figure(
      'sort',
      await timeBoth(
        directed,
        ({ sort: [column], descending }) => ask({ sort: [{ column, descending }] }),
        ({ sort: [, reference], descending }) => ledger.sort(reference, descending),
      ),
    ),
    figure(
      'group',
      await timeBoth(
        dimensions,
        (groupBy) => ask({ groupBy }),
        (column) => ledger.group(column),
      ),
    ),
    figure(
      'facet',
      await timeBoth(
        dimensions,
        () => engine.schemes(),
        (column) => ledger.group(column),
      ),
    ),
    figure(
      'filter',
      await timeBoth(
        filters,
        ([dimension, key]) =>
          ask({
            filter: { join: 'and', parts: [{ field: dimension, test: { is: 'any', of: [key] } }] },
            sort: [{ column: 'name', descending: false }],
          }),
        ([column, key]) => ledger.filter(column, key),
      ),
    ),
  ];
}
