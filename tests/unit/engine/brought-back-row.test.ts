import { expect, it } from 'vitest';
import { Cabinet } from '../../../renderer/engine/archive/rows/cabinet.ts';
import { anArchiveId, commit, Machine } from '../../helpers/archive.ts';
import { putCustomer, putInteraction } from '../../helpers/builders.ts';
import { aShop, bin, damageRow, li, plainDatabase, zhang } from '../../helpers/recovered-shop.ts';

it('says nothing of somebody who is being erased, once it is brought back from the journal', async () => {
  const { kebu, engine } = await aShop();
  await bin(engine);
  kebu.wait(1);
  const { handlers } = kebu.machine;
  const { 'backup/begin': begin } = handlers;
  Object.assign(handlers, { 'backup/begin': () => Promise.reject(new Error('disk full')) });
  await expect(engine.erase([zhang])).rejects.toThrow();
  Object.assign(handlers, { 'backup/begin': begin });
  await engine.close();
  await damageRow(kebu, li);
  const again = await kebu.openEngine();
  expect((await again.dossier(li)).history.map(({ field }) => field)).toEqual(['*']);
  await again.resumeErasure();
  expect(await plainDatabase(kebu)).not.toMatch(/zhang|damaged/);
});

it('is missed where a dossier has parts before and behind it', async () => {
  const machine = new Machine();
  const { archive } = await machine.openArchive();
  const talks = ['i1', 'i2', 'i3', 'i4'];
  await commit(archive, 'import/customers', [
    putCustomer({ id: 'c1' }),
    ...talks.map((id) => putInteraction({ id, customerId: 'c1', text: id.padEnd(30_000, '.') })),
  ]);
  const store = await machine.ports.openStore(anArchiveId, () => undefined);
  const [rows = []] = await store.readDossiers(['c1']);
  expect(rows.length).toBeGreaterThan(2);
  await store.write({ removeDossiers: [['c1', 1]] });
  archive.cabinet.forget(['c1']);
  const file = (await archive.cabinet.load(['c1'])).get('c1');
  expect(talks.map((id) => file?.find('interaction', id)?.id)).toEqual(talks);
});

it('is not asked for where a dossier only goes on behind the rows that are read at a time', async () => {
  const machine = new Machine();
  const { archive } = await machine.openArchive();
  const talks = ['i1', 'i2', 'i3', 'i4'];
  await commit(archive, 'import/customers', [
    ...['c1', 'c2', 'c3'].map((id) => putCustomer({ id })),
    ...talks.map((id) => putInteraction({ id, customerId: 'c2', text: id.padEnd(30_000, '.') })),
  ]);
  const nothing = () => Promise.reject(new Error('nothing is damaged'));
  const cabinet = new Cabinet(archive.store, archive.vault, nothing);
  for (const batchRows of [1, 2, 3, 100]) {
    const found: [string, number][] = [];
    for await (const files of cabinet.scan(batchRows)) {
      for (const file of files) found.push([file.customerId, [...file.records()].length]);
    }
    expect(found).toEqual([
      ['c1', 1],
      ['c2', 5],
      ['c3', 1],
    ]);
  }
});

it('is shown and not stored where the database may know more than the journal it came from', async () => {
  const machine = new Machine();
  const { archive } = await machine.openArchive();
  await commit(archive, 'customer/create', [putCustomer({ id: 'c1', name: '王芳' })]);
  await commit(archive, 'customer/create', [putCustomer({ id: 'c2', name: '李四' })]);
  archive.close();
  machine.main.frames.pop();
  machine.main.headSeq -= 1;
  const store = await machine.ports.openStore(anArchiveId, () => undefined);
  const [[row] = []] = await store.readDossiers(['c1']);
  row!.box[3]! ^= 1;
  await store.write({ putDossiers: [row!] });
  const again = await machine.openArchive();
  expect(again.archive.readOnlyReason).toBe('ahead');
  const file = (await again.archive.cabinet.load(['c1'])).get('c1');
  expect(file?.find('customer', 'c1')).toMatchObject({ name: '王芳' });
  await again.archive.queue.settled();
  expect((await store.readDossiers(['c1'])).flat()).toEqual([row]);
});
