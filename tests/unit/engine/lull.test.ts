import { describe, expect, it, vi } from 'vitest';
import { Lull, Pace } from '../../../renderer/engine/archive/work-queue.ts';

describe('a lull', () => {
  it('is there at once when nothing was asked', async () => {
    await expect(new Lull().wait()).resolves.toBeUndefined();
  });

  it('comes only when nothing was asked for a while', async () => {
    vi.useFakeTimers();
    try {
      const lull = new Lull();
      const ended = vi.fn();
      lull.note();
      const waiting = lull.wait().then(ended);
      await vi.advanceTimersByTimeAsync(300);
      lull.note();
      await vi.advanceTimersByTimeAsync(300);
      expect(ended).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(100);
      await waiting;
      expect(ended).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('is as long as is asked for', async () => {
    vi.useFakeTimers();
    try {
      const lull = new Lull();
      const ended = vi.fn();
      lull.note();
      void lull.wait(5_000).then(ended);
      await vi.advanceTimersByTimeAsync(4_900);
      expect(ended).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(100);
      expect(ended).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('holds up work that nobody waits for', async () => {
    const lull = new Lull();
    lull.note();
    const began = performance.now();
    await new Pace(0, lull).step();
    expect(performance.now()).toBeGreaterThanOrEqual(began + 390);
  });
});
