import { describe, expect, it } from 'vitest';
import { a, b, family, merge } from '../../../helpers/merging.ts';
import { aWholeKebu } from '../../../helpers/whole-kebu.ts';

describe('one customer out of a backup', () => {
  async function aBackedUpFamily(isMerged: boolean) {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    for (const edit of family) await engine.commit('customer/edit', [edit]);
    if (isMerged) await merge(engine, [a, b], {});
    kebu.wait(1);
    const { backupId } = await engine.backup();
    kebu.wait(1);
    const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
    const { restoreId } = await kebu.call('restore/open', { restoreId: chosen!.restoreId });
    return { engine, restoreId };
  }

  it('does not come back beside the one it became', async () => {
    const { engine, restoreId } = await aBackedUpFamily(false);
    await merge(engine, [a, b], {});
    const found = await engine.searchBackup(restoreId, '張偉');
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'different'],
      ['b', 'merged'],
    ]);
    const refusal = { error: { code: 'merge/is-merged', data: { survivor: '张伟' } } };
    await expect(engine.compareWithBackup(restoreId, b)).rejects.toMatchObject(refusal);
    await expect(engine.bringBack(restoreId, b)).rejects.toMatchObject(refusal);
  });

  it('leaves with the other what was taken out since', async () => {
    const { engine, restoreId } = await aBackedUpFamily(true);
    await engine.unmerge(b);
    expect((await engine.compareWithBackup(restoreId, a)).added).toEqual({});
    await engine.bringBack(restoreId, a);
    expect((await engine.dossier(a)).interaction.map(({ id }) => id)).toEqual(['ia']);
    expect((await engine.dossier(b)).interaction.map(({ id }) => id)).toEqual(['ib']);
    // Whoever was a sign to another by then is nobody to be brought back.
    expect((await engine.searchBackup(restoreId, '')).map(({ id }) => id)).not.toContain('b');
  });
});
