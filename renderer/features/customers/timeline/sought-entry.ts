import { useEffect, useRef, useState, type HTMLAttributes, type RefObject } from 'react';
import { create } from 'zustand';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { onErased } from '../../../state/erased.ts';
import { takeFocus } from '../../../ui/keys/take-focus.ts';

interface SoughtEntry {
  customerId: CustomerId | null;
  entryId: string | null;
}

/** The entry of a card that somebody comes for, until it is shown. On lock: the window reloads, and it is forgotten. */
export const useSoughtEntry = create<SoughtEntry>(() => ({ customerId: null, entryId: null }));

onErased((isErased) => {
  const { customerId } = useSoughtEntry.getState();
  if (customerId !== null && isErased(customerId)) useSoughtEntry.setState({ customerId: null, entryId: null });
});

export function seekEntry(customerId: CustomerId, entryId: string): void {
  useSoughtEntry.setState({ customerId, entryId });
}

/** The same in the list that is shown, once the entry is there. */
export function seekHere(entryId: string): void {
  useSoughtEntry.setState({ customerId: null, entryId });
}

interface Sought {
  ref: RefObject<HTMLLIElement | null>;
  sought: Pick<HTMLAttributes<HTMLLIElement>, 'tabIndex' | 'onBlur'> & { 'data-sought'?: true };
}

/** Of its card alone: the window around it stays where it is. */
function scrollToMiddle(entry: HTMLElement | null): void {
  const card = entry?.closest('article');
  if (!entry || !card) return;
  const [{ top, height }, around] = [entry.getBoundingClientRect(), card.getBoundingClientRect()];
  card.scrollBy(0, top + height / 2 - (around.top + around.height / 2));
}

/** Brings an entry into view when it is sought, with the keyboard in it, and marks it until the keyboard goes on. */
export function useSought(id: string): Sought {
  const ref = useRef<HTMLLIElement>(null);
  const isSought = useSoughtEntry(({ entryId }) => entryId === id);
  const [markedId, setMarked] = useState<string | null>(null);
  useEffect(() => {
    if (!isSought) return undefined;
    const show = () => {
      scrollToMiddle(ref.current);
    };
    show();
    return takeFocus(ref.current, () => {
      // What stands above it was drawn meanwhile.
      show();
      setMarked(id);
      useSoughtEntry.setState({ customerId: null, entryId: null });
    });
  }, [id, isSought]);
  const onBlur = () => {
    setMarked(null);
  };
  return { ref, sought: isSought || markedId === id ? { tabIndex: -1, onBlur, 'data-sought': true } : {} };
}
