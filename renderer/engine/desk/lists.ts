import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { conditionsOf, type FilterGroup } from '#shared/filter/filter.ts';
import type { CustomerQuery, ListsApi } from '../api.ts';
import { breathe } from '../archive/work-queue.ts';
import type { Asynchronous } from '../client-types.ts';
import { answer, countOf } from '../index/filter/query.ts';
import { statisticsOf, summaryOf } from '../index/filter/statistics.ts';
import type { Desk } from './desk.ts';

export function lists(desk: Desk): Asynchronous<ListsApi> {
  const rows: Asynchronous<ListsApi>['rows'] = async (token, from, to) => {
    const result = desk.results.find(token);
    return result ? desk.rowsOf(result.indexes.subarray(Math.max(0, from), to), result.terms) : [];
  };
  const placeIn = (indexes: Uint32Array, id: CustomerId): number => indexes.indexOf(desk.index.columns.indexOf(id));

  return {
    async query(slot, query, window, sought) {
      const { keeper } = desk.opened();
      if (query.text.trim() !== '' || searches(query.filter)) await keeper.ready();
      const started = performance.now();
      const { indexes, terms, ...result } = answer(query, keeper.index.queryContext);
      const token = desk.results.keep(slot, indexes, terms);
      const elapsedMs = performance.now() - started;
      const place = sought !== undefined && { sought: { id: sought, at: placeIn(indexes, sought) } };
      if (!window) return { token, ...result, ...place, elapsedMs };
      const first = await rows(token, window.from, window.to);
      return { token, ...result, ...place, window: { from: window.from, rows: first }, elapsedMs };
    },

    async queryBesides(slot, query, besides) {
      const { keeper } = desk.opened();
      if (query.text.trim() !== '' || searches(query.filter)) await keeper.ready();
      const { columns } = keeper.index;
      const left = new Set(besides.map((id) => columns.indexOf(id)));
      const { indexes, terms } = answer(query, keeper.index.queryContext);
      const kept = indexes.filter((index) => !left.has(index));
      return { token: desk.results.keep(slot, kept, terms), total: kept.length };
    },

    rows,

    async rowsOf(ids, where) {
      const { columns } = desk.index;
      const { deleted } = columns.numbers;
      const indexes = ids
        .map((id) => columns.indexOf(id))
        .filter((index) => index >= 0 && columns.isAlive(index) && (where === 'anywhere' || deleted[index] === 0));
      return desk.rowsOf(Uint32Array.from(indexes), []);
    },

    async position(token, id) {
      const result = desk.results.find(token);
      return result ? placeIn(result.indexes, id) : -1;
    },

    async ids(token, from, to) {
      const { columns } = desk.index;
      return Array.from(desk.results.find(token)?.indexes.subarray(from, to) ?? [], (index) => columns.idOf(index));
    },

    async counts(filters) {
      const { keeper } = desk.opened();
      if (filters.some(searches)) await keeper.ready();
      const counts: number[] = [];
      for (const filter of filters) {
        counts.push(countOf(filter, keeper.index.queryContext));
        // A search that somebody types meanwhile goes first.
        await breathe();
      }
      return counts;
    },

    async summarize(ids, token) {
      const { columns, today } = desk.index;
      const indexes = ids.map((id) => columns.indexOf(id));
      const result = token === undefined ? null : desk.results.find(token);
      const inside = new Set(result?.indexes);
      const outside = result ? indexes.filter((index) => !inside.has(index)).length : 0;
      const gone = ids.filter((_, at) => !desk.index.isPresent(indexes[at] ?? -1));
      return { ...summaryOf(columns, indexes, today), outside, gone };
    },

    async columnStatistics(token, column) {
      const { indexes = new Uint32Array(0) } = desk.results.find(token) ?? {};
      const customFields = desk.opened().archive.catalogue.list('customField');
      return statisticsOf(desk.index.columns, indexes, column, customFields);
    },

    async search(text, limit) {
      const { keeper } = desk.opened();
      await keeper.ready();
      const query: CustomerQuery = { text, sort: [{ column: 'relevance', descending: false }] };
      const { indexes, terms } = answer(query, keeper.index.queryContext);
      return desk.rowsOf(indexes.subarray(0, limit), terms);
    },
  };
}

/** What is needed to look for texts comes after the rest when the archive opens. */
function searches(filter: FilterGroup | undefined): boolean {
  return filter !== undefined && conditionsOf(filter).some(({ field, test }) => field === 'words' || 'text' in test);
}
