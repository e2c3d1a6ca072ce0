import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import {
  aCustomer,
  anId,
  putContact,
  putCustomer,
  putFollowUp,
  putInteraction,
  putOrder,
  putRelation,
} from '../../helpers/builders.ts';

const to = (id: string, contactId?: string) => ({
  customerId: anId(id),
  ...(contactId === undefined ? {} : { contactId }),
});

describe('relations', () => {
  let machine: Machine;
  let engine: EngineMethods;

  beforeEach(async () => {
    machine = new Machine();
    ({ engine } = await machine.openEngine());
    await engine.commit('import/customers', [
      putCustomer({ id: 'li', name: '李雷' }),
      putCustomer({ id: 'han', name: '韩梅梅' }),
      putCustomer({ id: 'bao', name: '李小宝' }),
      putCustomer({ id: 'hq', name: '永兴集团', kind: 'company' }),
      putCustomer({ id: 'sub', name: '永兴五金', kind: 'company' }),
      putContact({ id: 'boss', customerId: 'sub', name: '王总' }),
      putContact({ id: 'clerk', customerId: 'sub', name: '小赵' }),
    ]);
  });

  const rolesOf = async (id: string) => {
    const { entries } = await engine.relations(anId(id));
    return entries.map(({ near, other, role }) => [near?.name ?? '', other.name, role]);
  };

  it('is seen from both sides, each as what the other is', async () => {
    await engine.commit('relation/edit', [
      putRelation({ id: 'r1', customerId: 'li', other: to('bao'), role: 'child', note: '独生子' }),
      putRelation({ id: 'r2', customerId: 'hq', other: to('sub'), role: 'subsidiary' }),
      putRelation({ id: 'r3', customerId: 'li', other: to('sub', 'boss'), role: 'boss' }),
      putRelation({ id: 'r4', customerId: 'sub', contactId: 'boss', other: to('sub', 'clerk'), role: 'report' }),
      putRelation({ id: 'r5', customerId: 'han', other: { name: '老周' }, role: 'neighbour' }),
    ]);
    expect(await rolesOf('li')).toEqual([
      ['', '李小宝', 'child'],
      ['', '王总', 'boss'],
    ]);
    expect(await rolesOf('bao')).toEqual([['', '李雷', 'parent']]);
    expect(await rolesOf('hq')).toEqual([['', '永兴五金', 'subsidiary']]);
    expect(await rolesOf('sub')).toEqual([
      ['', '永兴集团', 'headquarters'],
      ['王总', '李雷', 'report'],
      ['王总', '小赵', 'report'],
    ]);
    expect(await rolesOf('han')).toEqual([['', '老周', 'neighbour']]);
    const { entries } = await engine.relations(anId('bao'));
    expect(entries[0]).toMatchObject({ record: { note: '独生子', customerId: 'li' }, isCurrent: true });
  });

  it('calls a kind of the user’s own by its two names and counts its group', async () => {
    await engine.commit('catalogue/edit', [
      { table: 'relationKind', id: 'k', after: { id: 'k', name: '岳父', inverseName: '女婿', group: 'household' } },
    ]);
    await engine.commit('relation/edit', [
      putRelation({ id: 'r', customerId: 'li', other: to('han'), role: 'own:k>' }),
    ]);
    expect(await rolesOf('han')).toEqual([['', '李雷', 'own:k<']]);
    expect((await engine.relations(anId('han'))).household?.count).toBe(2);
    // A kind in the bin still binds whom it bound.
    await engine.commit('catalogue/edit', [{ table: 'relationKind', id: 'k', after: null }]);
    expect((await engine.relations(anId('han'))).household?.count).toBe(2);
  });

  it('adds a household up, everybody once', async () => {
    await engine.commit('relation/edit', [
      putRelation({ id: 'r1', customerId: 'li', other: to('han'), role: 'spouse' }),
      putRelation({ id: 'r2', customerId: 'li', other: to('bao'), role: 'child' }),
      putRelation({ id: 'r3', customerId: 'han', other: to('bao'), role: 'child' }),
      putRelation({ id: 'r4', customerId: 'bao', other: { name: '奶奶' }, role: 'relative' }),
      putRelation({ id: 'r5', customerId: 'han', other: { name: '姥姥' }, role: 'parent' }),
      putRelation({ id: 'r6', customerId: 'li', other: to('hq'), role: 'employer' }),
    ]);
    await engine.commit('order/edit', [
      putOrder({ id: 'o1', customerId: 'li', totalFen: 10_000, date: '2026-02-20' }),
      putOrder({ id: 'o2', customerId: 'bao', totalFen: 5_000, date: '2020-02-20' }),
      putOrder({ id: 'o3', customerId: 'hq', totalFen: 99_000, date: '2026-02-20' }),
    ]);
    await engine.commit('follow-up/create', [
      putFollowUp({ id: 'f1', customerId: 'han', due: '2026-02-20' }),
      putFollowUp({ id: 'f2', customerId: 'bao', due: '2026-03-20' }),
    ]);
    await engine.commit('interaction/log', [putInteraction({ id: 'i1', customerId: 'han', at: '2026-02-25T10:00' })]);
    for (const id of ['li', 'han', 'bao']) {
      const { household } = await engine.relations(anId(id));
      expect(household).toMatchObject({
        count: 4,
        totalFen: 15_000,
        revenueFen: 10_000,
        purchases: 2,
        openFollowUps: 2,
        overdueFollowUps: 1,
        lastContact: '2026-02-25',
      });
      expect(household?.members.map(({ name }) => name).sort()).toEqual(['姥姥', '李小宝', '李雷', '韩梅梅']);
    }
    expect((await engine.relations(anId('hq'))).household).toBeNull();
  });

  it('lets a relation that is over, or whose end is in the bin, bind nobody', async () => {
    await engine.commit('relation/edit', [
      putRelation({ id: 'r1', customerId: 'li', other: to('han'), role: 'spouse', until: '2026-02-01' }),
      putRelation({ id: 'r2', customerId: 'li', other: to('bao'), role: 'child' }),
    ]);
    const view = await engine.relations(anId('li'));
    expect(view.entries.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    expect(view.household?.count).toBe(2);
    const { changeSetId } = await engine.commit('customer/delete', [{ table: 'customer', id: 'bao', after: null }]);
    const without = await engine.relations(anId('li'));
    expect(without.household).toBeNull();
    expect(without.entries.map(({ other }) => other.isInBin)).toEqual([true, false]);
    await engine.undo(changeSetId);
    expect((await engine.relations(anId('li'))).household?.count).toBe(2);
  });

  it('tells whom of the household somebody spoke with on a day', async () => {
    await engine.commit('relation/edit', [
      putRelation({ id: 'r', customerId: 'li', other: to('han'), role: 'spouse' }),
    ]);
    await engine.commit('interaction/log', [putInteraction({ id: 'i1', customerId: 'han', at: '2026-03-01T09:00' })]);
    expect(await engine.householdContacts(anId('li'), '2026-03-01')).toEqual([{ id: 'han', name: '韩梅梅' }]);
    expect(await engine.householdContacts(anId('li'), '2026-02-28')).toEqual([]);
    expect(await engine.householdContacts(anId('han'), '2026-03-01')).toEqual([]);
  });

  it('counts the contacts with somebody of the household who is a contact person of a company', async () => {
    const clerk = { customerId: anId('hq'), contactId: 'clerk' };
    await engine.commit('contact/edit', [
      putContact({ id: 'clerk', customerId: 'hq', name: '韩会计' }),
      putContact({ id: 'boss', customerId: 'hq', name: '钱总' }),
    ]);
    await engine.commit('relation/edit', [putRelation({ id: 'r', customerId: 'li', other: clerk, role: 'spouse' })]);
    const spokenWith = (id: string) => engine.householdContacts(anId(id), '2026-03-01');
    await engine.commit('interaction/log', [
      putInteraction({ id: 'i1', customerId: 'hq', contactId: 'boss', at: '2026-03-01T09:00' }),
    ]);
    expect(await spokenWith('li')).toEqual([]);
    await engine.commit('interaction/log', [
      putInteraction({ id: 'i2', customerId: 'hq', contactId: 'clerk', at: '2026-03-01T10:00' }),
    ]);
    expect(await spokenWith('li')).toEqual([{ id: 'hq', name: '韩会计' }]);
    await engine.commit('interaction/log', [putInteraction({ id: 'i3', customerId: 'li', at: '2026-03-01T11:00' })]);
    expect(await spokenWith('hq')).toEqual([{ id: 'li', name: '李雷' }]);
  });

  it('keeps the name of a kind that was removed for those who are related by it', async () => {
    await engine.commit('catalogue/edit', [
      { table: 'relationKind', id: 'k1', after: { id: 'k1', name: '师傅', inverseName: '徒弟', group: 'household' } },
    ]);
    await engine.commit('relation/edit', [
      putRelation({ id: 'r', customerId: 'li', other: to('han'), role: 'own:k1>' }),
    ]);
    await engine.commit('catalogue/edit', [{ table: 'relationKind', id: 'k1', after: null }]);
    expect(await engine.catalogue('relationKind')).toEqual([]);
    expect(await engine.relationKinds()).toMatchObject([{ id: 'k1', name: '师傅', inverseName: '徒弟' }]);
    expect((await engine.relations(anId('li'))).household?.count).toBe(2);
  });

  it('refuses somebody’s relation to themselves and to nobody', async () => {
    const relate = (other: ReturnType<typeof to>) =>
      engine.commit('relation/edit', [putRelation({ id: 'r', customerId: 'li', other, role: 'friend' })]);
    await expect(relate(to('li'))).rejects.toThrow('archive/related-to-self');
    await expect(relate(to('nobody'))).rejects.toThrow('archive/related-to-nobody');
    expect(await rolesOf('li')).toEqual([]);
  });

  it('takes nobody away for good whom somebody is related to', async () => {
    const { changeSetId } = await engine.commit('customer/create', [putCustomer({ id: 'new', name: '新客' })]);
    const related = await engine.commit('relation/edit', [
      putRelation({ id: 'r', customerId: 'li', other: to('new'), role: 'friend' }),
    ]);
    await expect(engine.undo(changeSetId)).rejects.toThrow('archive/undo-conflict');
    await engine.undo(related.changeSetId);
    await engine.undo(changeSetId);
    await expect(engine.dossier(anId('new'))).rejects.toThrow('archive/not-found');
  });

  it('finds the same after a restart, from the image and from what came after it', async () => {
    await engine.commit('relation/edit', [
      putRelation({ id: 'r1', customerId: 'li', other: to('han'), role: 'spouse' }),
    ]);
    await engine.close();
    ({ engine } = await machine.openEngine());
    expect(await rolesOf('han')).toEqual([['', '李雷', 'spouse']]);
    await engine.commit('relation/edit', [
      putRelation({ id: 'r2', customerId: 'sub', contactId: 'boss', other: to('han'), role: 'classmate' }),
    ]);
    ({ engine } = await machine.openEngine());
    expect(await rolesOf('han')).toEqual([
      ['', '李雷', 'spouse'],
      ['', '王总', 'classmate'],
    ]);
    expect((await engine.relations(anId('li'))).household?.count).toBe(2);
  });
});

describe('introductions', () => {
  let engine: EngineMethods;
  const introduce = (id: string, by: string | undefined) =>
    engine.commit('customer/edit', [
      {
        table: 'customer',
        id,
        after: aCustomer({ id, name: id.toUpperCase(), ...(by === undefined ? {} : { referrerId: anId(by) }) }),
      },
    ]);

  beforeEach(async () => {
    ({ engine } = await new Machine().openEngine());
    await engine.commit(
      'import/customers',
      ['a', 'b', 'c', 'd', 'e'].map((id) => putCustomer({ id, name: id.toUpperCase() })),
    );
    await introduce('b', 'a');
    await introduce('c', 'b');
    await introduce('d', 'a');
    await engine.commit('order/edit', [
      putOrder({ id: 'o1', customerId: 'a', totalFen: 1, date: '2025-01-01' }),
      putOrder({ id: 'o2', customerId: 'b', totalFen: 20, date: '2025-01-01' }),
      putOrder({ id: 'o3', customerId: 'c', totalFen: 300, date: '2026-02-20' }),
      putOrder({ id: 'o4', customerId: 'd', totalFen: 4000, date: '2025-01-01' }),
    ]);
  });

  it('add up what somebody brought, directly and over others', async () => {
    const { introduced, introducedBy } = await engine.relations(anId('a'));
    expect(introducedBy).toBeNull();
    expect(introduced).toMatchObject({ direct: 2, all: 3, directFen: 4020, allFen: 4320 });
    expect(introduced.rows.map(({ name, all, totalFen }) => [name, all, totalFen])).toEqual([
      ['B', 1, 20],
      ['D', 0, 4000],
    ]);
    expect((await engine.relations(anId('c'))).introducedBy).toMatchObject({ name: 'B', customerId: 'b' });
    expect((await engine.introduced(null, 10)).rows.map(({ name }) => name)).toEqual(['A']);
    expect((await engine.introduced(anId('a'), 1)).total).toBe(2);
    expect((await engine.introducers(anId('c'))).map(({ name }) => name)).toEqual(['B', 'A']);
  });

  it('leave out whoever is in the bin and keep the place', async () => {
    await engine.commit('customer/delete', [{ table: 'customer', id: 'b', after: null }]);
    expect((await engine.relations(anId('a'))).introduced).toMatchObject({
      direct: 1,
      all: 2,
      directFen: 4000,
      allFen: 4300,
    });
  });

  it('never run in a circle, whichever way it is tried', async () => {
    await expect(introduce('a', 'c')).rejects.toThrow('archive/introduced-in-circle');
    await expect(introduce('a', 'a')).rejects.toThrow('archive/related-to-self');
    await expect(introduce('a', 'nobody')).rejects.toThrow('archive/related-to-nobody');
    const both = ['d', 'e'].map((id, at) => ({
      table: 'customer' as const,
      id,
      after: aCustomer({ id, name: id, referrerId: anId(at === 0 ? 'e' : 'd') }),
    }));
    await expect(engine.commit('import/customers', both)).rejects.toThrow('archive/introduced-in-circle');
    // Taking a change back must not close one either.
    const { changeSetId } = await introduce('b', undefined);
    await introduce('a', 'c');
    await expect(engine.undo(changeSetId)).rejects.toThrow('archive/introduced-in-circle');
    expect((await engine.introducers(anId('a'))).map(({ name }) => name)).toEqual(['C', 'B']);
  });

  it('are owed thanks for a first purchase of late, until somebody says or plans them', async () => {
    const owed = async (id: string) =>
      (await engine.relations(anId(id))).thanks.map(({ name, hasBought }) => [name, hasBought]);
    expect(await owed('b')).toEqual([['C', true]]);
    await engine.commit('follow-up/create', [putFollowUp({ id: 'f', customerId: 'b', title: '感谢介绍C' })]);
    expect(await owed('b')).toEqual([]);
    await engine.undo();
    await engine.commit('interaction/log', [putInteraction({ id: 'i', customerId: 'b', at: '2026-02-21T09:00' })]);
    expect(await owed('b')).toEqual([]);
  });

  it('may name somebody who is no customer', async () => {
    await engine.commit('customer/edit', [
      {
        table: 'customer',
        id: 'e',
        after: aCustomer({ id: 'e', name: 'E', referral: { name: '老王', note: '展会上' } }),
      },
    ]);
    expect((await engine.relations(anId('e'))).introducedBy).toMatchObject({
      kind: 'name',
      name: '老王',
      note: '展会上',
    });
  });
});
