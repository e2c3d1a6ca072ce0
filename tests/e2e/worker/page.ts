import { connectEngine, type ToPage } from '../../../renderer/engine/rpc.ts';
import { anInteraction, putCustomer } from '../../helpers/builders.ts';
import { FakeMain } from '../../helpers/fake-main.ts';

/** A page with a main process in its memory and the real worker with a real database behind it. */
const main = new FakeMain();

function startEngine() {
  const worker = new Worker(new URL('../../../renderer/engine/engine.worker.ts', import.meta.url), { type: 'module' });
  const engine = connectEngine(
    {
      post: (message) => worker.postMessage(message),
      listen: (listener) => {
        worker.addEventListener('message', (event: MessageEvent<ToPage>) => listener(event.data));
      },
    },
    (channel, input) => main.call(channel, input),
  );
  return { engine, kill: () => worker.terminate() };
}

const kit = {
  main,
  startEngine,
  putCustomer,
  anInteraction,
  opened: () => ({
    archiveId: '0123456789abcdef',
    generation: main.generation,
    recordKey: new Uint8Array(32).fill(7),
    replyKey: new Uint8Array(32).fill(9),
  }),
};
export type Kit = typeof kit;
Object.assign(globalThis, { kit });
