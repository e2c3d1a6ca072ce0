import { create } from 'zustand';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { onErased } from './erased.ts';

interface RecentCustomers {
  /** The newest first. */
  ids: readonly CustomerId[];
}

/** One more than are offered, since the one that is open is not. */
const mostRemembered = 6;

/** Whose cards were opened last. On lock: the window reloads, and they are forgotten. */
export const useRecentCustomers = create<RecentCustomers>(() => ({ ids: [] }));

export function rememberOpened(id: CustomerId): void {
  useRecentCustomers.setState(({ ids }) => ({
    ids: [id, ...ids.filter((each) => each !== id)].slice(0, mostRemembered),
  }));
}

onErased((isErased) => {
  useRecentCustomers.setState(({ ids }) => ({ ids: ids.filter((id) => !isErased(id)) }));
});
