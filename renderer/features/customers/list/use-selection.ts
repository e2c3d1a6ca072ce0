import { useCallback, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { firstRowOf, type RowsTaken } from '../cells/cell-range.ts';
import { useListState } from '../list-state.ts';
import type { Slots } from './slots.ts';
import type { WhenListed } from './use-listing.ts';

export interface Selecting {
  selected: ReadonlySet<CustomerId>;
  toggle: (at: number, id: CustomerId) => void;
  /** Everything that is shown from where the selection began to this row, as Shift does: from this customer, where none has begun. */
  extend: (to: number, from: Anchor) => void;
  /** The keyboard or the pointer went elsewhere: Shift begins anew from there, and cells that it took in are let go. */
  leave: () => void;
  selectAll: () => void;
  /** Where the rows begin that Shift took in with this one. */
  firstUpTo: (at: number) => number;
  clear: () => void;
  /** Returns what selects again as it is now. */
  keep: () => () => void;
  /** Resolves when what was to be selected is; `null` when nothing is waited for. */
  pending: () => Promise<void> | null;
}

/** Where Shift began: a customer, at a place of a result. In another order it is sought anew. */
export interface Anchor {
  at: number;
  id: CustomerId | undefined;
  /** On one of its cells: then cells are meant, not the customers. */
  isCell: boolean;
}

/** Who is selected among the customers of a result. Ids only: a selection stays when the list is sorted or changes. */
export function useSelection(engine: Engine, token: string, whenListed: WhenListed, slots: Slots): Selecting {
  const { selected, select } = useListState(
    useShallow((state) => ({ selected: state.selected, select: state.select })),
  );
  const anchor = useRef<(Anchor & { token: string }) | null>(null);
  const taken = useRef<RowsTaken | null>(null);
  const selecting = useRef<Promise<void> | null>(null);
  /** Grows with each wish to select. */
  const turn = useRef(0);
  /** The last wish that came true, or that put aside those before it: what those wait for is not wanted any more. */
  const newest = useRef(0);
  const putAside = useCallback(() => {
    turn.current += 1;
    newest.current = turn.current;
  }, []);
  const begin = useCallback((find: () => Promise<() => void>) => {
    turn.current += 1;
    const began = turn.current;
    const own = find()
      .then((found) => {
        if (began < newest.current) return;
        newest.current = began;
        found();
      })
      .catch(reportFailure)
      .then(() => {
        if (selecting.current === own) selecting.current = null;
      });
    selecting.current = own;
  }, []);
  const toggle = useCallback(
    (at: number, id: CustomerId) => {
      putAside();
      anchor.current = { at, id, isCell: false, token };
      taken.current = null;
      const next = new Set(useListState.getState().selected);
      if (!next.delete(id)) next.add(id);
      select(next);
    },
    [token, select, putAside],
  );
  const extend = useCallback(
    (to: number, from: Anchor) => {
      const began = (anchor.current ??= { ...from, token });
      begin(async () => {
        const { id } = began;
        const found = began.token === token || id === undefined ? began.at : await engine.position(token, id);
        const start = found < 0 ? from.at : found;
        const [first, last] = [Math.max(0, Math.min(start, to)), Math.max(start, to)];
        const ids = await engine.ids(token, first, last + 1);
        return () => {
          taken.current = { token, first, last };
          // What is folded away is not meant by somebody who does not see it.
          select(new Set(ids.filter((_, at) => !slots.isFolded(slots.groupOf(first + at)))));
        };
      });
    },
    [engine, token, slots, select, begin],
  );
  const selectAll = useCallback(() => {
    begin(async () => {
      // Whoever is quicker than the list means those whom it is about to show.
      const listed = await whenListed();
      const ids = listed === undefined ? [] : await engine.ids(listed);
      return () => {
        taken.current = null;
        select(new Set(ids));
      };
    });
  }, [engine, whenListed, select, begin]);
  const clear = useCallback(() => {
    putAside();
    anchor.current = null;
    taken.current = null;
    select(new Set());
  }, [select, putAside]);
  const leave = useCallback(() => {
    if (anchor.current?.isCell === true) clear();
    anchor.current = null;
  }, [clear]);
  const keep = useCallback(() => {
    const kept = { anchor: anchor.current, taken: taken.current, selected: useListState.getState().selected };
    return () => {
      putAside();
      anchor.current = kept.anchor;
      taken.current = kept.taken;
      select(kept.selected);
    };
  }, [select, putAside]);
  const firstUpTo = useCallback((at: number) => firstRowOf(taken.current, token, at), [token]);
  const pending = useCallback(() => selecting.current, []);
  return useMemo(
    () => ({ selected, toggle, extend, leave, selectAll, firstUpTo, clear, keep, pending }),
    [selected, toggle, extend, leave, selectAll, firstUpTo, clear, keep, pending],
  );
}
