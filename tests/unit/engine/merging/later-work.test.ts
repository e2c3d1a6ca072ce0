import { describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../../renderer/engine/client-types.ts';
import { anId, putCustomer, putFollowUp, putInteraction, putOrder, putRelation } from '../../../helpers/builders.ts';
import { a, b, c, family, merge, withEngine } from '../../../helpers/merging.ts';
import { aWholeKebu } from '../../../helpers/whole-kebu.ts';

/** The two ways back: by the card of the one that stayed, and by the step in the history. */
const ways = {
  unmerge: (engine: EngineMethods) => engine.unmerge(b),
  undo: (engine: EngineMethods, changeSetId: string) => engine.undo(changeSetId),
};

describe.each(['unmerge', 'undo'] as const)('what came later and speaks of the other’s, at %s', (way) => {
  it('goes along with it, wherever it lies', async () => {
    const { engine } = await withEngine(family);
    const { changeSetId } = await merge(engine, [a, b]);
    const later = [
      putInteraction({ id: 'talk', customerId: 'a', contactId: 'pb', text: '和王总谈的' }),
      putInteraction({ id: 'done', customerId: 'a', followUpId: 'fb', text: '回访过了' }),
      putInteraction({ id: 'own', customerId: 'a', text: '别的事' }),
      putFollowUp({ id: 'next', customerId: 'a', contactId: 'pb' }),
      putOrder({ id: 'back', customerId: 'a', type: 'refund', refOrderId: 'ob' }),
      putRelation({ id: 'near', customerId: 'a', contactId: 'pb', other: { customerId: c }, role: 'friend' }),
      putRelation({ id: 'far', customerId: 'c', other: { customerId: a, contactId: 'pb' }, role: 'classmate' }),
      putCustomer({ id: 'd', name: '赵六', referrerId: a, referral: { contactId: 'pb' } }),
    ];
    for (const edit of later) await engine.commit('customer/edit', [edit]);
    await ways[way](engine, changeSetId);
    const [own, other] = [await engine.dossier(a), await engine.dossier(b)];
    expect(own.interaction.map(({ id }) => id)).toEqual(['ia', 'own']);
    expect(other.interaction.map(({ id }) => id).toSorted()).toEqual(['done', 'ib', 'talk']);
    expect(other.followUp.map(({ id }) => id).toSorted()).toEqual(['fb', 'next']);
    expect(other.order.map(({ id }) => id).toSorted()).toEqual(['back', 'ob']);
    expect(own.order).toEqual([]);
    expect(other.relation.find(({ id }) => id === 'near')).toMatchObject({ customerId: 'b', contactId: 'pb' });
    const far = (await engine.dossier(c)).relation.find(({ id }) => id === 'far');
    expect(far?.other).toEqual({ customerId: 'b', contactId: 'pb' });
    expect((await engine.dossier(anId('d'))).customer.referrerId).toBe('b');
    // And the whole of it is one step that can be taken back.
    await (way === 'undo' ? engine.redo() : engine.undo());
    expect((await engine.dossier(a)).interaction.map(({ id }) => id).toSorted()).toEqual([
      'done',
      'ia',
      'ib',
      'own',
      'talk',
    ]);
  });
});

describe('an older step of somebody who was merged since', () => {
  it('is taken back where the record is now', async () => {
    const { engine } = await withEngine(family);
    const { changeSetId } = await engine.commit('interaction/edit', [
      putInteraction({ id: 'ib', customerId: 'b', text: '报价，又改' }),
    ]);
    const deletion = await engine.commit('order/edit', [{ table: 'order', id: 'ob', customerId: b, after: null }]);
    await merge(engine, [a, b]);
    await engine.undo(changeSetId);
    expect((await engine.dossier(a)).interaction.find(({ id }) => id === 'ib')?.text).toBe('报价，改过');
    await engine.undo(deletion.changeSetId);
    expect((await engine.dossier(a)).order.find(({ id }) => id === 'ob')?.deletedAt).toBeUndefined();
    expect((await engine.dossier(a)).order).toHaveLength(1);
  });

  it.each([
    [
      'from their own side',
      putRelation({ id: 'r', customerId: 'b', other: { customerId: c }, role: 'neighbour' }),
      'a',
      'c',
    ],
    [
      'from the far side',
      putRelation({ id: 'r', customerId: 'c', other: { customerId: b }, role: 'neighbour' }),
      'c',
      'a',
    ],
  ])('relates who stays, where a relation told %s was taken away before', async (_side, related, near, far) => {
    const { engine } = await withEngine([...family, related]);
    const holder = anId((related.after as { customerId: string }).customerId);
    const gone = await engine.commit('relation/edit', [
      { table: 'relation', id: 'r', customerId: holder, after: null },
    ]);
    await merge(engine, [a, b]);
    await engine.undo(gone.changeSetId);
    const restored = (await engine.dossier(anId(near))).relation.find(({ id }) => id === 'r');
    expect(restored).toMatchObject({ customerId: near, other: { customerId: far } });
    expect((await engine.dossier(b)).relation).toEqual([]);
    await engine.redo();
    for (const id of [a, b, c]) {
      expect((await engine.dossier(id)).relation.map((each) => each.id)).not.toContain('r');
    }
    await engine.undo(gone.changeSetId);
    expect((await engine.dossier(anId(near))).relation.map(({ id }) => id)).toContain('r');
  });

  it('relates nobody to themselves', async () => {
    const { engine } = await withEngine(family);
    const gone = await engine.commit('relation/edit', [{ table: 'relation', id: 'r1', customerId: b, after: null }]);
    await merge(engine, [a, b]);
    await engine.undo(gone.changeSetId).catch(() => undefined);
    for (const id of [a, b]) {
      expect((await engine.dossier(id)).relation.map((each) => each.id)).not.toContain('r1');
    }
  });

  it('that made the customer asks first, and takes what it made out of the one that stays', async () => {
    const { engine } = await withEngine([putCustomer({ id: 'a', name: '张伟' })]);
    const { changeSetId } = await engine.commit('import/customers', [
      putCustomer({ id: 'b', name: '張偉' }),
      putOrder({ id: 'ob', customerId: 'b' }),
    ]);
    await merge(engine, [a, b]);
    await expect(engine.undo(changeSetId)).rejects.toMatchObject({ error: { code: 'archive/undo-conflict' } });
    await engine.undo(changeSetId, 'keep');
    expect((await engine.dossier(a)).order).toEqual([]);
    await engine.unmerge(b);
    expect((await engine.dossier(b)).customer.name).toBe('張偉');
  });
});

describe('taking the taking apart back', () => {
  it.each([
    ['a talk', putInteraction({ id: 'new', customerId: 'b', text: '拆开以后' })],
    ['the card', putCustomer({ id: 'b', name: '張偉', code: 'B1', title: '店长' })],
    ['a relation', putRelation({ id: 'new', customerId: 'c', other: { customerId: b }, role: 'neighbour' })],
    ['an introduction', putCustomer({ id: 'd', name: '赵六', referrerId: b })],
  ])('is refused once %s was written to the other one, and merging again is the way', async (_what, edit) => {
    const { engine } = await withEngine(family);
    await merge(engine, [a, b]);
    const { changeSetId } = await engine.unmerge(b);
    await engine.commit('customer/edit', [edit]);
    const refusal = { error: { code: 'merge/written-since', data: { name: '張偉' } } };
    await expect(engine.undo(changeSetId)).rejects.toMatchObject(refusal);
    await expect(engine.previewUndo(changeSetId)).rejects.toMatchObject(refusal);
    await merge(engine, [a, b]);
    expect((await engine.card(b)).survivor).toBe('a');
  });
});

describe('one who went on with the one that stayed', () => {
  it('is erased with them, through every step', async () => {
    const kebu = await aWholeKebu();
    const engine = await kebu.openEngine();
    for (const edit of family) await engine.commit('customer/edit', [edit]);
    await merge(engine, [a, b]);
    await merge(engine, [c, a]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'c', after: null }]);
    expect(await engine.erase([c])).toMatchObject({ persons: 3 });
    for (const id of [a, b, c])
      await expect(engine.dossier(id)).rejects.toMatchObject({ error: { code: 'archive/not-found' } });
  });
});
