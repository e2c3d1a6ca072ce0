import { useRef, useState, type RefObject } from 'react';
import type { UnsavedPlace } from '#shared/unsaved/unsaved.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { neighbourValue } from './focus-values.ts';

/** Where the keyboard goes when a box closes: back to its value, on to a neighbour, or where it went by itself. */
export type After = 'back' | 'stay' | 1 | -1;

export interface InPlace {
  /** The value that the box takes the place of. */
  button: RefObject<HTMLButtonElement | null>;
  /** What stands around the box. */
  frame: RefObject<HTMLDivElement | null>;
  /** What stands in the box; `null` while it is closed. */
  text: string | null;
  /** Somebody was at it when Kebu ended: the box stands open again, but takes no keys from anybody. */
  isBroughtBack: boolean;
  problem: string | null;
  setProblem: (problem: string) => void;
  /** Opens the box with what it begins with. */
  open: (text: string) => void;
  type: (next: string) => void;
  /** Call it while the box is still there. */
  close: (after: After) => void;
}

/** The box that a value is edited in: what is typed survives until it is saved, and the keyboard finds its way back. */
export function useInPlace(place: UnsavedPlace<'fact'>): InPlace {
  const { unsaved } = useEngineAccess();
  const [left, setLeft] = useState(() => unsaved.read(place));
  const [text, setText] = useState(left?.text ?? null);
  const [problem, setProblem] = useState<string | null>(null);
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
  const type = (next: string) => {
    setText(next);
    setProblem(null);
    unsaved.keep(place, { text: next });
  };
  const close = (after: After) => {
    moveOn(after);
    unsaved.keep(place, null);
    setText(null);
    setLeft(null);
    setProblem(null);
  };
  return { button, frame, text, isBroughtBack: left !== null, problem, setProblem, open: setText, type, close };
}
