import { describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';
import { anId, putContact, putCustomer, putRelation } from '../../helpers/builders.ts';

const phone = (raw: string) => [{ raw, e164: `+86${raw}`, kind: 'mobile' as const }];

/** `large`: in memory, because the fake database takes seconds for many customers. */
async function aShop(size?: 'large') {
  const machine = new Machine();
  if (size === 'large') machine.wrapStore = createMemoryStore;
  const { engine } = await machine.openEngine();
  await engine.commit('customer/create', [
    putCustomer({ id: 'a', name: '闻人静', phones: phone('13800138000') }),
    putCustomer({ id: 'b', name: '闻人靖', phones: phone('13800138000') }),
    putCustomer({ id: 'c', name: '王芳', phones: phone('13900139000') }),
    putCustomer({ id: 'd', name: '李雷', phones: phone('13900139000') }),
    putCustomer({ id: 'e', name: '赵六', phones: phone('13700137000') }),
  ]);
  return { machine, engine };
}

async function pairsOf(engine: EngineMethods) {
  const scan = await engine.findDuplicates();
  return scan?.pairs.map(({ a, b, verdict }) => `${a.id}${b.id} ${verdict}`);
}

describe('looking for duplicates', () => {
  it('finds who may be one and who belongs together, and nobody in the bin', async () => {
    const { engine } = await aShop();
    expect(await engine.findDuplicates()).toMatchObject({
      customers: 5,
      counts: { same: 1, household: 1, contact: 0, branch: 0 },
    });
    expect(await pairsOf(engine)).toEqual(['ab same', 'cd household']);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'a', after: null }]);
    expect(await pairsOf(engine)).toEqual(['cd household']);
  });

  it('remembers who was told apart, until that is undone, and forgets it with the customer who is merged', async () => {
    const { engine } = await aShop();
    const between: [ReturnType<typeof anId>, ReturnType<typeof anId>] = [anId('a'), anId('b')];
    await engine.commit('customer/not-same', [{ table: 'distinctPair', id: 'p', after: { id: 'p', between } }]);
    expect(await pairsOf(engine)).toEqual(['cd household']);
    await engine.undo();
    expect(await pairsOf(engine)).toEqual(['ab same', 'cd household']);
    await engine.redo();
    // What is known of the one that goes along is known of the survivor.
    await engine.merge({ ids: [anId('e'), anId('a')], survivor: anId('e'), choices: {} });
    expect(await pairsOf(engine)).toEqual(['cd household']);
    expect((await engine.catalogue('distinctPair'))[0]?.between).toEqual(['b', 'e']);
  });

  it('does not propose to relate those who are related', async () => {
    const { engine } = await aShop();
    await engine.commit('relation/edit', [
      putRelation({ id: 'r', customerId: 'd', other: { customerId: anId('c') }, role: 'spouse' }),
    ]);
    expect(await pairsOf(engine)).toEqual(['ab same']);
  });

  it('finds who is a contact person of a company, and companies with one of them, by number, mail and account', async () => {
    const { engine } = await new Machine().openEngine();
    const [mail, account] = [[{ address: 'Lin@Chuangda.example' }], [{ kind: 'wechat' as const, account: 'lin_cd' }]];
    await engine.commit('customer/create', [
      putCustomer({ id: 'x', kind: 'company', name: '杭州创达有限公司' }),
      putContact({ id: 'p', customerId: 'x', name: '林晓', emails: mail, ims: account }),
      putCustomer({
        id: 'y',
        kind: 'company',
        name: '苏州明远科技有限公司',
        emails: [{ address: 'lin@chuangda.example' }],
      }),
      putCustomer({ id: 'z', name: '林晓', ims: account }),
    ]);
    const scan = await engine.findDuplicates();
    expect(scan?.pairs.map(({ a, b, verdict }) => `${a.id}${b.id} ${verdict}`).toSorted()).toEqual([
      'xy contact',
      'xz contact',
    ]);
    const itsPerson = scan?.pairs.find(({ b }) => b.id === 'z');
    expect(itsPerson).toMatchObject({ a: { isPerson: false }, b: { isPerson: true } });
    expect(itsPerson?.reasons).toContain('person');
    // Whoever types the mail sees both.
    const [hits] = await engine.matches([{ email: 'LIN@chuangda.example' }]);
    expect(hits?.map(({ id }) => id).toSorted()).toEqual(['x', 'y']);
    await engine.commit('relation/edit', [
      putRelation({ id: 'r', customerId: 'x', other: { customerId: anId('z') }, role: 'employee' }),
    ]);
    expect((await engine.foundDuplicates()).scan?.counts.contact).toBe(1);
  });

  it('keeps what was found, without what was decided since, and says who came later', async () => {
    const { engine } = await aShop();
    const kept = async () => (await engine.foundDuplicates()).scan;
    expect(await kept()).toMatchObject({ customers: 5, added: 0 });
    await engine.commit('import/customers', [putCustomer({ id: 'f', name: '闻人静', phones: phone('13800138000') })]);
    expect(await kept()).toMatchObject({ customers: 5, added: 1, counts: { same: 1, household: 1 } });
    await engine.merge({ ids: [anId('a'), anId('b')], survivor: anId('a'), choices: {} });
    expect(await kept()).toMatchObject({ counts: { same: 0, household: 1 } });
    await engine.undo();
    expect((await kept())?.pairs.map(({ a, b }) => `${a.id}${b.id}`)).toEqual(['ab', 'cd']);
    await engine.commit('customer/edit', [putCustomer({ id: 'a', name: '闻人静静', phones: phone('13800138000') })]);
    expect((await kept())?.pairs[0]?.a.name).toBe('闻人静静');
  });

  it('looks through few unasked, and many only when it is told to', async () => {
    const { machine, engine } = await aShop();
    const [one, other] = await Promise.all([engine.foundDuplicates(), engine.foundDuplicates()]);
    expect(one.scan).toMatchObject({ customers: 5, counts: { same: 1, household: 1 } });
    expect(other).toEqual(one);
    expect(machine.events.filter(({ type }) => type === 'progress')).toEqual([]);
    const many = await aShop('large');
    await many.engine.commit(
      'import/customers',
      Array.from({ length: 10_000 }, (_, n) => putCustomer({ id: `n${n}`, name: `客${n}` })),
    );
    expect(await many.engine.foundDuplicates()).toEqual({ isSearching: false, scan: null });
  });

  it('stops when it is told to, and gives way to a newer search', async () => {
    const { machine, engine } = await aShop('large');
    await engine.commit(
      'import/customers',
      Array.from({ length: 2_500 }, (_, n) => putCustomer({ id: `n${n}`, name: `客${n}` })),
    );
    const stopped = engine.findDuplicates();
    await engine.stopFinding();
    expect(await stopped).toBeNull();
    const [older, newer] = [engine.findDuplicates(), engine.findDuplicates()];
    expect(await older).toBeNull();
    expect((await newer)?.customers).toBe(2_505);
    const told = machine.events.filter((event) => event.type === 'progress' && event.task === 'duplicates');
    expect(told.at(-1)).toMatchObject({ done: 7_515, total: 7_515 });
    expect((await engine.foundDuplicates()).isSearching).toBe(false);
  });
});
