import { useRef, useState } from 'react';
import type { Opener } from '../actions/press-button.tsx';

export interface OpenState {
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

interface Opened {
  opener: Opener;
  isOpen: boolean;
  /** Where in a menu the keyboard begins. */
  focus: 'first' | 'last' | undefined;
  setOpen: (isOpen: boolean) => void;
}

/** Whether what a button opens is open, by itself or as the one who asks holds it. */
export function useOpener(kind: Opener['kind'], { isOpen: held, onOpenChange }: OpenState): Opened {
  const [own, setOwn] = useState(false);
  const [focus, setFocus] = useState<'first' | 'last'>();
  const ref = useRef<HTMLButtonElement>(null);
  const isOpen = held ?? own;
  const setOpen = (next: boolean): void => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const open = (at?: 'first' | 'last'): void => {
    setFocus(at);
    setOpen(true);
  };
  return { opener: { ref, kind, isOpen, open }, isOpen, focus, setOpen };
}
