import type { CustomerQuery, SortColumn } from '../../../renderer/engine/api.ts';
import type { Condition } from '#shared/filter/filter.ts';
import { gapFields, type GapKey } from '#shared/gaps/gap-fields.ts';
import type { Figure } from '../figure.ts';
import { timeBoth, type Timing } from '../measure.ts';
import { benchToday } from '../record-parts.ts';
import type { GroupedColumn, LedgerDatabase, SortableColumn } from '../references/ledger-database.ts';
import type { Workbench } from '../workbench.ts';

const visibleRows = 30;

/** Columns that the list can be sorted by, and what SQLite sorts by meanwhile. */
const sorts: [column: SortColumn, reference: SortableColumn][] = [
  ['name', 'reading'],
  ['organization', 'reading'],
  ['phone', 'reading'],
  ['industry', 'industry'],
  ['revenue', 'revenueFen'],
  ['purchases', 'revenueFen'],
  ['completeness', 'revenueFen'],
  ['lastPurchase', 'lastPurchaseDay'],
  ['lastContact', 'lastPurchaseDay'],
  ['nextFollowUp', 'lastPurchaseDay'],
  ['created', 'lastPurchaseDay'],
];
const dimensions = ['value', 'lifecycle'] as const satisfies GroupedColumn[];
const statistics = ['industry', 'phone'] as const satisfies GroupedColumn[];

/** One condition of each kind, and what SQLite is asked meanwhile. */
const filters: [condition: Condition, reference: (ledger: LedgerDatabase) => unknown][] = [
  [{ field: 'value', test: { is: 'any', of: ['high'] } }, (ledger) => ledger.filter('value', 'high')],
  [{ field: 'lifecycle', test: { is: 'any', of: ['lost'] } }, (ledger) => ledger.filter('lifecycle', 'lost')],
  [{ field: 'industry', test: { is: 'any', of: ['餐饮'] } }, (ledger) => ledger.filter('industry', '餐饮')],
  [{ field: 'address', test: { is: 'contains', text: '杭州' } }, (ledger) => ledger.contains('address', '杭州')],
  [{ field: 'phone', test: { is: 'contains', text: '138' } }, (ledger) => ledger.contains('phone', '138')],
  [{ field: 'words', test: { is: 'contains', text: '报价' } }, (ledger) => ledger.contains('doc', '报价')],
  [
    { field: 'lastPurchase', test: { is: 'days', to: { inDays: -90 } } },
    (ledger) => ledger.boughtBefore(benchToday - 90),
  ],
  [
    { field: 'amount', withinDays: 365, test: { is: 'between', min: 100_000 } },
    (ledger) => ledger.sumSince('purchase', benchToday - 365, 100_000),
  ],
  [
    { field: 'contacts', withinDays: 90, test: { is: 'between', min: 2 } },
    (ledger) => ledger.sumSince('contact', benchToday - 90, 2),
  ],
];

/** What is asked for in the list of what is missing. */
const missed: GapKey[][] = [['phones', 'birthday', 'region'], ['industry', 'source'], ['identity'], [...gapFields]];

/** Another order, grouping or filter of the whole list, up to its first rows, in the engine; and what its columns hold. */
export async function measureOrder(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const ledger = bench.ledger();
  const ask = async (query: Partial<CustomerQuery>) => {
    const { token } = await engine.query('bench', { text: '', sort: [], ...query });
    await engine.rows(token, 0, visibleRows);
  };
  const everybody = await engine.query('everybody', { text: '', sort: [] });
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
      'statistics',
      await timeBoth(
        statistics,
        (column) => engine.columnStatistics(everybody.token, column),
        (column) => ledger.group(column),
      ),
    ),
    figure(
      'filter',
      await timeBoth(
        filters,
        ([condition]) =>
          ask({ filter: { join: 'and', parts: [condition] }, sort: [{ column: 'name', descending: false }] }),
        ([, reference]) => reference(ledger),
      ),
    ),
    figure(
      'gaps',
      await timeBoth(
        missed,
        async (keys) => {
          await engine.gapCounts(keys);
          await engine.gapRows(await engine.nextGaps(keys, [], visibleRows), keys);
        },
        (keys) => keys.map(() => ledger.group('value')),
      ),
    ),
  ];
}
