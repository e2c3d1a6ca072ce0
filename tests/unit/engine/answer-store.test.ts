import { describe, expect, it, vi } from 'vitest';
import { customerIdSchema } from '../../../shared/domain/customer/customer.ts';
import { AppFailure, appError } from '../../../shared/errors/app-error.ts';
import { AnswerStore } from '../../../renderer/engine/client/answer-store.ts';
import type { EngineEvent } from '../../../renderer/engine/api.ts';
import type { Engine } from '../../../renderer/engine/client-types.ts';

const zhang = customerIdSchema.parse('zhang');
const zeng = customerIdSchema.parse('zeng');

function setUp() {
  const listeners = new Set<(event: EngineEvent) => void>();
  const engine = {
    on(listener: (event: EngineEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Engine;
  const store = new AnswerStore(engine);
  store.start();
  const change = (customerIds: Extract<EngineEvent, { type: 'changed' }>['customerIds'], isOfCatalogue = false) => {
    for (const listener of listeners) listener({ type: 'changed', revision: 1, customerIds, isOfCatalogue });
  };
  const erase = () => {
    for (const listener of listeners) listener({ type: 'erased', customerIds: [zhang], unsaved: {} });
  };
  return { store, change, erase };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('AnswerStore', () => {
  it('asks once however many ask, and tells them', async () => {
    const { store } = setUp();
    const ask = vi.fn(async () => 'four');
    const listener = vi.fn();
    store.subscribe('n', listener);
    store.request('n', ask, null);
    await settle();
    store.request('n', ask, null);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(listener).toHaveBeenCalled();
    expect(store.read('n')).toEqual({ data: 'four', error: null });
  });

  it('keeps the old answer in place until the new one is there', async () => {
    const { store, change } = setUp();
    let value = 1;
    store.subscribe('n', () => undefined);
    store.request('n', async () => value, null);
    await settle();
    value = 2;
    change('many');
    expect(store.read('n')?.data).toBe(1);
    await settle();
    expect(store.read('n')?.data).toBe(2);
  });

  it('asks anew for a passing answer that was asked for ahead and that nobody came to see', async () => {
    const { store } = setUp();
    const ask = vi.fn(async () => 'token');
    store.request('list', ask, null, true);
    store.request('list', ask, null, true);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    store.request('list', ask, null, true);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks anew for a passing answer that nobody looked at any more', async () => {
    const { store } = setUp();
    let token = 1;
    const leave = store.subscribe('list', () => undefined);
    store.request('list', async () => token, null, true);
    await settle();
    leave();
    token = 2;
    store.subscribe('list', () => undefined);
    expect(store.read('list')).toBeNull();
    store.request('list', async () => token, null, true);
    await settle();
    expect(store.read('list')?.data).toBe(2);
  });

  it('keeps the last answer of a slot until the slot is asked for something else, or something changed', async () => {
    const { store, change } = setUp();
    const ask = vi.fn(async () => 'token');
    const look = async (key: string): Promise<void> => {
      const leave = store.subscribe(key, () => undefined);
      store.request(key, ask, null, { slot: 'list' });
      await settle();
      leave();
    };
    await look('all');
    await look('all');
    expect(ask).toHaveBeenCalledTimes(1);
    expect(store.read('all')?.data).toBe('token');

    await look('some');
    await look('all');
    expect(ask).toHaveBeenCalledTimes(3);
    expect(store.read('some')).toBeNull();

    change('many');
    await look('all');
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('leaves the answer about one customer alone when another one changes', async () => {
    const { store, change } = setUp();
    const ask = vi.fn(async () => 'card');
    store.subscribe('card', () => undefined);
    store.request('card', ask, zhang);
    await settle();
    change([zeng]);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    change([zhang]);
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again when something changed while the question was under way', async () => {
    const { store, change } = setUp();
    const answers: ((value: number) => void)[] = [];
    store.subscribe('n', () => undefined);
    store.request('n', () => new Promise<number>((resolve) => answers.push(resolve)), null);
    change('many');
    answers[0]?.(1);
    await settle();
    answers[1]?.(2);
    await settle();
    expect(answers).toHaveLength(2);
    expect(store.read('n')?.data).toBe(2);
  });

  it('asks afresh for an answer that went stale while nobody looked', async () => {
    const { store, change } = setUp();
    const ask = vi.fn(async () => 1);
    const leave = store.subscribe('n', () => undefined);
    store.request('n', ask, null);
    await settle();
    leave();
    change('many');
    expect(ask).toHaveBeenCalledTimes(1);
    store.request('n', ask, null);
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('reports an expected failure and keeps the last good answer', async () => {
    const { store, change } = setUp();
    let fails = false;
    const ask = async () => {
      if (fails) throw new AppFailure(appError('archive/not-found'));
      return 'good';
    };
    store.subscribe('n', () => undefined);
    store.request('n', ask, null);
    await settle();
    fails = true;
    change('many');
    await settle();
    expect(store.read('n')).toEqual({ data: 'good', error: { code: 'archive/not-found' } });
  });

  it('asks ahead for what nobody looks at yet, and once for whoever looks then', async () => {
    const { store, change } = setUp();
    const ask = vi.fn(async () => 'card');
    const never = vi.fn(() => Promise.reject(new AppFailure(appError('archive/not-found'))));
    await store.askAhead([
      { key: 'card', ask, concerns: zhang },
      { key: 'gone', ask: never },
    ]);
    expect(store.read('card')?.data).toBe('card');
    expect(store.read('gone')?.error?.code).toBe('archive/not-found');
    store.subscribe('card', () => undefined);
    await store.askAhead([{ key: 'card', ask, concerns: zhang }]);
    change([zeng]);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('forgets what nobody looks at when somebody is erased', async () => {
    const { store, erase } = setUp();
    store.subscribe('list', () => undefined);
    for (const key of ['list', 'card:zhang']) store.request(key, async () => '张三', null);
    await settle();
    erase();
    expect([store.read('list')?.data, store.read('card:zhang')]).toEqual(['张三', null]);
  });

  it('leaves what is made of the catalogue alone while only customers change', async () => {
    const { store, change } = setUp();
    const ask = vi.fn(async () => ['tag']);
    store.subscribe('tags', () => undefined);
    store.request('tags', ask, 'catalogue');
    await settle();
    change('many');
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    change([zhang], true);
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('gives the same answer where nothing in it changed', async () => {
    const { store, change } = setUp();
    let tags = [{ id: 'a', name: 'A' }];
    store.subscribe('tags', () => undefined);
    store.request('tags', async () => structuredClone(tags), null);
    await settle();
    const before = store.read('tags');
    change('many');
    await settle();
    expect(store.read('tags')).toBe(before);
    tags = [{ id: 'a', name: 'B' }];
    change('many');
    await settle();
    expect(store.read('tags')?.data).toEqual(tags);
  });

  it('asks anew only after whoever wrote has heard of it', async () => {
    const { store, change } = setUp();
    const ask = vi.fn(async () => 1);
    store.subscribe('n', () => undefined);
    store.request('n', ask, null);
    await settle();
    change('many');
    await Promise.resolve();
    expect(ask).toHaveBeenCalledTimes(1);
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
