import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { commit, Machine, metaOf, putMeta, stateOf } from '../../helpers/archive.ts';
import { putCustomer, putInteraction } from '../../helpers/builders.ts';

describe('the base snapshot of a database that is built anew', () => {
  let machine: Machine;
  let before: Awaited<ReturnType<typeof stateOf>>;
  /** With what main was asked for it. */
  let orders: unknown[];

  beforeEach(async () => {
    machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('import/customers', [
      ...['a', 'b', 'c'].map((id) => putCustomer({ id, name: id })),
      putInteraction({ id: 'i1', customerId: 'a', text: '聊了茶' }),
    ]);
    await engine.backup();
    await engine.close();
    machine.main.compact();
    const { archive } = await machine.openArchive();
    await commit(archive, 'customer/edit', [putCustomer({ id: 'b', name: '改名', code: 'B' })]);
    before = await stateOf(archive);
    archive.close();
    orders = [];
  });

  /** Answers what is asked of one that is not verified first as if it were bad. */
  function spoil(how: 'cut short' | 'holds fewer than were counted' | 'not at all'): void {
    const call = machine.main.call.bind(machine.main);
    let isVoidable = false;
    machine.main.call = async (channel, input) => {
      const answer = (await call(channel, input)) as Record<string, unknown>;
      if (channel === 'snapshot/open') {
        orders.push(input);
        isVoidable = 'isVoidable' in input;
        if (isVoidable && how === 'holds fewer than were counted')
          return { ...answer, counts: { customer: 4 } } as never;
      }
      const isCut = channel === 'snapshot/read' && isVoidable && how === 'cut short';
      const { chunk } = answer;
      return (isCut && chunk instanceof Uint8Array ? { chunk: chunk.subarray(0, -40) } : answer) as never;
    };
  }

  it('is not waited for until it is verified where nothing could be lost', async () => {
    spoil('not at all');
    machine.indexedDB = new IDBFactory();
    const again = await machine.openArchive();
    expect(again.report).toMatchObject({ found: 'wiped', replayedChangeSets: 1, rebuiltRecords: 4 });
    expect(await stateOf(again.archive)).toEqual(before);
    expect(orders).toEqual([{ isVoidable: true }]);
  });

  it.each(['cut short', 'holds fewer than were counted'] as const)(
    'is exchanged for one that is verified first when it turns out to be bad: %s',
    async (how) => {
      spoil(how);
      machine.indexedDB = new IDBFactory();
      const again = await machine.openArchive();
      expect(again.report).toMatchObject({ found: 'wiped', replayedChangeSets: 1, rebuiltRecords: 4 });
      expect(await stateOf(again.archive)).toEqual(before);
      expect(orders).toEqual([{ isVoidable: true }, {}]);
    },
  );

  it('is verified first while the database holds something', async () => {
    spoil('cut short');
    const { archive } = await machine.openArchive();
    await putMeta(archive.store, { ...(await metaOf(archive.store)), contentVersion: 0 });
    archive.close();
    const again = await machine.openArchive();
    expect(again.report.found).toBe('outdated');
    expect(await stateOf(again.archive)).toEqual(before);
    expect(orders).toEqual([{}]);
  });
});
