import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentVersion } from '#shared/archive/content.ts';
import { send } from '../helpers/attachments.ts';
import {
  anId,
  aCustomer,
  putContact,
  putCustomer,
  putFollowUp,
  putInteraction,
  putOrder,
  putRelation,
} from '../helpers/builders.ts';
import { openEngineOn } from '../helpers/engine-on-machine.ts';
import { goodPassphrase, startMachine } from '../helpers/machine.ts';
import { rootDir } from '../helpers/paths.ts';
import { testPorts } from '../helpers/ports.ts';

/**
 * Writes the golden archive of the present content version, once, when that version is released. It stays as it is for ever;
 * tests/history/golden-archive.test.ts opens every one of them.
 */
const dir = join(rootDir, 'tests/fixtures/golden', `archive-${contentVersion}`);
if (existsSync(dir)) throw new Error(`${dir} is there already and must not change`);
mkdirSync(dir, { recursive: true });

const now = new Date('2026-03-01T08:00:00.000Z');
const dataDir = join(dir, 'data');
const clock = { now: () => new Date(now.getTime()) };
const machine = await startMachine({ dataDir, clock, scryptWorkFactor: 2 });
const { opened, paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
const { engine } = await openEngineOn(machine, opened);

await engine.commit('import/customers', [
  { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
  ...Array.from({ length: 12 }, (_, n) => putCustomer({ id: `c${n}`, name: `客户${n}`, tagIds: ['t1'] })),
]);
await engine.commit('order/edit', [putOrder({ id: 'o1', customerId: 'c1', totalFen: 128_800 })]);
await engine.commit('order/create', [
  putOrder({ id: 'o3', customerId: 'c5', no: '', date: '2026-02-28T10:30', totalFen: 8800 }),
]);
await engine.commit('import/customers', [
  putOrder({ id: 'o2', customerId: 'c2', totalFen: 56_000, opening: { purchases: 4 } }),
]);
await engine.commit('follow-up/create', [putFollowUp({ id: 'f1', customerId: 'c1', title: '寄样品' })]);
await engine.commit('relation/edit', [
  putRelation({ id: 'r1', customerId: 'c1', other: { customerId: anId('c2') }, role: 'spouse', from: '2019-05-20' }),
  putRelation({ id: 'r2', customerId: 'c2', other: { name: '老王' }, role: 'own:k1>', note: '还没建档' }),
  { table: 'relationKind', id: 'k1', after: { id: 'k1', name: '师傅', inverseName: '徒弟' } },
]);
await engine.commit('customer/edit', [
  putCustomer({ id: 'c5', name: '客户5', tagIds: ['t1'], referrerId: anId('c1'), referral: { on: '2026-02-01' } }),
  putCustomer({ id: 'c7', name: '客户7', tagIds: ['t1'], lostOn: '2026-02-01', lostReason: 'own:w3' }),
  putCustomer({ id: 'c8', name: '客户8', tagIds: ['t1'], dismissed: [{ fact: 'title', said: '总经理' }] }),
  { table: 'word', id: 'w3', after: { id: 'w3', list: 'lostReason', key: 'own:w3', name: '换了供应商' } },
]);
const text = new TextEncoder().encode('报价：龙井 20 盒\n');
const file = await send(machine, text, '报价.txt');
const about = { name: '报价.txt', addedAt: '2026-03-01T16:00', origin: { kind: 'manual' as const } };
await engine.commit('file/add', [
  { table: 'customField', id: 'quote', after: { id: 'quote', label: '报价单', type: 'attachment', options: [] } },
  { table: 'attachment', id: 'a1', after: { id: 'a1', customerId: anId('c1'), ...about, ...file, fieldId: 'quote' } },
]);
await engine.commit('contact/edit', [
  putContact({
    id: 'p1',
    customerId: 'c6',
    emails: [{ address: 'wang@example.com', status: 'bounced', verifiedAt: '2026-02-01T08:00:00.000Z' }],
    ims: [{ kind: 'wechat', account: 'wang-zong', label: '工作', status: 'blocked' }],
    addresses: [{ street: '文三路 1 号', status: 'moved' }],
  }),
]);
await engine.commit('import/customers', [
  {
    ...putCustomer({ id: 'c6', name: '客户6', tagIds: ['t1'], organization: '青禾五金' }),
    from: { batchId: 'b1', row: 7 },
  },
]);
const receipt = {
  fileName: '联系人.csv',
  sha256: '0'.repeat(64),
  sizeBytes: 64,
  encoding: 'utf-8',
  kind: 'contacts',
} as const;
const counted = { mapping: { '1 姓名': 'contactName' }, rowsRead: 1, created: 1, updated: 0, skipped: 0, failed: 0 };
const leftOut = ['0123456789abcdef'];
await engine.commit('import/contacts', [
  { table: 'importBatch', id: 'b2', after: { id: 'b2', ...receipt, ...counted, leftOut } },
  putContact({ id: 'p2', customerId: 'c7', name: '老周', origin: { kind: 'import', batchId: 'b2', row: 2 } }),
]);
await engine.commit('dictionary/edit', [
  { table: 'word', id: 'w1', after: { id: 'w1', list: 'source', key: 'own:w1', name: '茶博会', place: 1 } },
  { table: 'word', id: 'w2', after: { id: 'w2', list: 'region', key: '江浙', codes: ['32', '33'] } },
  putCustomer({ id: 'c6', name: '客户6', tagIds: ['t1'], source: 'own:w1' }),
]);
await engine.commit('dictionary/edit', [
  {
    table: 'word',
    id: 'w5',
    after: {
      id: 'w5',
      list: 'campaign',
      key: 'own:w5',
      name: '春季建材展',
      campaign: { kind: 'fair', from: '2026-03-01', until: '2026-03-03', place: '杭州国博', costFen: 880_000 },
    },
  },
  putCustomer({ id: 'c7', name: '客户7', tagIds: ['t1'], campaign: 'own:w5' }),
]);
await engine.commit('settings/edit', [
  {
    table: 'settings',
    id: 'settings',
    after: {
      id: 'settings',
      checkDays: { high: 60, none: 0 },
      shopName: '青禾茶行',
      shopAddress: '虎丘路 1 号',
      currency: 'GBP',
    },
  },
]);
await engine.commit('check/unreachable', [
  putCustomer({
    id: 'c8',
    name: '客户8',
    tagIds: ['t1'],
    phones: [{ raw: '13800138001', kind: 'mobile', status: 'suspended' }],
  }),
]);
await engine.commit('check/confirm', [
  putCustomer({ id: 'c9', name: '客户9', tagIds: ['t1'], verifiedOn: '2026-03-01' }),
]);
await engine.commit('follow-up/skip', [
  putFollowUp({ id: 'f2', customerId: 'c2', title: '拜访', status: 'skipped', putOffReason: 'own:w4' }),
  { table: 'word', id: 'w4', after: { id: 'w4', list: 'putOffReason', key: 'own:w4', name: '在坐月子' } },
]);
await engine.commit('customer/edit', [
  putCustomer({
    id: 'c9',
    name: '客户9',
    tagIds: ['t1'],
    verifiedOn: '2026-03-01',
    answers: { emails: { is: 'none', on: '2026-03-01' }, 'custom:quote': { is: 'untold', on: '2026-02-28' } },
  }),
]);
await engine.backup();
now.setMinutes(5);
await engine.commit('customer/edit', [
  { table: 'customer', id: 'c2', after: aCustomer({ id: 'c2', name: '改名 𠮷' }) },
]);
await engine.commit('interaction/log', [putInteraction({ id: 'i1', customerId: 'c2', text: '聊了新茶\n下周寄' })]);
await engine.commit('customer/delete', [{ table: 'customer', id: 'c3', after: null }]);
await engine.commit('interaction/log', [putInteraction({ id: 'i2', customerId: 'c11', text: '同一个人' })]);
await engine.merge({ ids: [anId('c10'), anId('c11')], survivor: anId('c10'), choices: {} });
await engine.commit('customer/not-same', [
  { table: 'distinctPair', id: 'p1', after: { id: 'p1', between: [anId('c8'), anId('c9')] } },
]);
await engine.commit('customer/edit', [putCustomer({ id: 'c4', name: '写错了' })]);
await engine.undo();
await engine.close();

const second = await openEngineOn(machine, opened);
const { counts } = second.report;
const dossiers = await Promise.all(
  Array.from({ length: 12 }, async (_, n) => {
    const { classChange: _moves, ...dossier } = await second.engine.dossier(anId(`c${n}`));
    return dossier;
  }),
);
await second.engine.close();
await machine.session.end();
const { classChange: _moves, ...kept } = counts;
// A copy as it lies on a stick, files of customers included; made from a copy of the archive, so that no folder is remembered.
const [folder, other] = ['kebu-golden-folder-', 'kebu-golden-data-'].map((name) => mkdtempSync(join(tmpdir(), name)));
if (folder === undefined || other === undefined) throw new Error('No temporary folders');
cpSync(dataDir, other, { recursive: true });
const elsewhere = await startMachine({
  dataDir: other,
  dialogs: { ...testPorts({ dataDir: other }).dialogs, chooseFolder: () => Promise.resolve(folder) },
});
await elsewhere.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
const added = await elsewhere.ask('backup/add-folder', {});
await elsewhere.ask('backup/copy', { folderId: added.folder?.id ?? '' });
await elsewhere.session.end();
for (const name of readdirSync(folder)) {
  if (name.endsWith('.kebu')) cpSync(join(folder, name), join(dir, 'backups', name));
}
for (const left of [folder, other]) rmSync(left, { recursive: true });
writeFileSync(join(dir, 'expected.json'), `${JSON.stringify({ paperKey, counts: kept, dossiers }, null, 2)}\n`);
