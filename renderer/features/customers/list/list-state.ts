import { create } from 'zustand';
import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { isGroup, noFilter, type Condition, type FilterGroup } from '#shared/filter/filter.ts';
import type { CustomerQuery } from '../../../engine/api.ts';

/** What the list shows: the question asked, and how the grid lies. Holds ids and view state, never records. */
interface ListState {
  text: string;
  filter: FilterGroup;
  sort: CustomerQuery['sort'];
  groupBy: Dimension | undefined;
  hiddenColumns: Record<string, boolean>;
  columnWidths: Record<string, number>;
  openId: CustomerId | null;
  setText: (text: string) => void;
  setFilter: (filter: FilterGroup) => void;
  /** Adds to what must hold; a condition on the same field gives way. */
  addCondition: (condition: Condition) => void;
  removePart: (at: number) => void;
  /** Forgets the filter and the search text. */
  showAll: () => void;
  setSort: (sort: CustomerQuery['sort']) => void;
  setGroupBy: (dimension: Dimension | undefined) => void;
  setHiddenColumns: (hidden: Record<string, boolean>) => void;
  setColumnWidths: (widths: Record<string, number>) => void;
  open: (id: CustomerId | null) => void;
}

const initial = {
  text: '',
  filter: noFilter,
  sort: [],
  groupBy: undefined,
  hiddenColumns: {},
  columnWidths: {},
  openId: null,
} satisfies Partial<ListState>;

/** Locking reloads the window, so nothing of this survives it. */
export const useListState = create<ListState>()((set) => ({
  ...initial,
  setText: (text) => {
    set({ text });
  },
  setFilter: (filter) => {
    set({ filter });
  },
  addCondition: (condition) => {
    set(({ filter }) => ({ filter: withCondition(filter, condition) }));
  },
  removePart: (at) => {
    set(({ filter }) => ({ filter: { ...filter, parts: filter.parts.toSpliced(at, 1) } }));
  },
  showAll: () => {
    set({ filter: noFilter, text: '' });
  },
  setSort: (sort) => {
    set({ sort });
  },
  setGroupBy: (groupBy) => {
    set({ groupBy });
  },
  setHiddenColumns: (hiddenColumns) => {
    set({ hiddenColumns });
  },
  setColumnWidths: (columnWidths) => {
    set({ columnWidths });
  },
  open: (openId) => {
    set({ openId });
  },
}));

/** Two conditions on one field would mostly contradict each other; the newer one wins. */
function withCondition(filter: FilterGroup, condition: Condition): FilterGroup {
  if (filter.join === 'or' || filter.not === true) return { join: 'and', parts: [filter, condition] };
  const others = filter.parts.filter((part) => isGroup(part) || part.field !== condition.field);
  return { ...filter, parts: [...others, condition] };
}
