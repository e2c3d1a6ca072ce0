import { useRef, type RefObject } from 'react';
import { neighbourValue } from './focus-values.ts';

/** Where the keyboard goes when a box closes: back to its value, on to a neighbour, or where it went by itself. */
export type After = 'back' | 'stay' | 1 | -1;

export interface InPlace {
  /** The value that the box takes the place of. */
  button: RefObject<HTMLButtonElement | null>;
  /** What stands around the box. */
  frame: RefObject<HTMLDivElement | null>;
  /** Call it while the box is still there. */
  moveOn: (after: After) => void;
}

/** The keyboard's way from the box that a value is edited in. */
export function useInPlace(): InPlace {
  const button = useRef<HTMLButtonElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const moveOn = (after: After) => {
    if (after === 'stay') return;
    const neighbour = after === 'back' ? null : neighbourValue(frame.current, after);
    // After the box is gone.
    requestAnimationFrame(() => {
      if (neighbour?.isConnected) neighbour.focus();
      else button.current?.focus();
    });
  };
  return { button, frame, moveOn };
}
