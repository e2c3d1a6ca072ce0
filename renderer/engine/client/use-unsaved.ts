import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Unsaved, UnsavedKind, UnsavedPlace } from '#shared/unsaved/unsaved.ts';
import { useEngineAccess } from './engine-context.tsx';

export interface UnsavedState<T> {
  value: T;
  /** Stays the same function. */
  change: (by: Partial<T>) => void;
  /** Saved or thrown away: nothing is left to be brought back. The boxes stand as they did at first, or as told. */
  clear: (to?: T) => void;
  /** The value was left here before, by a crash, a lock or by walking away, and was not touched since. */
  isBroughtBack: boolean;
}

interface Held<T> {
  /** Where the value belongs. */
  at: string;
  /** What was left there before. */
  left: T | null;
  value: T;
}

/**
 * State of boxes that somebody types into. It survives a crash, the lock and the closing of what it was typed into, until it is
 * saved. When the place changes, the same boxes show what belongs to the other one.
 *
 * @param fits whether what was left belongs here
 */
export function useUnsaved<K extends UnsavedKind>(
  place: UnsavedPlace<K>,
  blank: Unsaved<K>,
  fits: (left: Unsaved<K>) => boolean = () => true,
): UnsavedState<Unsaved<K>> {
  const { unsaved } = useEngineAccess();
  const at = JSON.stringify(place);
  const read = (): Held<Unsaved<K>> => {
    const found = unsaved.read(place);
    const left = found && fits(found) ? found : null;
    return { at, left, value: left ?? blank };
  };
  const [kept, setKept] = useState(read);
  const held = kept.at === at ? kept : read();
  if (held !== kept) setKept(held);
  const shown = useRef({ place, blank, held });
  useLayoutEffect(() => {
    shown.current = { place, blank, held };
  });
  const change = useCallback(
    (by: Partial<Unsaved<K>>) => {
      const { place: here, blank: nothing, held: before } = shown.current;
      const next = { ...before, value: { ...before.value, ...by } };
      // Several changes may come before the boxes are drawn again.
      shown.current.held = next;
      setKept(next);
      unsaved.keep(here, isSame(next.value, nothing) ? null : next.value);
    },
    [unsaved],
  );
  return {
    value: held.value,
    change,
    clear: (to = blank) => {
      const next = { ...held, value: to };
      // What was saved may be of a place that is not shown any more.
      if (shown.current.held.at === at) shown.current.held = next;
      setKept((now) => (now.at === at ? next : now));
      unsaved.keep(place, null);
    },
    isBroughtBack: held.left !== null && held.value === held.left,
  };
}

function isSame(a: object, b: object): boolean {
  return Object.entries(a).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(b, name) as unknown),
  );
}
