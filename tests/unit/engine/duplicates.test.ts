import { describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putRelation } from '../../helpers/builders.ts';

const phone = (raw: string) => [{ raw, e164: `+86${raw}`, kind: 'mobile' as const }];

async function aShop() {
  const machine = new Machine();
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
    expect(await engine.findDuplicates()).toMatchObject({ customers: 5, counts: { same: 1, household: 1, branch: 0 } });
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

  it('stops when it is told to, and gives way to a newer search', async () => {
    const { machine, engine } = await aShop();
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
  });
});
