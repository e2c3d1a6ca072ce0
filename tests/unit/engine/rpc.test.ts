import { describe, expect, it, vi } from 'vitest';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import type { EngineEvent } from '../../../renderer/engine/api.ts';
import { anId } from '../../helpers/builders.ts';
import {
  connectEngine,
  openWorkerEnd,
  type EngineService,
  type ToPage,
  type ToWorker,
} from '../../../renderer/engine/rpc.ts';

function connect(
  service: Partial<EngineService>,
  callMain = vi.fn<(channel: string, input: unknown) => Promise<unknown>>(),
) {
  let toPage: (message: ToPage) => void = () => undefined;
  let toWorker: (message: ToWorker) => void = () => undefined;
  // structuredClone: what crosses must be plain data, as between a page and its worker.
  const engine = connectEngine(
    {
      post: (message) => queueMicrotask(() => toWorker(structuredClone(message))),
      listen: (listener) => {
        toPage = listener;
      },
    },
    callMain,
  );
  const end = openWorkerEnd({
    post: (message) => queueMicrotask(() => toPage(structuredClone(message))),
    listen: (listener) => {
      toWorker = listener;
    },
  });
  return { engine, end, serve: () => end.serve(service as EngineService) };
}

describe('the wire between the screens and the engine', () => {
  it('answers calls that came before the worker was ready', async () => {
    const { engine, serve } = connect({ position: () => 7 });
    const answer = engine.position('token', anId('zeng'));
    serve();
    await expect(answer).resolves.toBe(7);
  });

  it('carries an expected failure with its code and data', async () => {
    const { engine, serve } = connect({ undo: () => failWith('archive/nothing-to-undo') });
    serve();
    await expect(engine.undo()).rejects.toEqual(new AppFailure({ code: 'archive/nothing-to-undo' }));
  });

  it('reports what nobody expected and says so in a sentence', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const { engine, serve } = connect({
      overview: () => {
        throw new Error('a bug');
      },
    });
    serve();
    await expect(engine.overview()).rejects.toMatchObject({
      error: { code: 'ipc/internal', data: { channel: 'overview' } },
    });
    expect(reported).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it("passes the worker's questions to the main process, and its refusals back", async () => {
    const callMain = vi.fn<(channel: string, input: unknown) => Promise<unknown>>();
    callMain.mockResolvedValueOnce({ seq: 7 }).mockRejectedValueOnce(new AppFailure({ code: 'journal/out-of-order' }));
    const { end } = connect({}, callMain);
    const append = () =>
      end.main.call('journal/append', {
        afterSeq: 6,
        changeSetId: 'c',
        last: true,
        payload: new Uint8Array(1),
        counts: {},
      });
    await expect(append()).resolves.toEqual({ seq: 7 });
    await expect(append()).rejects.toEqual(new AppFailure({ code: 'journal/out-of-order' }));
  });

  it('tells every listener until it stops listening', async () => {
    const { engine, end } = connect({});
    const heard: EngineEvent[] = [];
    const stop = engine.on((event) => heard.push(event));
    end.emit({ type: 'changed', revision: 1, customerIds: 'many', isOfCatalogue: false });
    await Promise.resolve();
    stop();
    end.emit({ type: 'changed', revision: 2, customerIds: 'many', isOfCatalogue: false });
    await Promise.resolve();
    expect(heard).toEqual([{ type: 'changed', revision: 1, customerIds: 'many', isOfCatalogue: false }]);
  });
});
