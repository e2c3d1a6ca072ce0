import { useState, type FocusEvent, type PointerEvent } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';

interface TurnedKey {
  /** For the parts of the card that may hold what somebody does with one customer. */
  key: number;
  /** For what stands around them. */
  onFocusCapture: (event: FocusEvent) => void;
  onPointerDownCapture: (event: PointerEvent) => void;
}

/**
 * Turning the page fills the parts of the card that are there with the next customer. They are made anew where somebody was
 * at them with the customer before, and where something stands in them that was typed and not saved.
 */
export function useTurnedKey(id: CustomerId): TurnedKey {
  const { unsaved } = useEngineAccess();
  // No state: nothing on this page depends on it, only how the next one is made.
  const [touched] = useState(() => new Set<CustomerId>());
  const [turned, setTurned] = useState({ id, key: 0 });
  let { key } = turned;
  if (turned.id !== id) {
    const mayHoldSomething = [turned.id, id].some((each) => touched.has(each) || unsaved.holds(each));
    if (mayHoldSomething) key += 1;
    setTurned({ id, key });
  }
  const touch = ({ target, currentTarget }: FocusEvent | PointerEvent) => {
    if (target !== currentTarget) touched.add(id);
  };
  return { key, onFocusCapture: touch, onPointerDownCapture: touch };
}
