import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { carryOver, nowhere, standIn, type Listing } from './carry-over.ts';

interface ActiveRowOptions {
  engine: Engine;
  listing: Listing | undefined;
  /** The question of which the listing may not be the answer yet. */
  asked: string;
  openId: CustomerId | null;
}

interface ActiveRow {
  /** Position of the active row in the result; -1 when none is. */
  active: number;
  /** Whose row it is. */
  activeId: CustomerId | undefined;
  activate: (index: number) => void;
}

/**
 * Which row is the active one. It stays the same customer's while the list changes under it, from the first moment that the change is
 * seen, so that whoever goes through a list and fills it in misses nobody and types into no other row.
 */
export function useActiveRow({ engine, listing, asked, openId }: ActiveRowOptions): ActiveRow {
  const [place, setPlace] = useState(nowhere);
  const [shown, setShown] = useState(listing);
  if (listing !== shown) {
    setShown(listing);
    if (listing) setPlace(carryOver(place, shown?.question, listing, openId));
  }
  const id = openId ?? place.id;
  const latest = useRef({ listing, asked });
  useLayoutEffect(() => {
    latest.current = { listing, asked };
  }, [listing, asked]);
  const activate = useCallback((at: number) => {
    const { listing: now, asked: askedNow } = latest.current;
    setPlace({ at, id: now?.pages.rowAt(at)?.id, asked: askedNow, token: now?.result.token });
  }, []);

  // Somebody who is not among the rows at hand, or whose card was opened from elsewhere.
  const isKnown = place.id === id && place.token === listing?.result.token;
  useEffect(() => {
    if (!listing || id === undefined || isKnown) return undefined;
    const { result, pages } = listing;
    let isCurrent = true;
    const find = async () => {
      const at = await engine.position(result.token, id);
      if (!isCurrent) return;
      setPlace((now) => {
        if (openId === null && now.id !== id) return now;
        if (at >= 0 || openId !== null) return { ...now, at, id, token: result.token };
        return standIn(now, result.token, result.total, pages);
      });
    };
    // A result that was replaced meanwhile has no positions any more; the next one is asked again.
    find().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [engine, listing, openId, id, isKnown]);

  return { active: place.at, activeId: id, activate };
}
