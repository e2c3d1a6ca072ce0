import { useCallback, useRef } from 'react';
import type { ListHandle } from './customer-grid.tsx';

/** What the screen asks of its list while there is one; the functions stay the same. */
export function useListHandle() {
  const ref = useRef<ListHandle>(null);
  return {
    ref,
    rowAt: useCallback((index: number) => ref.current?.rowAt(index), []),
    rowsInView: useCallback(() => ref.current?.rowsInView(), []),
    copy: useCallback(() => {
      ref.current?.copy();
    }, []),
    focusList: useCallback(() => {
      ref.current?.focus();
    }, []),
  };
}
