import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import type { Preferences } from '#shared/ipc/contract.ts';
import { changePreferences, usePreferences } from '../../../renderer/state/preferences.ts';

/** A main process that answers when it is told to. */
function aSlowMain() {
  const written: Preferences[] = [];
  const answers: ((reply: unknown) => void)[] = [];
  vi.stubGlobal('window', {
    kebu: {
      invoke: (_channel: string, input: Preferences) => {
        written.push(input);
        return new Promise((answer) => answers.push(answer));
      },
    },
  });
  const answer = async (reply: unknown): Promise<void> => {
    await eventually(() => {
      expect(answers).not.toHaveLength(0);
    });
    answers.shift()?.(reply);
  };
  return { written, keep: () => answer({ ok: true, value: {} }), answer };
}

const diskFull = { ok: false, error: { code: 'files/disk-full' } };

describe('changePreferences', () => {
  const first = usePreferences.getState();
  afterEach(() => {
    usePreferences.setState(first, true);
    vi.unstubAllGlobals();
  });

  it('takes effect at once, writes one after the other, and what changed meanwhile in one go', async () => {
    const main = aSlowMain();
    const all = [changePreferences({ textSizePercent: 110 })];
    await eventually(() => {
      expect(main.written).toHaveLength(1);
    });
    all.push(changePreferences({ textSizePercent: 125 }), changePreferences({ density: 'roomy' }));
    expect(usePreferences.getState()).toMatchObject({ textSizePercent: 125, density: 'roomy' });
    await main.keep();
    await main.keep();
    await Promise.all(all);
    expect(main.written).toEqual([
      { ...first, textSizePercent: 110 },
      { ...first, textSizePercent: 125, density: 'roomy' },
    ]);
  });

  it('returns to what was kept when a write is refused', async () => {
    const main = aSlowMain();
    const kept = changePreferences({ theme: 'dark' });
    await main.keep();
    await kept;
    const refused = [changePreferences({ theme: 'light' })];
    await eventually(() => {
      expect(main.written).toHaveLength(2);
    });
    refused.push(changePreferences({ listLayout: { order: ['phone'], shown: {}, widths: {}, pinned: [] } }));
    const settled = Promise.allSettled(refused);
    await main.answer(diskFull);
    await main.answer(diskFull);
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(usePreferences.getState()).toEqual({ ...first, theme: 'dark' });
  });
});
