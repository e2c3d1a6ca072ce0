import { beforeEach, describe, expect, it, vi } from 'vitest';

type LaterModule = typeof import('../../../renderer/ui/layout/later.ts');

describe('what comes later', () => {
  let module: LaterModule;
  let moments: (() => void)[];

  beforeEach(async () => {
    vi.resetModules();
    module = await import('../../../renderer/ui/layout/later.ts');
    moments = [];
    vi.stubGlobal('window', { requestIdleCallback: (run: () => void) => moments.push(run) });
    return () => vi.unstubAllGlobals();
  });

  /** A moment in which nothing else is to be done. */
  async function pass(): Promise<void> {
    moments.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('is read once, however often it is wanted', async () => {
    const load = vi.fn(() => Promise.resolve('part'));
    const part = module.later(load);
    expect(part.now()).toBe(null);
    await Promise.all([part.read(), part.read()]);
    expect(part.now()).toBe('part');
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is not there when it could not be read, and keeps nobody from the rest', async () => {
    const broken = module.later(() => Promise.reject(new Error('no such file')));
    const next = module.later(() => Promise.resolve('part'));
    module.readAllWhenIdle();
    await pass();
    await pass();
    expect(broken.now()).toBe(null);
    expect(next.now()).toBe('part');
  });

  it('is read one by one in idle moments, with what the read parts name in turn', async () => {
    const first = module.later(() => Promise.resolve(module.later(() => Promise.resolve('inner'))));
    const second = module.later(() => Promise.resolve('second'));
    module.readAllWhenIdle();
    expect(first.now()).toBe(null);
    await pass();
    expect([first.now() !== null, second.now(), first.now()?.now()]).toEqual([true, null, null]);
    await pass();
    await pass();
    expect([second.now(), first.now()?.now()]).toEqual(['second', 'inner']);
  });

  it('is left alone once nobody wants it any more', async () => {
    const part = module.later(() => Promise.resolve('part'));
    const stop = module.readAllWhenIdle();
    stop();
    await pass();
    expect(part.now()).toBe(null);
  });
});
