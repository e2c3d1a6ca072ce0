import { describe, expect, it } from 'vitest';
import { anId, putCustomer, putFollowUp, putInteraction } from '../../helpers/builders.ts';
import { zhang, namesOf, put, aShop, bin } from '../../helpers/recovered-shop.ts';

describe('one customer out of a backup', () => {
  async function opened() {
    const { kebu, engine } = await aShop();
    kebu.wait(1);
    const { backupId } = await engine.backup();
    kebu.wait(1);
    const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
    const { restoreId } = await kebu.call('restore/open', { restoreId: chosen!.restoreId });
    return { kebu, engine, restoreId };
  }

  it('is found by name, pinyin initials and phone', async () => {
    const { engine, restoreId } = await opened();
    for (const text of ['张三', 'zs', 'zhangsan', '1234']) {
      expect([text, (await engine.searchBackup(restoreId, text)).map(({ name }) => name)]).toEqual([text, ['张三']]);
    }
    expect(await engine.searchBackup(restoreId, '王五')).toEqual([]);
  });

  it('comes back from the bin with what was changed and lost, keeps what is newer, and can be undone', async () => {
    const { engine, restoreId } = await opened();
    expect(await engine.compareWithBackup(restoreId, zhang)).toMatchObject({ state: 'same', conflicts: [] });
    await engine.commit('customer/edit', [put('zhang', '张三丰')]);
    await engine.commit('interaction/log', [putInteraction({ id: 'i2', customerId: 'zhang', text: '新的' })]);
    await bin(engine);
    const plan = await engine.compareWithBackup(restoreId, zhang);
    expect(plan).toMatchObject({ state: 'bin', name: '张三', added: {}, kept: { interaction: 1 } });
    expect(plan.conflicts.map(({ field }) => field).sort()).toEqual(['deletedAt', 'name', 'phones']);
    const { changeSetId } = await engine.bringBack(restoreId, zhang);
    const dossier = await engine.dossier(zhang);
    expect(dossier.customer.name).toBe('张三');
    expect(dossier.interaction.map(({ id }) => id).sort()).toEqual(['i1', 'i2']);
    await engine.undo(changeSetId);
    expect((await engine.dossier(zhang)).customer).toMatchObject({
      name: '张三丰',
      deletedAt: expect.any(String) as string,
    });
  });

  it('is added when it is not here at all, with its tags and the reasons it speaks of', async () => {
    const { kebu, engine } = await aShop();
    await engine.commit('customer/create', [
      { table: 'tag', id: 't', after: { id: 't', name: '茶友' } },
      putCustomer({ id: 'wang', name: '王五', tagIds: ['t'] }),
      { table: 'word', id: 'w', after: { id: 'w', list: 'putOffReason', key: 'own:w', name: '在坐月子' } },
      putFollowUp({ id: 'f', customerId: 'wang', status: 'skipped', putOffReason: 'own:w' }),
    ]);
    kebu.wait(1);
    const { backupId } = await engine.backup();
    await engine.undo();
    expect(await namesOf(engine)).toEqual(['张三', '李四']);
    const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
    const { restoreId } = await kebu.call('restore/open', { restoreId: chosen!.restoreId });
    expect((await engine.searchBackup(restoreId, '王五'))[0]?.state).toBe('missing');
    const { changeSetId } = await engine.bringBack(restoreId, anId('wang'));
    expect(await namesOf(engine)).toEqual(['张三', '李四', '王五']);
    expect((await engine.catalogue('tag')).map(({ name }) => name)).toEqual(['茶友']);
    expect((await engine.catalogue('word')).map(({ name }) => name)).toEqual(['在坐月子']);
    await engine.undo(changeSetId);
    expect(await namesOf(engine)).toEqual(['张三', '李四']);
  });

  it('is refused when the customer was erased, and then not even listed', async () => {
    const { kebu, engine, restoreId } = await opened();
    await bin(engine);
    kebu.wait(1);
    // The opened file was rewritten meanwhile; a copy elsewhere is what a user would have.
    const { backups } = await kebu.call('backup/status', {});
    expect(backups.length).toBeGreaterThan(0);
    await kebu.call('erasure/begin', { customerIds: [zhang] });
    expect((await engine.searchBackup(restoreId, '')).map(({ name }) => name)).toEqual(['李四']);
    await expect(engine.compareWithBackup(restoreId, zhang)).rejects.toThrow('restore/erased-person');
    await expect(engine.bringBack(restoreId, zhang)).rejects.toThrow('restore/erased-person');
  });
});
