import { create } from 'zustand';
import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerQuery, Filter } from '../../../engine/api.ts';

/** What the list shows: the question asked, and how the grid lies. Holds ids and view state, never records. */
interface ListState {
  text: string;
  filters: Filter[];
  sort: CustomerQuery['sort'];
  groupBy: Dimension | undefined;
  hiddenColumns: Record<string, boolean>;
  columnWidths: Record<string, number>;
  openId: CustomerId | null;
  setText: (text: string) => void;
  addFilter: (filter: Filter) => void;
  removeFilter: (index: number) => void;
  clearFilters: () => void;
  setSort: (sort: CustomerQuery['sort']) => void;
  setGroupBy: (dimension: Dimension | undefined) => void;
  setHiddenColumns: (hidden: Record<string, boolean>) => void;
  setColumnWidths: (widths: Record<string, number>) => void;
  open: (id: CustomerId | null) => void;
}

const initial = {
  text: '',
  filters: [],
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
  addFilter: (filter) => {
    set((state) => ({ filters: [...state.filters.filter((old) => !sameSubject(old, filter)), filter] }));
  },
  removeFilter: (index) => {
    set((state) => ({ filters: state.filters.filter((_, at) => at !== index) }));
  },
  clearFilters: () => {
    set({ filters: [], text: '' });
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

/** Two filters on the same thing would contradict each other; the newer one wins. */
function sameSubject(a: Filter, b: Filter): boolean {
  if (a.type === 'class' && b.type === 'class') return a.dimension === b.dimension;
  if (a.type === 'tag' && b.type === 'tag') return a.tagId === b.tagId;
  if (a.type === 'missing' && b.type === 'missing') return a.field === b.field;
  return a.type === b.type;
}
