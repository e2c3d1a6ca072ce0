import { describe, expect, it } from 'vitest';
import type { StoreBatch } from '../../../renderer/db/archive-store.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Archive } from '../../../renderer/engine/archive/archive.ts';
import { commit, Machine, stateOf } from '../../helpers/archive.ts';
import { anId, putCustomer, putInteraction } from '../../helpers/builders.ts';

/** A gate at which calls wait, once it is closed, until it is opened. */
function aGate() {
  let open = () => undefined as void;
  let waiting: Promise<void> | null = null;
  return {
    close: () => {
      waiting = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => {
      waiting = null;
      open();
    },
    pass: async () => waiting,
  };
}

const nameOf = async (archive: Archive, id: string) =>
  ((await archive.cabinet.load([id])).get(id)?.find('customer', id) as Customer | null)?.name;

async function filled(machine: Machine): Promise<Archive> {
  const { archive } = await machine.openArchive();
  await commit(archive, 'import/customers', [
    putCustomer({ id: 'c1', name: '客户1', code: 'A' }),
    putCustomer({ id: 'c2', name: '客户2', code: 'B' }),
  ]);
  await commit(archive, 'interaction/log', [putInteraction({ id: 'i1', customerId: 'c1', text: '聊了茶' })]);
  return archive;
}

async function damage(archive: Archive, id: string): Promise<void> {
  const [[row] = []] = await archive.store.readDossiers([id]);
  const box = row!.box.slice();
  box[5]! ^= 1;
  await archive.store.write({ putDossiers: [{ ...row!, box }] });
  archive.cabinet.forget([id]);
}

/** What every reader sees, and what is there after the next start, is what was written last. */
async function expectName(machine: Machine, archive: Archive, id: string, name: string): Promise<void> {
  await archive.queue.settled();
  expect(await nameOf(archive, id)).toBe(name);
  expect((await archive.check()).found).toBe('intact');
  archive.close();
  const again = await machine.openArchive();
  expect(again.report.found).toBe('equal');
  expect(await nameOf(again.archive, id)).toBe(name);
  again.archive.close();
}

describe('reading while something is written', () => {
  it('that began before the write reached the database leaves nothing old behind', async () => {
    const machine = new Machine();
    const gate = aGate();
    machine.wrapStore = (store) => ({
      ...store,
      write: async (batch: StoreBatch) => {
        await gate.pass();
        return store.write(batch);
      },
    });
    const archive = await filled(machine);
    archive.cabinet.forget(['c1']);
    gate.close();
    const writing = commit(archive, 'customer/edit', [putCustomer({ id: 'c1', name: '新名', code: 'A' })]);
    await expect.poll(() => machine.main.headSeq).toBe(3);
    archive.cabinet.forget(['c1']);
    expect(await nameOf(archive, 'c1')).toBe('客户1');
    gate.open();
    await writing;
    await expectName(machine, archive, 'c1', '新名');
  });

  it('gives everybody who reads at once the same dossier, so that no write goes on with another', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    archive.cabinet.forget(['c1']);
    const [one, other] = await Promise.all([archive.cabinet.load(['c1']), archive.cabinet.load(['c1', 'c2'])]);
    expect(other.get('c1')).toBe(one.get('c1'));
    archive.close();
  });
});

describe('a damaged dossier', () => {
  it('that was brought back for a reader is not stored over what was written meanwhile', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    await damage(archive, 'c1');
    // Both bring it back by themselves; the edit is journaled before the reader's turn to store comes.
    const reading = archive.cabinet.load(['c1']);
    const writing = commit(archive, 'customer/edit', [putCustomer({ id: 'c1', name: '新名', code: 'A' })]);
    archive.cabinet.forget(['c1']);
    await Promise.all([reading, writing]);
    await expectName(machine, archive, 'c1', '新名');
  });

  it('is put right once, however many read it at the same time', async () => {
    const machine = new Machine();
    const stored: StoreBatch[] = [];
    machine.wrapStore = (store) => ({
      ...store,
      write: (batch: StoreBatch) => {
        if (batch.putDossiers?.length) stored.push(batch);
        return store.write(batch);
      },
    });
    const archive = await filled(machine);
    const before = await stateOf(archive);
    await damage(archive, 'c1');
    stored.length = 0;
    await Promise.all(
      [0, 1, 2].map(async () => {
        const reading = archive.cabinet.load(['c1']);
        archive.cabinet.forget(['c1']);
        return reading;
      }),
    );
    await archive.queue.settled();
    expect(stored).toHaveLength(1);
    expect(await stateOf(archive)).toEqual(before);
    await expectName(machine, archive, 'c1', '客户1');
  });

  it('whose journal cannot be read just then is put right by a later reader, and writing goes on', async () => {
    const machine = new Machine();
    const archive = await filled(machine);
    await damage(archive, 'c1');
    let reads = 0;
    machine.main.failWhen = (channel) => channel === 'journal/read' && (reads += 1) === 2 && 'before';
    const reading = archive.cabinet.load(['c1']);
    archive.cabinet.forget(['c1']);
    await reading;
    await archive.queue.settled();
    expect(reads).toBe(2);
    machine.main.failWhen = () => false;
    expect(archive.readOnlyReason).toBeNull();
    await commit(archive, 'customer/edit', [putCustomer({ id: 'c2', name: '新名', code: 'B' })]);
    expect(await nameOf(archive, 'c1')).toBe('客户1');
    await expectName(machine, archive, 'c1', '客户1');
  });
});

describe('a change that the journal has and the database did not take', () => {
  it('is in no image and in no account of the rows, so that the next start brings it', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/create', [putCustomer({ id: 'c1', name: '张三' })]);
    await engine.close();
    let isFailing = false;
    machine.wrapStore = (store) => ({
      ...store,
      write: (batch: StoreBatch) =>
        isFailing ? Promise.reject(new DOMException('', 'AbortError')) : store.write(batch),
    });
    const failing = (await machine.openEngine()).engine;
    isFailing = true;
    await expect(failing.commit('customer/create', [putCustomer({ id: 'c2', name: '李四' })])).rejects.toThrow();
    isFailing = false;
    const { totals } = machine.main;
    await failing.close();
    expect(machine.main.totals).toEqual(totals);
    const { archive, report } = await machine.openArchive();
    expect(report).toMatchObject({ found: 'behind', replayedChangeSets: 1 });
    archive.close();
    const { engine: again, report: last } = await machine.openEngine();
    expect(last.found).toBe('equal');
    expect((await again.search('李四', 5)).map(({ id }) => id)).toEqual([anId('c2')]);
    await again.close();
  });
});

describe('a change that the journal has although its answer was lost', () => {
  it('is told to the screens with the next one, and the fields in it are known', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    machine.main.failWhen = (channel) => channel === 'journal/append' && 'after';
    const field = { id: 'f1', label: '合同号', type: 'text' as const, options: [] };
    const edits = [
      { table: 'customField' as const, id: 'f1', after: field },
      putCustomer({ id: 'c1', name: '张三', customFields: { f1: 'HT-31-0098' } }),
    ];
    await expect(engine.commit('customer/create', edits)).rejects.toThrow('journal/write-failed');
    machine.main.failWhen = () => false;
    machine.events.length = 0;
    await engine.commit('customer/create', [putCustomer({ id: 'c2', name: '李四' })]);
    expect(machine.events.filter(({ type }) => type === 'changed')).toMatchObject([
      { customerIds: 'many' },
      { customerIds: ['c2'] },
    ]);
    expect((await engine.search('ht310098', 5)).map(({ id }) => id)).toEqual([anId('c1')]);
    await engine.close();
  });
});
