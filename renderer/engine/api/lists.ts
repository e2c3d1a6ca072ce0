import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId, CustomerKind } from '#shared/domain/customer/customer.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { GroupKey } from '#shared/domain/list-view/list-view.ts';
import type { LocalDate, LocalTime } from '#shared/domain/record.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { FilterGroup } from '#shared/filter/filter.ts';

/** Lists of customers: queries whose ordered results are kept, and windows of their rows. */
export interface ListsApi {
  /**
   * Runs a query and keeps its ordered result under a token, until the next query with the same `slot`. The rows of
   * `window` and the place of the customer who is `sought` come with it, so that they need not be asked for.
   */
  query(slot: string, query: CustomerQuery, window?: RowRange, sought?: CustomerId): QueryResult;
  /** The same without some customers; the result is kept and asked for rows and ids as every other. */
  queryBesides(slot: string, query: CustomerQuery, besides: CustomerId[]): Pick<QueryResult, 'token' | 'total'>;
  /** Rows `from` (inclusive) to `to` (exclusive) of a kept result. */
  rows(token: string, from: number, to: number): CustomerRow[];
  /** Rows of these customers in this order, without those who are gone; nor those in the bin, unless `anywhere` is said. */
  rowsOf(ids: CustomerId[], where?: 'anywhere'): CustomerRow[];
  /** Position of a customer in a kept result, -1 when absent. */
  position(token: string, id: CustomerId): number;
  /** Ids of a kept result in order: all of them, or those from `from` (inclusive) to `to` (exclusive). */
  ids(token: string, from?: number, to?: number): CustomerId[];
  /** How many customers each of these filters keeps, for lists that count themselves. */
  counts(filters: FilterGroup[]): number[];
  /** What these customers come to, and how many of them are not in a kept result. */
  summarize(ids: CustomerId[], token?: string): SelectionSummary;
  /** How a column is filled among the customers of a kept result. */
  columnStatistics(token: string, column: SortColumn): ColumnStatistics;
  /** Customers for the palette and pickers, best first. */
  search(text: string, limit: number): CustomerRow[];
}

export interface CustomerQuery {
  text: string;
  /** All customers outside the bin when absent. */
  filter?: FilterGroup | undefined;
  sort: { column: SortColumn; descending: boolean }[];
  /** Rows come class by class of this dimension, or choice by choice of this field, with `groups` in the result. */
  groupBy?: GroupKey | undefined;
}

export type SortColumn =
  | 'relevance'
  | 'name'
  | 'organization'
  | 'phone'
  | 'lastContact'
  | 'nextFollowUp'
  | 'revenue'
  | 'purchases'
  | 'lastPurchase'
  | 'created'
  | 'completeness'
  | Dimension
  | FilterField;

/** Rows `from` (inclusive) to `to` (exclusive). */
export interface RowRange {
  from: number;
  to: number;
}

export interface SelectionSummary {
  count: number;
  outside: number;
  /** Who of them is in the bin, or not there any more. */
  gone: readonly CustomerId[];
  revenueFen: number;
  purchases: number;
  overdue: number;
}

/** Numbers are of those that have a value; money is fen, days are epoch days. */
export interface ColumnStatistics {
  filled: number;
  empty: number;
  kind: 'text' | 'class' | 'number' | 'money' | 'percent' | 'day';
  /** Absent for texts and classes. */
  numbers?: { min: number; max: number; mean: number; sum: number } | undefined;
  distinct: number;
  /** Most frequent first; absent for numbers and days. */
  top: { value: string; count: number }[];
}

export interface QueryResult {
  token: string;
  /** The rows that were asked for with the query, from `from` on; fewer where the result ends. */
  window?: { from: number; rows: CustomerRow[] } | undefined;
  /** Where the customer is who was sought with the query, -1 when absent. */
  sought?: { id: CustomerId; at: number } | undefined;
  total: number;
  /** Of all customers outside the bin. */
  ofTotal: number;
  /** `class` is the choice where a field has choices, empty for those who have none. */
  groups: { class: ClassKey; from: number; count: number; revenueFen: number }[];
  totals: { revenueFen: number; overdue: number };
  elapsedMs: number;
}

export interface CustomerRow {
  id: CustomerId;
  kind: CustomerKind;
  name: string;
  organization: string;
  title: string;
  /** First phone as people read it: mobiles 3-4-4, as written when it is no number. */
  phone: string;
  classes: Record<Dimension, ClassKey>;
  lastContact: LocalDate | null;
  lastPurchase: LocalDate | null;
  nextFollowUp: { id: string; due: LocalTime; title: string; kind: FollowUp['kind'] } | null;
  /** Net revenue within the value window (365 days by default). */
  revenueFen: number;
  purchases: number;
  tagIds: string[];
  completenessPercent: number;
  /** Other fields that have a value, several values joined by line feeds; custom ones under `custom:` and their id. */
  details: Record<string, string>;
  deleted: boolean;
  /** Where the search text was found, in an entry with its id; absent without a search text. */
  match?: { field: string; text: string; ranges: [from: number, to: number][]; entryId?: string } | undefined;
}
