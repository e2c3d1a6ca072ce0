import { AppFailure } from '#shared/errors/app-error.ts';
import type { Channel, EventName } from '#shared/ipc/channels.ts';
import { contract, type Input, type Output, type Reply } from '#shared/ipc/contract.ts';

/** What the preload puts on the window: one function to ask, one to listen. */
export interface KebuBridge {
  invoke(channel: Channel, input: unknown): Promise<unknown>;
  on(event: EventName, listener: () => void): () => void;
}

declare global {
  interface Window {
    readonly kebu: KebuBridge;
  }
}

/** Asks the main process. Expected failures reject with AppFailure, so that they can be shown in words. */
export async function callMain<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const reply = (await window.kebu.invoke(channel, input)) as Reply<C>;
  if (!reply.ok) throw new AppFailure(reply.error);
  return contract[channel].output.parse(reply.value) as Output<C>;
}

export function onMainEvent(event: EventName, listener: () => void): () => void {
  return window.kebu.on(event, listener);
}
