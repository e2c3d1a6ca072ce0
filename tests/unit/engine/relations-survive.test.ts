import { describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { anId, putCustomer, putRelation } from '../../helpers/builders.ts';
import { aWholeKebu, type WholeKebu } from '../../helpers/whole-kebu.ts';

const zhang = anId('zhang');
const li = anId('li');

/** 张三, and 李四 whom 张三 introduced and whose dossier says that 张三 is the spouse; a backup of that, opened. */
async function aCouple() {
  const kebu = await aWholeKebu();
  const engine = await kebu.openEngine();
  await engine.commit('customer/create', [
    putCustomer({ id: 'zhang', name: '张三' }),
    putCustomer({ id: 'li', name: '李四', referrerId: zhang, referral: { note: '金丝雀介绍' } }),
    putCustomer({ id: 'wang', name: '王五' }),
  ]);
  await engine.commit('relation/edit', [
    putRelation({ id: 'r1', customerId: 'li', other: { customerId: zhang }, role: 'spouse', note: '金丝雀' }),
    putRelation({ id: 'r2', customerId: 'zhang', other: { customerId: anId('wang') }, role: 'friend' }),
  ]);
  await engine.commit('relation/edit', [
    putRelation({ id: 'r1', customerId: 'li', other: { customerId: zhang }, role: 'spouse', note: '金丝雀，改过' }),
  ]);
  kebu.wait(1);
  const { backupId } = await engine.backup();
  kebu.wait(1);
  return { kebu, engine, backupId };
}

async function openBackup(kebu: WholeKebu, backupId: string): Promise<string> {
  const { chosen } = await kebu.call('restore/choose', { knownBackupId: backupId });
  return (await kebu.call('restore/open', { restoreId: chosen!.restoreId })).restoreId;
}

const rolesOf = async (engine: EngineMethods, id: typeof zhang) =>
  (await engine.relations(id)).entries.map(({ other, role }) => [other.name, role]);

async function bin(engine: EngineMethods, id: typeof zhang): Promise<void> {
  await engine.commit('customer/delete', [{ table: 'customer', id, after: null }]);
}

describe('relations and introductions', () => {
  it('forget the erased, in the other’s dossier and in its field history', async () => {
    const { engine } = await aCouple();
    expect(JSON.stringify(await engine.dossier(li))).toContain('金丝雀');
    await bin(engine, zhang);
    await engine.erase([zhang]);
    const dossier = await engine.dossier(li);
    expect(dossier.relation).toEqual([]);
    expect(dossier.customer.referrerId).toBeUndefined();
    expect(dossier.customer.referral).toBeUndefined();
    expect(JSON.stringify(dossier.history)).not.toMatch(/改过|金丝雀|zhang/);
    expect(await rolesOf(engine, li)).toEqual([]);
    expect(await rolesOf(engine, anId('wang'))).toEqual([]);
  });

  it('forget the erased in fields that refer to customers, and in whom they were said of once', async () => {
    const { engine } = await aCouple();
    const field = { id: 'partner', label: '合伙人', type: 'reference' as const, options: [] };
    await engine.commit('field/edit', [{ table: 'customField', id: field.id, after: field }]);
    const wang = anId('wang');
    const refer = async (partner: string | undefined) => {
      const customFields = partner === undefined ? {} : { partner };
      await engine.commit('customer/edit', [putCustomer({ id: 'wang', name: '王五', customFields })]);
    };
    await refer(zhang);
    await refer(undefined);
    await engine.commit('customer/edit', [putCustomer({ id: 'li', name: '李四', customFields: { partner: zhang } })]);
    expect(JSON.stringify((await engine.dossier(wang)).history)).toContain('zhang');
    await bin(engine, zhang);
    await engine.erase([zhang]);
    for (const id of [wang, li]) expect(JSON.stringify(await engine.dossier(id))).not.toContain('zhang');
    expect(JSON.stringify(await engine.history(50))).not.toContain('zhang');
  });

  it('leave the erased out of a backup of before that is restored', async () => {
    const { kebu, engine, backupId } = await aCouple();
    await bin(engine, zhang);
    kebu.wait(1);
    await kebu.call('erasure/begin', { customerIds: [zhang] });
    const restoreId = await openBackup(kebu, backupId);
    // The state that is left is kept first, as the window does.
    await engine.backup();
    const opened = await kebu.call('restore/apply', { restoreId });
    await engine.close().catch(() => undefined);
    const restored = await kebu.openEngine(opened);
    const dossier = await restored.dossier(li);
    expect(dossier.relation).toEqual([]);
    expect(dossier.customer.referrerId).toBeUndefined();
    expect(JSON.stringify(dossier)).not.toContain('金丝雀');
  });

  it('come back with a customer taken out of a backup, also those that lie in the other’s dossier', async () => {
    const { kebu, engine, backupId } = await aCouple();
    await engine.commit('relation/edit', [
      { table: 'relation', id: 'r1', customerId: li, after: null },
      { table: 'relation', id: 'r2', customerId: zhang, after: null },
    ]);
    await bin(engine, zhang);
    const restoreId = await openBackup(kebu, backupId);
    expect(await engine.compareWithBackup(restoreId, zhang)).toMatchObject({ state: 'bin', unrelated: 0 });
    const { changeSetId } = await engine.bringBack(restoreId, zhang);
    expect(await rolesOf(engine, zhang)).toEqual([
      ['李四', 'spouse'],
      ['王五', 'friend'],
    ]);
    expect(await rolesOf(engine, li)).toEqual([['张三', 'spouse']]);
    await engine.undo(changeSetId);
    expect(await rolesOf(engine, li)).toEqual([]);
  });

  it('stay as the other one says them by now when the customer comes back', async () => {
    const { kebu, engine, backupId } = await aCouple();
    const said = { id: 'r1', customerId: 'li', other: { customerId: zhang }, role: 'spouse', note: '后来写的' };
    await engine.commit('relation/edit', [putRelation(said)]);
    await engine.commit('customer/edit', [putCustomer({ id: 'zhang', name: '张三丰' })]);
    const restoreId = await openBackup(kebu, backupId);
    await engine.bringBack(restoreId, zhang);
    expect((await engine.dossier(zhang)).customer.name).toBe('张三');
    expect((await engine.dossier(li)).relation).toMatchObject([{ note: '后来写的' }]);
  });

  it('come back without those that lead to somebody who is gone', async () => {
    const { kebu, engine } = await aCouple();
    await bin(engine, anId('wang'));
    await engine.erase([anId('wang')]);
    await engine.commit('relation/edit', [{ table: 'relation', id: 'r1', customerId: li, after: null }]);
    kebu.wait(1);
    const after = await engine.backup();
    await bin(engine, zhang);
    const restoreId = await openBackup(kebu, after.backupId);
    await engine.bringBack(restoreId, zhang);
    expect(await rolesOf(engine, zhang)).toEqual([]);
  });
});
