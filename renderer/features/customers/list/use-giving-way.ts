import { useCallback, useEffect, useRef } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';

/**
 * A card that covers the list gives way when another list is asked for: what is typed into the search would else change nothing
 * that can be seen. Returns what is to be told when the list is covered, and when no longer.
 */
export function useGivingWay(
  question: string,
  openId: CustomerId | null,
  onGiveWay: () => void,
): (isCovered: boolean) => void {
  const isCovered = useRef(false);
  const before = useRef({ question, openId });
  useEffect(() => {
    const earlier = before.current;
    before.current = { question, openId };
    // A card that was opened together with its list stays.
    if (isCovered.current && earlier.question !== question && earlier.openId === openId) onGiveWay();
  }, [question, openId, onGiveWay]);
  return useCallback((isNow: boolean) => {
    isCovered.current = isNow;
  }, []);
}
