import { createRecordSealer, openRecord } from '#shared/crypto/envelope.ts';
import { decodeText } from '#shared/archive/text.ts';
import { openArchiveStore } from '../../renderer/db/archive-store.ts';
import type { ArchiveStore } from '../../renderer/db/archive-store.ts';
import { createVault } from '../../renderer/engine/archive/rows/vault.ts';
import { headRowName, importImageKey, openHead, openRun } from '../../renderer/engine/image/seal-image.ts';
import type { EngineMethods } from '../../renderer/engine/client-types.ts';
import { IDBKeyRange } from 'fake-indexeddb';
import { anId, putCustomer, putInteraction, putOrder } from './builders.ts';
import { aWholeKebu, type WholeKebu } from './whole-kebu.ts';

export const zhang = anId('zhang');
export const li = anId('li');

export async function namesOf(engine: EngineMethods): Promise<string[]> {
  const query = { text: '', filters: [], sort: [{ column: 'name' as const, descending: false }] };
  const { token, total } = await engine.query('list', query);
  return (await engine.rows(token, 0, total)).map((row) => row.name).sort();
}

export const put = (id: string, name: string, note = '') => putCustomer({ id, name, ...(note ? { note } : {}) });

/** 张三, 李四 introduced by 张三, a snapshot, then a purchase and a talk of 张三. */
export async function aShop() {
  const kebu = await aWholeKebu();
  const engine = await kebu.openEngine();
  await engine.commit('customer/create', [
    putCustomer({
      id: 'zhang',
      name: '张三',
      phones: [{ raw: '13900001234', e164: '+8613900001234', kind: 'mobile' }],
    }),
    putCustomer({ id: 'li', name: '李四', referrerId: zhang }),
  ]);
  kebu.wait(10);
  await engine.backup();
  kebu.wait(10);
  await engine.commit('order/edit', [putOrder({ id: 'o1', customerId: 'zhang' })]);
  await engine.commit('interaction/log', [putInteraction({ id: 'i1', customerId: 'zhang', text: '金丝雀喜欢龙井' })]);
  kebu.wait(10);
  return { kebu, engine };
}

export async function bin(engine: EngineMethods, id = zhang): Promise<void> {
  await engine.commit('customer/delete', [{ table: 'customer', id, after: null }]);
}

/** Restores a backup that main knows and opens the archive anew, as the window does. */
export async function restore(kebu: WholeKebu, engine: EngineMethods, knownBackupId?: string): Promise<EngineMethods> {
  await engine.backup();
  const { chosen } = await kebu.call('restore/choose', knownBackupId === undefined ? {} : { knownBackupId });
  const restoreId = chosen!.restoreId;
  await kebu.call('restore/open', { restoreId });
  const opened = await kebu.call('restore/apply', { restoreId });
  // What the old engine still wanted to note belongs to the state that was left.
  await engine.close().catch(() => undefined);
  return kebu.openEngine(opened);
}

/** The database reached past the engine; to be closed. */
function openStore({ machine, indexedDB }: WholeKebu): Promise<ArchiveStore> {
  const { archiveId } = machine.session.require().opened();
  return openArchiveStore({ name: `kebu-${archiveId}`, indexedDB, IDBKeyRange, onLost: () => undefined });
}

/** Alters the row of a customer in the database, so that its seal does not open. */
export async function damageRow(kebu: WholeKebu, customerId: string): Promise<void> {
  const store = await openStore(kebu);
  const [[row] = []] = await store.readDossiers([customerId]);
  row!.box[3]! ^= 1;
  await store.write({ putDossiers: [row!] });
  store.close();
}

/** Everything in the database in clear, as somebody with the key would read it. */
export async function plainDatabase(kebu: WholeKebu): Promise<string> {
  const { archiveId, recordKey } = kebu.machine.session.require().opened();
  const store = await openStore(kebu);
  const sealer = createRecordSealer(recordKey);
  const texts: string[] = [];
  for (const row of await store.scanDossiers(null, 1000)) {
    const opened = openRecord(
      sealer,
      { archiveId, table: 'dossiers' },
      { ...row, id: `${row.customerId}/${row.part}` },
    );
    texts.push(opened.ok ? decodeText(opened.value) : 'damaged');
  }
  for (const row of await store.readAudit(Number.MAX_SAFE_INTEGER, 1000)) {
    const opened = openRecord(sealer, { archiveId, table: 'audit' }, { ...row, id: `${row.seq}/${row.changeSetId}` });
    texts.push(opened.ok ? decodeText(opened.value) : 'damaged');
  }
  texts.push(await plainImage(store, archiveId, recordKey));
  store.close();
  return texts.join('\n');
}

/** The image of the columns in clear. */
async function plainImage(store: ArchiveStore, archiveId: string, recordKey: Uint8Array): Promise<string> {
  const key = await importImageKey(createVault(archiveId, recordKey.slice()).imageKey, archiveId);
  const readRow = async (name: string) => (await store.readImage([name]))[0];
  const head = (await openHead(key, await readRow(headRowName))) as Head | null;
  if (!head) return '';
  const open = (run: 'core' | 'sought') =>
    openRun(key, head.imageId, { run, sizes: head[run].sizes, atOnce: 1 }, readRow);
  const pieces = [...((await open('core')) ?? []), ...((await open('sought')) ?? [])];
  return pieces.map((piece) => Buffer.from(piece).toString()).join('\n');
}

interface Head {
  imageId: string;
  core: { sizes: number[] };
  sought: { sizes: number[] };
}

export async function plainJournal({ call }: WholeKebu): Promise<string> {
  const { firstSeq, headSeq } = await call('journal/status', {});
  if (firstSeq > headSeq) return '';
  const { frames } = await call('journal/read', { fromSeq: firstSeq });
  return frames.map(({ payload }) => Buffer.from(payload).toString()).join('\n');
}
