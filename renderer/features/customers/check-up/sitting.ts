import { create } from 'zustand';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { onErased } from '../../../state/erased.ts';

/**
 * One go through those who are due: whose pages were turned, and whose come next. Ids only. Locking forgets it, and nothing is
 * lost: who was checked is not due any more, and who was passed over today is kept (`useSkipsOfToday`).
 */
interface Sitting {
  /** Nobody stands here twice. */
  pages: readonly CustomerId[];
  at: number;
  skipped: readonly CustomerId[];
  /** Those who come after the pages that are there. */
  add: (ids: readonly CustomerId[]) => void;
  /** Forgets the page that is open and those that were to come: they are asked for anew. */
  begin: () => void;
  turn: (by: 1 | -1) => void;
  /** Somebody was checked, though passed over before. */
  finish: (id: CustomerId) => void;
  skip: (id: CustomerId) => void;
}

export const useSitting = create<Sitting>()((set) => ({
  pages: [],
  at: 0,
  skipped: [],
  add: (ids) => {
    set(({ pages, at }) => {
      // Whoever was undone is due again, and stands where they are due.
      const again = new Set(ids);
      const before = pages.slice(0, at).filter((id) => !again.has(id));
      const coming = pages.slice(at).filter((id) => !again.has(id));
      return { pages: [...before, ...coming, ...ids], at: before.length };
    });
  },
  begin: () => {
    set(({ pages, at }) => ({ pages: pages.slice(0, at) }));
  },
  turn: (by) => {
    set(({ pages, at }) => ({ at: Math.min(pages.length, Math.max(0, at + by)) }));
  },
  finish: (id) => {
    set(({ pages, at, skipped }) => ({
      skipped: skipped.filter((other) => other !== id),
      at: Math.min(pages.length, at + 1),
    }));
  },
  skip: (id) => {
    set(({ pages, at, skipped }) => ({
      skipped: [...skipped.filter((other) => other !== id), id],
      at: Math.min(pages.length, at + 1),
    }));
  },
}));

onErased((isErased) => {
  useSitting.setState(({ pages, at, skipped }) => ({
    pages: pages.filter((id) => !isErased(id)),
    at: pages.slice(0, at).filter((id) => !isErased(id)).length,
    skipped: skipped.filter((id) => !isErased(id)),
  }));
});
