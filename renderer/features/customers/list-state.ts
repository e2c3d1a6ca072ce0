import { create } from 'zustand';
import { emptyLayout, type GroupKey, type ListLayout, type ListView } from '#shared/domain/list-view/list-view.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { fixedKindOf } from '#shared/filter/fields.ts';
import { isGroup, noFilter, type Filter, type FilterGroup } from '#shared/filter/filter.ts';
import { reportFailure } from '../../display/report-failure.ts';
import type { CustomerQuery } from '../../engine/api.ts';
import { onErased } from '../../state/erased.ts';
import { changePreferences, usePreferences } from '../../state/preferences.ts';

/** A view as far as the list needs it. */
export type ViewQuestion = Pick<ListView, 'id' | 'filter' | 'sort' | 'groupBy' | 'layout'>;

/** The cell that is being typed into. */
export interface CellPlace {
  id: CustomerId;
  column: string;
}

const builtInViewIds = ['all', 'overdue', 'neglected', 'incomplete', 'unreachable', 'checkDue'] as const;
/** The lists that every archive has. They lie as the person left the last of them; a saved view has a layout of its own. */
export type BuiltInViewId = (typeof builtInViewIds)[number];

export function isBuiltIn(viewId: string): boolean {
  return builtInViewIds.some((id) => id === viewId);
}

function keptLayout(): ListLayout {
  return usePreferences.getState().listLayout ?? emptyLayout;
}

/** What the list shows: the question asked, and how the grid lies. Holds ids and view state, never records. */
interface ListState {
  text: string;
  filter: FilterGroup;
  sort: CustomerQuery['sort'];
  groupBy: GroupKey | undefined;
  layout: ListLayout;
  /** The view that was chosen last, the list may differ from it by now. */
  viewId: string;
  openId: CustomerId | null;
  selected: ReadonlySet<CustomerId>;
  /** Grows with every change of the selection. */
  selectionNumber: number;
  /** The column whose cell is active in the active row; `null` while whole rows are. */
  cellColumn: string | null;
  /** The column where Shift began to take cells in; `null` while one cell is active. */
  cellAnchor: string | null;
  editing: CellPlace | null;
  collapsedGroups: readonly string[];
  setText: (text: string) => void;
  setFilter: (filter: FilterGroup) => void;
  /** Adds to what must hold; a condition on the same field gives way to another. */
  addCondition: (condition: Filter) => void;
  removePart: (at: number) => void;
  /** Forgets the filter and the search text. */
  showAll: () => void;
  /** Looks for a text among everybody. */
  searchAll: (text: string) => void;
  setSort: (sort: CustomerQuery['sort']) => void;
  setGroupBy: (by: GroupKey | undefined) => void;
  changeLayout: (patch: Partial<ListLayout>) => void;
  showView: (view: ViewQuestion) => void;
  open: (id: CustomerId | null) => void;
  select: (ids: ReadonlySet<CustomerId>) => void;
  /** With `extends` the cells between stay with it. */
  enterCell: (column: string | null, extendsRange?: boolean) => void;
  /** The cells from the active one to this column. */
  takeCells: (column: string | null, anchor: string | null) => void;
  edit: (place: CellPlace | null) => void;
  toggleGroup: (group: string) => void;
}

/** The question of the list of all. */
const initialQuestion = {
  text: '',
  filter: noFilter,
  sort: [],
  groupBy: undefined,
  viewId: 'all',
  openId: null,
} satisfies Partial<ListState>;

const initial = {
  ...initialQuestion,
  layout: keptLayout(),
  selected: new Set<CustomerId>(),
  selectionNumber: 0,
  cellColumn: null,
  cellAnchor: null,
  editing: null,
  collapsedGroups: [],
} satisfies Partial<ListState>;

/** Locking reloads the window, so nothing of this survives it but the layout, which is kept among the preferences. */
export const useListState = create<ListState>()((set, get) => ({
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
  searchAll: (text) => {
    set({ ...initialQuestion, layout: keptLayout(), text });
  },
  setSort: (sort) => {
    set({ sort });
  },
  setGroupBy: (groupBy) => {
    set({ groupBy, collapsedGroups: [] });
  },
  changeLayout: (patch) => {
    const layout = { ...get().layout, ...patch };
    if (isBuiltIn(get().viewId)) changePreferences({ listLayout: layout }).catch(reportFailure);
    else set({ layout });
  },
  showView: ({ id, filter, sort, groupBy, layout }) => {
    set({
      viewId: id,
      filter,
      sort: sort as CustomerQuery['sort'],
      groupBy,
      layout: isBuiltIn(id) ? keptLayout() : layout,
    });
  },
  select: (selected) => {
    set(({ selectionNumber }) => ({ selected, selectionNumber: selectionNumber + 1 }));
  },
  enterCell: (cellColumn, extendsRange = false) => {
    set((state) => ({ cellColumn, cellAnchor: extendsRange ? (state.cellAnchor ?? state.cellColumn) : null }));
  },
  takeCells: (cellColumn, cellAnchor) => {
    set({ cellColumn, cellAnchor });
  },
  edit: (editing) => {
    set({ editing });
  },
  toggleGroup: (group) => {
    set(({ collapsedGroups: old }) => ({
      collapsedGroups: old.includes(group) ? old.filter((each) => each !== group) : [...old, group],
    }));
  },
  open: (openId) => {
    set({ openId });
  },
}));

// The preferences arrive after this file, and an old layout returns where a new one could not be kept.
usePreferences.subscribe(({ listLayout }, before) => {
  if (listLayout === before.listLayout || !isBuiltIn(useListState.getState().viewId)) return;
  useListState.setState({ layout: keptLayout() });
});

onErased((isErased) => {
  const { openId, selected, editing, select } = useListState.getState();
  const left = [...selected].filter((id) => !isErased(id));
  if (left.length < selected.size) select(new Set(left));
  if (openId !== null && isErased(openId)) useListState.setState({ openId: null });
  if (editing !== null && isErased(editing.id)) useListState.setState({ editing: null });
});

/**
 * Two conditions on one field would mostly contradict each other: the newer one wins. What was bought and what was not go
 * together.
 */
function withCondition(filter: FilterGroup, condition: Filter): FilterGroup {
  if (filter.join === 'or' || filter.not === true) return { join: 'and', parts: [filter, condition] };
  if (isGroup(condition)) return { ...filter, parts: [...filter.parts, condition] };
  const others = filter.parts.filter(
    (part) => isGroup(part) || part.field !== condition.field || fixedKindOf(part.field) === 'goods',
  );
  return { ...filter, parts: [...others, condition] };
}
