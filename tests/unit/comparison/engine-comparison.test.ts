import { beforeEach, describe, expect, it } from 'vitest';
import type { Committed } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { lookupIn } from '../../../renderer/features/imports/import-client.ts';
import { ImportSession } from '../../../renderer/features/imports/import-session.ts';
import type { ShownLines } from '../../../renderer/features/imports/protocol.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';
import { csvFile } from '../../helpers/import-files.ts';
import { newId } from '../../helpers/import-run.ts';
import { aWholeKebu } from '../../helpers/whole-kebu.ts';

const settings = { today: '2026-11-21', language: 'zh-CN', currency: 'CNY' } as const;
const header = ['姓名', '手机', '职位', '标签', '介绍人'];
const list = [
  ['张伟', '13800138000', '总经理', '展会', '王芳'],
  ['王芳', '13900139000', '店长', '', ''],
  ['赵六', '13500135000', '采购', '', ''],
];
const changed: ShownLines = { pile: 'changed', fact: null };
const newcomers: ShownLines = { pile: 'new', fact: null };

const phone = (raw: string) => ({ raw, e164: `+86${raw}`, kind: 'mobile' as const });
const zhang = anId('zhang');

describe('a list beside a real archive', () => {
  let engine: EngineMethods;

  beforeEach(async () => {
    ({ engine } = await new Machine().openEngine(settings.today));
    await engine.commit('customer/create', [
      putCustomer({ id: 'zhang', name: '张伟', phones: [phone('13800138000')], title: '经理' }),
      putCustomer({ id: 'wang', name: '王芳', phones: [phone('13900139000')], title: '店长' }),
      putCustomer({ id: 'chen', name: '陈静' }),
    ]);
  });

  async function compare(rows = list): Promise<ImportSession> {
    const ports = { newId, breathe: async () => undefined, onProgress: () => undefined };
    const session = new ImportSession({ lookup: lookupIn(engine), ...ports });
    await session.open(new File([csvFile([header, ...rows]) as BlobPart], '展会.csv'), settings);
    await session.compare([]);
    return session;
  }

  async function write(session: ImportSession): Promise<Committed> {
    const { receiptId, edits } = await session.planDecisions();
    await engine.stage(receiptId, await session.edits(0, edits));
    const committed = await engine.commitStaged(receiptId, 'import/comparison');
    await session.compareAgain(committed.customerIds);
    return committed;
  }

  const decideAll = (session: ImportSession, shown: ShownLines, choice: 'ours' | 'theirs') =>
    session.decide({ ...shown, line: null, difference: null, choice });

  it('shows the lines of a pile with the names of what is new, and who is not in the list', async () => {
    const session = await compare();
    const { total, lines } = await session.comparedLines(changed, 0, 10);
    expect(total).toBe(4);
    expect(lines.map((line) => (line.is === 'difference' ? line.fact : line.is))).toEqual([
      'customer',
      'title',
      'tagIds',
      'referrerId',
    ]);
    const names = lines.flatMap((line) => (line.is === 'difference' ? Object.values(line.names) : []));
    expect(names).toEqual(['展会', '王芳']);
    const query = { text: '', sort: [] };
    const { token, total: missing } = await engine.queryBesides('missing', query, await session.matchedIds());
    expect([missing, await engine.ids(token)]).toEqual([1, ['chen']]);
    expect(await session.comparedLines({ pile: 'changed', fact: 'title' }, 0, 10)).toMatchObject({ total: 2 });
  });

  it('writes what was decided as one change set that one step takes back, and remembers it in the history', async () => {
    const session = await compare();
    await session.decide({ ...changed, fact: 'title', line: null, difference: null, choice: 'ours' });
    await session.decide({ pile: 'changed', fact: 'tagIds', line: null, difference: null, choice: 'theirs' });
    const summary = await decideAll(session, newcomers, 'theirs');
    expect(summary.decided).toEqual({ taken: 1, kept: 1, added: 1, leftOut: 0 });
    await write(session);
    const { customer, history } = await engine.dossier(zhang);
    expect(customer).toMatchObject({ title: '经理', dismissed: [{ fact: 'title', said: '总经理' }] });
    expect(history).toContainEqual(
      expect.objectContaining({
        field: 'dismissed',
        reason: 'import/comparison',
        from: expect.objectContaining({ row: 2 }),
      }),
    );
    expect((await engine.overview()).customers).toBe(4);
    expect((await session.comparedLines(changed, 0, 10)).total).toBe(2);
    await engine.undo();
    expect((await engine.overview()).customers).toBe(3);
    expect((await engine.dossier(zhang)).customer.dismissed).toBeUndefined();
    expect((await session.compareAgain('many')).counts).toMatchObject({ changed: 1, new: 1, same: 1 });
  });

  it('lays the address book of a phone beside the archive, with whom its cards tie to whom', async () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张伟\r\nTEL;TYPE=CELL:138 0013 8000\r\nTITLE:经理\r\n',
      'item1.X-ABRELATEDNAMES:王芳\r\nitem1.X-ABLabel:_$!<Spouse>!$_\r\nEND:VCARD\r\n',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:赵六\r\nTEL;TYPE=CELL:13500135000\r\nEND:VCARD\r\n',
    ].join('');
    const ports = { newId, breathe: async () => undefined, onProgress: () => undefined };
    const session = new ImportSession({ lookup: lookupIn(engine), ...ports });
    await session.open(new File([cards], '通讯录.vcf'), settings);
    expect((await session.compare([])).counts).toMatchObject({ changed: 1, new: 1, same: 0 });
    const { lines } = await session.comparedLines(changed, 0, 10);
    expect(lines.slice(1)).toMatchObject([{ fact: 'relation', theirs: { lines: [expect.stringContaining('王芳')] } }]);
    await decideAll(session, changed, 'theirs');
    await decideAll(session, newcomers, 'theirs');
    await write(session);
    expect((await engine.dossier(zhang)).relation).toMatchObject([{ role: 'spouse', other: { customerId: 'wang' } }]);
    expect((await session.compareAgain('many')).counts).toMatchObject({ changed: 0, new: 0, same: 2 });
  });

  it('takes over what is still true when somebody changed the customer meanwhile', async () => {
    const session = await compare();
    await decideAll(session, changed, 'theirs');
    const { customer } = await engine.dossier(zhang);
    await engine.commit('customer/edit', [putCustomer({ ...customer, title: '总经理', department: '采购部' })]);
    await write(session);
    const after = (await engine.dossier(zhang)).customer;
    expect(after).toMatchObject({ title: '总经理', department: '采购部', referrerId: 'wang' });
    expect(after.tagIds).toHaveLength(1);
  });

  it('knows after a merge what either of them was told wrongly', async () => {
    const session = await compare();
    await decideAll(session, changed, 'ours');
    await write(session);
    await engine.merge({ ids: [anId('chen'), zhang], survivor: anId('chen'), choices: {} });
    const { dismissed } = (await engine.dossier(anId('chen'))).customer;
    expect(dismissed?.map(({ fact }) => fact)).toEqual(['title', 'tagIds', 'referrerId']);
  });

  it('forgets with somebody who is erased that a list was told to leave them out', async () => {
    const kebu = await aWholeKebu();
    engine = await kebu.openEngine();
    const session = await compare([list[2] ?? []]);
    await decideAll(session, newcomers, 'ours');
    await write(session);
    const isLeftOut = async () =>
      (await (await compare()).comparedLines(newcomers, 0, 9)).lines.map(
        (line) => 'isLeftOut' in line && line.isLeftOut,
      );
    expect(await isLeftOut()).toEqual([false, false, true]);
    await engine.backup();
    await engine.commit('customer/create', [putCustomer({ id: 'zhao', name: '赵六', phones: [phone('13500135000')] })]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'zhao', after: null }]);
    await engine.erase([anId('zhao')]);
    expect((await engine.catalogue('importBatch')).map(({ leftOut }) => leftOut)).toEqual([undefined]);
    expect(await isLeftOut()).toEqual([false, false, false]);
  });
});
