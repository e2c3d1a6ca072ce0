import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import type { EngineEvent, EngineMethod } from './api.ts';
import type { Engine } from './client-types.ts';
import type { MainPort } from './ports.ts';

/** What the page says to the worker. */
export type ToWorker =
  | { type: 'call'; id: number; method: EngineMethod; args: unknown[] }
  | { type: 'main-reply'; id: number; result: Result<unknown, AppError> };

/** What the worker says to the page. Only the page can reach the main process, so it passes the worker's questions on. */
export type ToPage =
  | { type: 'reply'; id: number; result: Result<unknown, AppError> }
  | { type: 'main-call'; id: number; channel: Channel; input: unknown }
  | { type: 'event'; event: EngineEvent };

/** Both ends of a MessagePort or a Worker, as far as they are used here. */
export interface Wire<Out, In> {
  post(message: Out): void;
  listen(listener: (message: In) => void): void;
}

/** Runs `work` and makes an expected failure a value; anything else is reported and becomes the sentence for the unexpected. */
async function settle(work: () => Promise<unknown>, name: string): Promise<Result<unknown, AppError>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof AppFailure) return { ok: false, error: error.error };
    reportError(error);
    return { ok: false, error: appError('ipc/internal', { channel: name }) };
  }
}

/** Matches replies to the questions that wait for them. */
class Waiting {
  readonly #waiting = new Map<number, (result: Result<unknown, AppError>) => void>();
  #nextId = 1;

  ask(send: (id: number) => void): Promise<unknown> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (result) => {
        if (result.ok) resolve(result.value);
        else reject(new AppFailure(result.error));
      });
      send(id);
    });
  }

  settle(id: number, result: Result<unknown, AppError>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }
}

/** The page's end: the engine as the screens hold it. `callMain` asks the main process for the worker. */
export function connectEngine(
  wire: Wire<ToWorker, ToPage>,
  callMain: (channel: Channel, input: never) => Promise<unknown>,
): Engine {
  const waiting = new Waiting();
  const listeners = new Set<(event: EngineEvent) => void>();
  wire.listen((message) => {
    switch (message.type) {
      case 'reply':
        waiting.settle(message.id, message.result);
        break;
      case 'event':
        for (const listener of listeners) listener(message.event);
        break;
      case 'main-call':
        void settle(() => callMain(message.channel, message.input as never), message.channel).then((result) => {
          wire.post({ type: 'main-reply', id: message.id, result });
        });
        break;
    }
  });
  const on = (listener: (event: EngineEvent) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const methods = new Map<string, (...args: unknown[]) => Promise<unknown>>();
  // The methods are those of EngineApi; a proxy spares listing them a second time.
  return new Proxy({ on } as Engine, {
    get: (target, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined;
      if (name === 'on') return Reflect.get(target, name);
      let method = methods.get(name);
      if (!method) {
        method = (...args) => waiting.ask((id) => wire.post({ type: 'call', id, method: name as EngineMethod, args }));
        methods.set(name, method);
      }
      return method;
    },
  });
}

/** The methods of the engine inside the worker; plain or asynchronous. */
export type EngineService = { [M in EngineMethod]: (...args: never[]) => unknown };

export interface WorkerEnd {
  main: MainPort;
  emit(event: EngineEvent): void;
  /** Answers the page's calls from now on. */
  serve(service: EngineService): void;
}

/** The worker's end. */
export function openWorkerEnd(wire: Wire<ToPage, ToWorker>): WorkerEnd {
  const waiting = new Waiting();
  let service: EngineService | null = null;
  const early: Extract<ToWorker, { type: 'call' }>[] = [];
  const answer = async ({ id, method, args }: Extract<ToWorker, { type: 'call' }>): Promise<void> => {
    const result = await settle(async () => {
      if (typeof service?.[method] !== 'function') throw new Error(`Broken invariant: no method ${method}`);
      return await service[method](...(args as never[]));
    }, method);
    wire.post({ type: 'reply', id, result });
  };
  wire.listen((message) => {
    if (message.type === 'main-reply') waiting.settle(message.id, message.result);
    else if (service) void answer(message);
    else early.push(message);
  });
  return {
    main: {
      call: <C extends Channel>(channel: C, input: Input<C>) =>
        waiting.ask((id) => {
          wire.post({ type: 'main-call', id, channel, input });
        }) as Promise<Output<C>>,
    },
    emit: (event) => {
      wire.post({ type: 'event', event });
    },
    serve: (methods) => {
      service = methods;
      for (const call of early.splice(0)) void answer(call);
    },
  };
}
