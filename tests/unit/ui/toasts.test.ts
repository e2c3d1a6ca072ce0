import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dismissToast,
  dismissTold,
  holdToasts,
  readToasts,
  releaseToasts,
  showToast,
} from '../../../renderer/ui/feedback/toasts.ts';

const shown = () => readToasts().map(({ text }) => text);

describe('what is told at the bottom', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
  });
  afterEach(() => {
    for (const { id } of readToasts()) dismissToast(id);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('goes by itself when it was done', () => {
    showToast({ text: '已保存' });
    vi.advanceTimersByTime(8_000);
    expect(shown()).toEqual([]);
  });

  it('goes when it is taken back, but for what went wrong', () => {
    showToast({ text: '磁盘满了', tone: 'seal' });
    showToast({ text: '已保存' });
    dismissTold();
    expect(shown()).toEqual(['磁盘满了']);
  });

  it('stands until it was read when it went wrong', () => {
    const id = showToast({ text: '磁盘满了', tone: 'seal' });
    vi.advanceTimersByTime(600_000);
    expect(shown()).toEqual(['磁盘满了']);
    holdToasts();
    releaseToasts();
    vi.advanceTimersByTime(600_000);
    expect(shown()).toEqual(['磁盘满了']);
    dismissToast(id);
    expect(shown()).toEqual([]);
  });

  it('lets what went wrong go once something else was told, held or not', () => {
    for (const isHeld of [false, true]) {
      showToast({ text: '磁盘满了', tone: 'seal' });
      vi.advanceTimersByTime(60_000);
      showToast({ text: '已保存' });
      if (isHeld) {
        holdToasts();
        vi.advanceTimersByTime(60_000);
        releaseToasts();
      }
      expect(shown()).toEqual(['磁盘满了', '已保存']);
      vi.advanceTimersByTime(8_000);
      expect(shown()).toEqual([]);
    }
  });

  it('tells once what went wrong twice', () => {
    for (const text of ['磁盘满了', '磁盘满了']) showToast({ text, tone: 'seal' });
    expect(shown()).toEqual(['磁盘满了']);
  });

  it('keeps two that went wrong, and of those the newer one', () => {
    for (const text of ['一', '二', '三']) showToast({ text, tone: 'seal' });
    expect(shown()).toEqual(['二', '三']);
    vi.advanceTimersByTime(8_000);
    expect(shown()).toEqual(['三']);
  });
});
