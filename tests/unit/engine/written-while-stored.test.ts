import { describe, expect, it } from 'vitest';
import type { StoreBatch } from '../../../renderer/db/archive-store.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { commit, Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putInteraction } from '../../helpers/builders.ts';

/** More than one transaction takes. */
const many = 2_050;

/** A machine whose database writes when it is let. */
async function aMachine() {
  const machine = new Machine();
  const doors: { open: () => void; refuse: (error: Error) => void }[] = [];
  const batches: StoreBatch[] = [];
  let isHeld = false;
  machine.wrapStore = (store) => ({
    ...store,
    write: async (batch: StoreBatch) => {
      batches.push(batch);
      if (isHeld) {
        await new Promise<void>((resolve, reject) => {
          doors.push({ open: resolve, refuse: reject });
        });
      }
      return store.write(batch);
    },
  });
  const { engine } = await machine.openEngine();
  await engine.commit('import/customers', [
    putCustomer({ id: 'zhang', name: '张三' }),
    putCustomer({ id: 'li', name: '李四' }),
  ]);
  return {
    machine,
    engine,
    batches,
    hold: () => {
      isHeld = true;
    },
    letGo: () => {
      isHeld = false;
      for (const { open } of doors.splice(0)) open();
    },
    refuse: (error: Error = new DOMException('', 'QuotaExceededError')) => {
      for (const { refuse } of doors.splice(0)) refuse(error);
    },
    /** So many writes wait for the database. */
    waits: (count = 1) => expect.poll(() => doors.length).toBe(count),
  };
}

async function seen(engine: EngineMethods): Promise<unknown> {
  const { token, total } = await engine.query('list', { text: '', sort: [{ column: 'name', descending: false }] });
  const rows = await engine.rows(token, 0, total);
  const { customers, counts } = await engine.overview();
  return { names: rows.map(({ name }) => name), customers, counts };
}

const idsOf = async (engine: EngineMethods, text: string) => (await engine.search(text, 5)).map(({ id }) => id);

describe('while the database writes', () => {
  it('what is written is known already, and is there once it is written', async () => {
    const { machine, engine, hold, letGo, waits } = await aMachine();
    hold();
    const writing = engine.commit('customer/edit', [
      putCustomer({ id: 'zhang', name: '改名' }),
      putInteraction({ id: 'i1', customerId: 'zhang', text: '要龙井' }),
      putCustomer({ id: 'new', name: '新客' }),
    ]);
    await waits();
    await expect.poll(() => idsOf(engine, '改名')).toEqual(['zhang']);
    expect(await idsOf(engine, '张三')).toEqual([]);
    expect(await idsOf(engine, '龙井')).toEqual(['zhang']);
    const { customer, interaction } = await engine.dossier(anId('zhang'));
    expect([customer.name, interaction.length]).toEqual(['改名', 1]);
    expect((await engine.dossier(anId('new'))).customer.name).toBe('新客');
    letGo();
    await writing;
    const before = await seen(engine);
    await engine.close();
    const again = await machine.openEngine();
    expect(again.report.found).toBe('equal');
    expect(await seen(again.engine)).toEqual(before);
  });

  it('and refuses it, the journal has it: nothing more is taken, and the next start shows the same', async () => {
    const { machine, engine, hold, refuse, waits } = await aMachine();
    hold();
    const writing = engine.commit('customer/edit', [
      putCustomer({ id: 'zhang', name: '改名' }),
      putCustomer({ id: 'new', name: '新客' }),
    ]);
    const refused = expect(writing).rejects.toThrow('archive/storage-failed');
    await waits();
    refuse();
    await refused;
    await expect(engine.commit('customer/create', [putCustomer({ id: 'more' })])).rejects.toThrow(
      'archive/storage-failed',
    );
    await expect(engine.undo()).rejects.toThrow('archive/storage-failed');
    expect((await engine.dossier(anId('new'))).customer.name).toBe('新客');
    const shown = await seen(engine);
    await engine.close();
    machine.wrapStore = (store) => store;
    const again = await machine.openEngine();
    expect(again.report).toMatchObject({ found: 'behind', replayedChangeSets: 1 });
    expect(await seen(again.engine)).toEqual(shown);
    await again.engine.undo();
    expect((await seen(again.engine)) as object).toMatchObject({ names: ['李四', '张三'] });
  });

  it('and refuses it at once, the index is not left half way', async () => {
    const { machine, engine } = await aMachine();
    await engine.close();
    machine.wrapStore = (store) => ({
      ...store,
      write: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    });
    const { engine: failing } = await machine.openEngine();
    const edits = Array.from({ length: many - 100 }, (_, n) => putCustomer({ id: `c${n}`, name: `客户${n}` }));
    await expect(failing.commit('import/customers', edits)).rejects.toThrow('archive/storage-failed');
    expect((await failing.overview()).customers).toBe(many - 98);
    await failing.close();
  });

  it('and every row is looked at, they are what was written', async () => {
    const machine = new Machine();
    const { archive } = await machine.openArchive();
    await commit(archive, 'customer/create', [putCustomer({ id: 'zhang', name: '张三' })]);
    const indexing = Promise.withResolvers<undefined>();
    machine.updateIndex = () => indexing.promise;
    const writing = commit(archive, 'customer/edit', [putCustomer({ id: 'zhang', name: '改名' })]);
    const newest = async () => (await archive.store.readDossiers(['zhang']))[0]?.at(-1)?.v;
    await expect.poll(newest).toBe(2);
    expect((await archive.check()).found).toBe('intact');
    indexing.resolve(undefined);
    await writing;
    archive.close();
    expect((await machine.openArchive()).report.found).toBe('equal');
  });

  it('and refuses the second part of a large set, the whole set comes with the next start', async () => {
    const { machine, engine, batches, hold, letGo, refuse, waits } = await aMachine();
    hold();
    const edits = Array.from({ length: many }, (_, n) => putCustomer({ id: `c${n}`, name: `客户${n}` }));
    const refused = expect(engine.commit('import/customers', edits)).rejects.toThrow('archive/storage-failed');
    await waits();
    const first = batches.length;
    letGo();
    hold();
    await waits();
    expect(batches.length).toBe(first + 1);
    refuse();
    await refused;
    await engine.close();
    machine.wrapStore = (store) => store;
    const again = await machine.openEngine();
    expect(again.report.found).toBe('behind');
    expect((await again.engine.overview()).customers).toBe(many + 2);
    expect(await idsOf(again.engine, `客户${many - 1}`)).toEqual([`c${many - 1}`]);
  });

  it('and the archive is locked, the journal has what was written', async () => {
    const { machine, engine, hold, letGo, waits } = await aMachine();
    hold();
    const writing = engine.commit('customer/edit', [putCustomer({ id: 'zhang', name: '改名' })]);
    const settled = writing.catch(() => undefined);
    await waits();
    const closing = engine.close();
    letGo();
    await Promise.all([settled, closing]);
    machine.wrapStore = (store) => store;
    const again = await machine.openEngine();
    expect(await idsOf(again.engine, '改名')).toEqual(['zhang']);
  });

  it('an image waits until it is done, and shows it', async () => {
    const { machine, engine, hold, letGo, waits } = await aMachine();
    hold();
    const writing = engine.commit('customer/create', [putCustomer({ id: 'new', name: '新客' })]);
    // Whoever asked hears that the archive is locked meanwhile.
    const settled = writing.catch(() => undefined);
    await waits();
    const closing = engine.close();
    letGo();
    await Promise.all([settled, closing]);
    const again = await machine.openEngine();
    expect(again.report).toMatchObject({ found: 'equal', replayedChangeSets: 0 });
    expect(await idsOf(again.engine, '新客')).toEqual(['new']);
  });

  it('and others are changed, each comes in its turn', async () => {
    const { machine, engine, hold, letGo, waits } = await aMachine();
    hold();
    const writing = [
      engine.commit('customer/edit', [putCustomer({ id: 'zhang', name: '一' })]),
      engine.commit('customer/edit', [putCustomer({ id: 'zhang', name: '二' })]),
      engine.undo(),
    ];
    await waits();
    letGo();
    await Promise.all(writing);
    expect((await engine.dossier(anId('zhang'))).customer.name).toBe('一');
    const before = await seen(engine);
    await engine.close();
    const again = await machine.openEngine();
    expect(await seen(again.engine)).toEqual(before);
  });

  it('and who is written to is deleted, they lie in the bin', async () => {
    const { engine, hold, letGo, waits } = await aMachine();
    hold();
    const writing = engine.commit('interaction/log', [
      putInteraction({ id: 'i1', customerId: 'zhang', text: '要龙井' }),
    ]);
    await waits();
    const deleting = engine.commit('customer/delete', [{ table: 'customer', id: 'zhang', after: null }]);
    letGo();
    await Promise.all([writing, deleting]);
    expect(await idsOf(engine, '龙井')).toEqual([]);
    expect((await engine.bin(9)).entries).toMatchObject([{ id: 'zhang', records: 1 }]);
  });
});
