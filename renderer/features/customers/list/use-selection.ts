import { useCallback, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { firstRowOf, type RowsTaken } from './cell-range.ts';
import { useListState } from './list-state.ts';

export interface Selecting {
  selected: ReadonlySet<CustomerId>;
  toggle: (at: number, id: CustomerId) => void;
  /** Everything from where the selection began to this row, as Shift does. */
  extend: (to: number, from: number) => void;
  selectAll: () => void;
  /** Where the rows begin that Shift took in with this one. */
  firstUpTo: (at: number) => number;
  clear: () => void;
  /** Resolves when what was to be selected is; `null` when nothing is waited for. */
  pending: () => Promise<void> | null;
}

/** Who is selected among the customers of a result. Ids only: a selection stays when the list is sorted or changes. */
export function useSelection(engine: Engine, token: string): Selecting {
  const { selected, select } = useListState(
    useShallow((state) => ({ selected: state.selected, select: state.select })),
  );
  const anchor = useRef(-1);
  const taken = useRef<RowsTaken | null>(null);
  const selecting = useRef<Promise<void> | null>(null);
  const begin = useCallback((load: () => Promise<void>) => {
    const own = load()
      .catch(() => undefined)
      .then(() => {
        if (selecting.current === own) selecting.current = null;
      });
    selecting.current = own;
  }, []);
  const toggle = useCallback(
    (at: number, id: CustomerId) => {
      anchor.current = at;
      taken.current = null;
      const next = new Set(useListState.getState().selected);
      if (!next.delete(id)) next.add(id);
      select(next);
    },
    [select],
  );
  const extend = useCallback(
    (to: number, from: number) => {
      if (anchor.current < 0) anchor.current = from;
      const [first, last] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
      taken.current = { token, first: Math.max(0, first), last };
      const load = async () => {
        select(new Set(await engine.ids(token, Math.max(0, first), last + 1)));
      };
      begin(load);
    },
    [engine, token, select, begin],
  );
  const selectAll = useCallback(() => {
    taken.current = null;
    const load = async () => {
      select(new Set(await engine.ids(token)));
    };
    begin(load);
  }, [engine, token, select, begin]);
  const clear = useCallback(() => {
    anchor.current = -1;
    taken.current = null;
    select(new Set());
  }, [select]);
  const firstUpTo = useCallback((at: number) => firstRowOf(taken.current, token, at), [token]);
  const pending = useCallback(() => selecting.current, []);
  return useMemo(
    () => ({ selected, toggle, extend, selectAll, firstUpTo, clear, pending }),
    [selected, toggle, extend, selectAll, firstUpTo, clear, pending],
  );
}
