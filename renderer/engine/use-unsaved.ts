import { useRef, useState } from 'react';
import type { Unsaved, UnsavedKind, UnsavedPlace } from '#shared/unsaved/unsaved.ts';
import { useEngineAccess } from './engine-context.tsx';

export interface UnsavedState<T> {
  value: T;
  change: (by: Partial<T>) => void;
  /** Saved or thrown away: nothing is left to be brought back. The boxes stand as they did at first, or as told. */
  clear: (to?: T) => void;
  /** The value was left here before, by a crash, a lock or by walking away, and was not touched since. */
  isBroughtBack: boolean;
}

/**
 * State of boxes that somebody types into. It survives a crash, the lock and the closing of what it was typed into, until it is
 * saved. The place must not change while the boxes are shown.
 *
 * @param fits whether what was left belongs here
 */
export function useUnsaved<K extends UnsavedKind>(
  place: UnsavedPlace<K>,
  blank: Unsaved<K>,
  fits: (left: Unsaved<K>) => boolean = () => true,
): UnsavedState<Unsaved<K>> {
  const { unsaved } = useEngineAccess();
  const [left] = useState(() => {
    const found = unsaved.read(place);
    return found && fits(found) ? found : null;
  });
  const [value, setValue] = useState(left ?? blank);
  // Several changes may come before the boxes are drawn again.
  const latest = useRef(value);
  const put = (next: Unsaved<K>): void => {
    latest.current = next;
    setValue(next);
    unsaved.keep(place, isSame(next, blank) ? null : next);
  };
  return {
    value,
    change: (by) => {
      put({ ...latest.current, ...by });
    },
    clear: (to = blank) => {
      latest.current = to;
      setValue(to);
      unsaved.keep(place, null);
    },
    isBroughtBack: left !== null && value === left,
  };
}

function isSame(a: object, b: object): boolean {
  return Object.entries(a).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(b, name) as unknown),
  );
}
