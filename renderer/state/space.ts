import { create } from 'zustand';
import type { Output } from '#shared/ipc/contract.ts';
import { callMain } from '../platform/main-api.ts';

export type Space = Output<'app/space'>;

/** How full the archive's disk is. Nothing about the archive: it need not go when it is locked, and does with the reload. */
export const useSpace = create<Space>(() => ({ freeBytes: null, state: 'ample' }));

/** Asks main how it is now. */
export async function refreshSpace(): Promise<void> {
  useSpace.setState(await callMain('app/space', { neededBytes: 0 }));
}
