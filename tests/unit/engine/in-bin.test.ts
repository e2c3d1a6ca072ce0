import { describe, expect, it } from 'vitest';
import { Machine } from '../../helpers/archive.ts';
import { aContactDraft, anId, putCustomer, putFollowUp, putOrder } from '../../helpers/builders.ts';
import { merge } from '../../helpers/merging.ts';

const zhang = anId('zhang');
const li = anId('li');

async function twoCustomers() {
  const { engine } = await new Machine().openEngine();
  await engine.commit('customer/create', [
    putCustomer({ id: 'zhang', name: '张三' }),
    putCustomer({ id: 'li', name: '李四' }),
    putFollowUp({ id: 'f', customerId: 'zhang' }),
  ]);
  return engine;
}

const bin = { table: 'customer', id: 'zhang', after: null } as const;

describe('somebody in the bin', () => {
  it('gets nothing new, where nobody would see it', async () => {
    const engine = await twoCustomers();
    await engine.commit('customer/delete', [bin]);
    const refusal = { error: { code: 'archive/in-bin', data: { name: '张三' } } };
    const order = putOrder({ id: 'o', customerId: 'zhang' });
    await expect(engine.commit('order/create', [order])).rejects.toMatchObject(refusal);
    const talk = aContactDraft({ customerId: 'zhang', text: '问候' });
    await expect(engine.logContact(talk)).rejects.toMatchObject(refusal);
    expect((await engine.dossier(zhang)).order).toEqual([]);
  });

  it('comes out of it together with what is new, and what is taken back goes where it was', async () => {
    const engine = await twoCustomers();
    const { changeSetId } = await engine.commit('follow-up/edit', [
      { table: 'followUp', id: 'f', customerId: zhang, after: null },
    ]);
    await engine.commit('customer/delete', [bin]);
    await engine.undo(changeSetId);
    expect((await engine.dossier(zhang)).followUp.map(({ id }) => id)).toEqual(['f']);
    await engine.commit('customer/restore', [
      putCustomer({ id: 'zhang', name: '张三' }),
      putOrder({ id: 'o', customerId: 'zhang' }),
    ]);
    expect((await engine.dossier(zhang)).order).toHaveLength(1);
  });

  it('is told from whoever is there, was merged or is gone', async () => {
    const engine = await twoCustomers();
    expect(await engine.whereabouts(zhang)).toEqual({ id: zhang, name: '张三', isInBin: false });
    await merge(engine, [li, zhang]);
    expect(await engine.whereabouts(zhang)).toEqual({ id: li, name: '李四', isInBin: false });
    await engine.commit('customer/delete', [{ ...bin, id: 'li' }]);
    expect(await engine.whereabouts(zhang)).toEqual({ id: li, name: '李四', isInBin: true });
    expect(await engine.whereabouts(anId('nobody'))).toBeNull();
  });
});
