import { useCallback, useEffect, useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import type { RowPages } from './row-pages.ts';

/** A result and the question that it answers. */
export interface Listing {
  question: string;
  result: QueryResult;
  /** The rows of the result. */
  pages: RowPages;
}

interface ActiveRowOptions {
  engine: Engine;
  listing: Listing | undefined;
  /** The question of which the listing may not be the answer yet. */
  asked: string;
  openId: CustomerId | null;
}

interface Place {
  at: number;
  id: CustomerId | undefined;
  /** What was asked when somebody went there; `null` for nobody. */
  asked: string | null;
}

const nowhere: Place = { at: -1, id: undefined, asked: null };

interface ActiveRow {
  /** Position of the active row in the result; -1 when none is. */
  active: number;
  activate: (index: number) => void;
}

/**
 * Which row is the active one. It stays the same customer's while the list changes under it, so that whoever goes through a list and
 * fills it in misses nobody; where that customer left the list, whoever came into the place is next. Another question begins at the
 * top, unless a card is open, whose place is found again, or somebody went to a row since it was asked.
 */
export function useActiveRow({ engine, listing, asked, openId }: ActiveRowOptions): ActiveRow {
  const [active, setActive] = useState(-1);
  const shown = useRef(listing);
  const place = useRef(nowhere);
  const put = useCallback((next: Place) => {
    place.current = next;
    setActive(next.at);
  }, []);
  const latestAsked = useRef(asked);
  useEffect(() => {
    latestAsked.current = asked;
  }, [asked]);
  const activate = useCallback(
    (index: number) => {
      put({ at: index, id: shown.current?.pages.rowAt(index)?.id, asked: latestAsked.current });
    },
    [put],
  );

  useEffect(() => {
    const before = shown.current;
    shown.current = listing;
    if (!listing) return undefined;
    const { question, result, pages } = listing;
    if (openId === null && before?.question !== question && place.current.asked !== question) {
      put(nowhere);
      return undefined;
    }
    const id = openId ?? place.current.id;
    if (id === undefined) return undefined;
    let isCurrent = true;
    const find = async () => {
      const position = await engine.position(result.token, id);
      if (!isCurrent || (openId ?? place.current.id) !== id) return;
      if (position >= 0 || openId !== null) {
        put({ ...place.current, at: position, id });
        return;
      }
      const next = Math.min(place.current.at, result.total - 1);
      put({ ...place.current, at: next, id: pages.rowAt(next)?.id });
    };
    // A result that was replaced meanwhile has no positions any more; the next one is asked again.
    find().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [engine, listing, openId, put]);

  return { active, activate };
}
