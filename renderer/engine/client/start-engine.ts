import { callMain } from '../../platform/main-api.ts';
import type { Engine } from '../client-types.ts';
import { connectEngine, type ToPage } from '../rpc.ts';

/** Starts the worker that keeps the archive, and connects it with the page and, through it, with the main process. */
export function startEngine(): Engine {
  const worker = new Worker(new URL('../engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  worker.addEventListener('error', (event) => {
    reportError(event.error ?? new Error(event.message));
  });
  return connectEngine(
    {
      post: (message) => {
        worker.postMessage(message);
      },
      listen: (listener) => {
        worker.addEventListener('message', (event: MessageEvent<ToPage>) => {
          listener(event.data);
        });
      },
    },
    callMain,
  );
}
