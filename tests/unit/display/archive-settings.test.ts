import { describe, expect, it } from 'vitest';
import { settingsEdit } from '../../../renderer/display/archive-settings.ts';
import { Machine } from '../../helpers/archive.ts';

describe('a change of what the archive keeps of how it is to be', () => {
  it('leaves the rest as it is stored, and is refused when that was changed meanwhile', async () => {
    const { engine } = await new Machine().openEngine();
    const stored = async () => (await engine.catalogue('settings'))[0];
    const change = async (...args: Parameters<typeof settingsEdit>) =>
      engine.commit('settings/edit', [settingsEdit(...args)]);
    await change(await stored(), { shopName: '永兴五金' });
    const seen = await stored();
    await change(seen, { practice: true });
    expect(await stored()).toMatchObject({ shopName: '永兴五金', practice: true });
    await expect(change(seen, { shopName: '青禾家居' })).rejects.toThrow('archive/conflict');
  });
});
