import { beforeEach, describe, expect, it } from 'vitest';
import { filterSchema, type Condition } from '#shared/filter/filter.ts';
import type { CustomerQuery } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { aContactDraft, anId, putCustomer, putFollowUp, putInteraction, putOrder } from '../../helpers/builders.ts';

function aQuery(part: Partial<CustomerQuery> = {}): CustomerQuery {
  return { text: '', sort: [{ column: 'name', descending: false }], ...part };
}

async function namesOf(engine: EngineMethods, part: Partial<CustomerQuery> = {}): Promise<string[]> {
  const { token, total } = await engine.query('list', aQuery(part));
  return (await engine.rows(token, 0, total)).map((row) => row.name);
}

describe('the engine', () => {
  let machine: Machine;
  let engine: EngineMethods;

  beforeEach(async () => {
    machine = new Machine();
    ({ engine } = await machine.openEngine());
    await engine.commit('import/customers', [
      { table: 'tag', id: 't1', after: { id: 't1', name: '茶友' } },
      putCustomer({
        id: 'zeng',
        name: '曾伟',
        organization: '西湖茶庄',
        tagIds: ['t1'],
        phones: [{ raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile' }],
        addresses: [{ regionCode: '330106', province: '浙江省', city: '杭州市', street: '文三路9号' }],
        birthday: { calendar: 'solar', month: 3, day: 4, year: 1980 },
        note: '喜欢龍井茶，送货到后门',
        source: 'store',
      }),
      putCustomer({ id: 'zhang', name: '张三', birthday: { calendar: 'lunar', month: 1, day: 15 } }),
      putCustomer({ id: 'an', name: '安娜', kind: 'company', organization: 'Acme Ltd' }),
      putCustomer({ id: 'alice', name: 'Alice Smith', ims: [{ kind: 'wechat', account: 'wx_Alice77' }] }),
      putCustomer({ id: 'bin', name: '删除的人' }),
    ]);
    await engine.commit('customer/delete', [{ table: 'customer', id: 'bin', after: null }]);
    const file = { mediaType: 'application/pdf', sizeBytes: 9, sha256: '0'.repeat(64), addedAt: '2026-02-26T09:00' };
    await engine.commit('file/add', [
      {
        table: 'attachment',
        id: 'a1',
        after: { id: 'a1', customerId: anId('an'), name: '报价单2026.pdf', ...file, origin: { kind: 'manual' } },
      },
    ]);
    await engine.commit('order/edit', [
      putOrder({ id: 'o1', customerId: 'zeng', totalFen: 90_000, date: '2026-02-20' }),
      putOrder({ id: 'o2', customerId: 'zhang', totalFen: 10_000, date: '2024-02-20' }),
    ]);
    await engine.commit('interaction/log', [
      putInteraction({
        id: 'i1',
        customerId: 'zhang',
        at: '2026-02-25T10:00',
        text: '问了ＰＶＣ水管的价格',
        direction: 'inbound',
      }),
    ]);
    await engine.commit('follow-up/create', [
      putFollowUp({ id: 'f1', customerId: 'zhang', due: '2026-02-26', title: '报价', kind: 'promise' }),
      putFollowUp({ id: 'f2', customerId: 'zeng', due: '2026-03-01T15:00', title: '回访' }),
      putFollowUp({ id: 'f3', customerId: 'alice', due: '2026-03-20', rrule: 'FREQ=WEEKLY', kind: 'cadence' }),
    ]);
  });

  it('lists customers outside the bin in the order of their pinyin, the surname read as a surname', async () => {
    expect(await namesOf(engine)).toEqual(['Alice Smith', '安娜', '曾伟', '张三']);
    expect(await namesOf(engine, { sort: [{ column: 'name', descending: true }] })).toEqual([
      '张三',
      '曾伟',
      '安娜',
      'Alice Smith',
    ]);
    expect(
      await namesOf(engine, { filter: { join: 'and', parts: [{ field: 'deleted', test: { is: 'yes' } }] } }),
    ).toEqual(['删除的人']);
  });

  it.each([
    ['曾', ['曾伟']],
    ['zengwei', ['曾伟']],
    ['cengwei', ['曾伟']],
    ['zw', ['曾伟']],
    ['cw', ['曾伟']],
    ['zengw', ['曾伟']],
    ['zwei', ['曾伟']],
    ['曾w', ['曾伟']],
    ['8000', ['曾伟']],
    ['138-0013', ['曾伟']],
    ['+86 138 0013 8000', ['曾伟']],
    ['１３８００１', ['曾伟']],
    ['西湖', ['曾伟']],
    ['xhcz', ['曾伟']],
    ['文三路', ['曾伟']],
    ['龙井', ['曾伟', '张三']],
    ['龍井', ['曾伟', '张三']],
    ['龙井茶', ['曾伟']],
    ['后门 曾', ['曾伟']],
    ['pvc水管', ['张三']],
    ['smith alice', ['Alice Smith']],
    ['asmith', ['Alice Smith']],
    ['ALICE77', ['Alice Smith']],
    ['acme', ['安娜']],
    ['报价单', ['安娜']],
    ['z', ['曾伟', '张三']],
    ['smtih', ['Alice Smith']],
    ['smith alise', ['Alice Smith']],
    ['alcie 77', ['Alice Smith']],
    ['xlice', []],
    ['删除', []],
    ['zz', []],
    ['13', []],
  ])('finds by %s', async (text, names) => {
    const found = await namesOf(engine, { text, sort: [{ column: 'name', descending: false }] });
    expect(found).toEqual(names);
  });

  it('puts the end of a number before a name before an address', async () => {
    await engine.commit('import/customers', [
      putCustomer({ id: 'r1', name: '地址8000', addresses: [{ street: '八千路' }] }),
      putCustomer({ id: 'r2', name: '李四', addresses: [{ street: '8000弄' }] }),
      putCustomer({ id: 'r3', name: '8000商店' }),
    ]);
    const found = await engine.search('8000', 10);
    expect(found.map((row) => row.name)).toEqual(['曾伟', '8000商店', '地址8000', '李四']);
    expect(await engine.search('8000', 2)).toHaveLength(2);
  });

  it('marks what was found, wherever it stands', async () => {
    const matchOf = async (text: string) => (await engine.search(text, 1))[0]?.match;
    expect(await matchOf('zengw')).toEqual({ field: 'name', text: '曾伟', ranges: [[0, 2]] });
    expect(await matchOf('曾')).toEqual({ field: 'name', text: '曾伟', ranges: [[0, 1]] });
    expect(await matchOf('cengwei')).toEqual({ field: 'name', text: '曾伟', ranges: [[0, 2]] });
    expect(await matchOf('13800')).toEqual({ field: 'phone', text: '138 0013 8000', ranges: [[0, 6]] });
    expect(await matchOf('茶庄')).toEqual({ field: 'organization', text: '西湖茶庄', ranges: [[2, 4]] });
    expect(await matchOf('龙井茶')).toEqual({ field: 'note', text: '喜欢龍井茶，送货到后门', ranges: [[2, 5]] });
    expect((await engine.search('龙井', 2))[1]?.match).toMatchObject({ field: 'order', entryId: 'o2' });
    expect(await matchOf('pvc')).toMatchObject({ field: 'interaction', ranges: [[2, 5]], entryId: 'i1' });
  });

  it.each<[Condition, string[]]>([
    [{ field: 'tagIds', test: { is: 'any', of: ['t1'] } }, ['曾伟']],
    [{ field: 'tagIds', not: true, test: { is: 'any', of: ['t1'] } }, ['Alice Smith', '安娜', '张三']],
    [{ field: 'type', test: { is: 'any', of: ['company'] } }, ['安娜']],
    [{ field: 'value', test: { is: 'any', of: ['high', 'low'] } }, ['曾伟', '张三']],
    [{ field: 'region', test: { is: 'any', of: ['3301'] } }, ['曾伟']],
    [{ field: 'region', test: { is: 'any', of: ['33'] } }, ['曾伟']],
    [
      { field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -3 } } },
      ['Alice Smith', '安娜', '曾伟', '张三'],
    ],
    [{ field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -4 } } }, ['Alice Smith', '安娜', '曾伟']],
    [{ field: 'revenue', test: { is: 'between', min: 1 } }, ['曾伟']],
    [{ field: 'followUp', test: { is: 'days', to: { inDays: -1 } } }, ['张三']],
    [{ field: 'followUp', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 0 } } }, ['曾伟']],
    [{ field: 'followUp', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 6 } } }, ['曾伟']],
    [{ field: 'followUp', not: true, test: { is: 'filled' } }, ['安娜']],
    [{ field: 'phone', not: true, test: { is: 'filled' } }, ['Alice Smith', '安娜', '张三']],
    [{ field: 'birthday', not: true, test: { is: 'filled' } }, ['Alice Smith', '安娜']],
    [{ field: 'region', not: true, test: { is: 'filled' } }, ['Alice Smith', '安娜', '张三']],
    [{ field: 'source', not: true, test: { is: 'filled' } }, ['Alice Smith', '安娜', '张三']],
  ])('filters by %j', async (condition, names) => {
    const filter = filterSchema.parse({ join: 'and', parts: [condition] });
    expect(await namesOf(engine, { filter })).toEqual(names);
    expect(await engine.counts([filter])).toEqual([names.length]);
  });

  it('sorts by several columns, with what is not known last in both directions', async () => {
    const byOrganization = (descending: boolean) => namesOf(engine, { sort: [{ column: 'organization', descending }] });
    expect((await byOrganization(false)).slice(0, 2)).toEqual(['安娜', '曾伟']);
    expect((await byOrganization(true)).slice(0, 2)).toEqual(['曾伟', '安娜']);
    const sort = [
      { column: 'lastPurchase', descending: true },
      { column: 'name', descending: true },
    ] as const;
    expect(await namesOf(engine, { sort: [...sort] })).toEqual(['曾伟', '张三', '安娜', 'Alice Smith']);
    expect(await namesOf(engine, { sort: [{ column: 'nextFollowUp', descending: false }] })).toEqual([
      '张三',
      '曾伟',
      'Alice Smith',
      '安娜',
    ]);
  });

  it('groups by class and adds up', async () => {
    const result = await engine.query('list', aQuery({ groupBy: 'type' }));
    expect(result).toMatchObject({
      total: 4,
      ofTotal: 4,
      groups: [
        { class: 'person', from: 0, count: 3, revenueFen: 90_000 },
        { class: 'company', from: 3, count: 1, revenueFen: 0 },
      ],
      totals: { revenueFen: 90_000, overdue: 1 },
    });
    expect(await engine.position(result.token, anId('an'))).toBe(3);
    expect(await engine.position(result.token, anId('bin'))).toBe(-1);
    expect(await engine.ids(result.token)).toEqual(['alice', 'zeng', 'zhang', 'an']);
  });

  it('keeps a result until the next but one with the same slot', async () => {
    const first = await engine.query('list', aQuery());
    await engine.query('other', aQuery());
    await engine.query('list', aQuery({ text: '曾' }));
    expect(await engine.rows(first.token, 0, 2)).toHaveLength(2);
    await engine.query('list', aQuery());
    expect(await engine.rows(first.token, 0, 2)).toEqual([]);
  });

  it('says who is due today and why', async () => {
    const view = await engine.today();
    expect(view.promises).toMatchObject([
      { customer: { name: '张三' }, followUp: { id: 'f1', kind: 'promise' }, daysOverdue: 3 },
    ]);
    expect(view.promises[0]?.why.map((why) => why.rule)).toContain('unanswered');
    expect(view.due).toMatchObject([{ customer: { name: '曾伟' }, followUp: { id: 'f2' }, daysOverdue: 0 }]);
    expect(view.missed).toEqual([]);
    expect(view.birthdays).toMatchObject([
      { customer: { name: '张三' }, label: '', on: '2026-03-03' },
      { customer: { name: '曾伟' }, label: '', on: '2026-03-04', turns: 46 },
    ]);
    expect(view).toMatchObject({ doneToday: 0, doneThisWeek: 0, onTimePercent: 0 });
    expect((await engine.overview()).dueToday).toBe(2);
  });

  it('finishes what a contact answers, except promises that it does not name', async () => {
    await engine.logContact(aContactDraft({ customerId: 'zeng', at: '2026-03-01T16:00' }));
    await engine.logContact(aContactDraft({ customerId: 'zhang', at: '2026-03-01T16:30' }));
    let view = await engine.today();
    expect(view.due).toEqual([]);
    expect(view.promises).toHaveLength(1);
    expect(view.doneToday).toBe(1);
    const next = { due: '2026-03-08', title: '再问', promise: true };
    await engine.logContact(aContactDraft({ customerId: 'zhang', at: '2026-03-01T17:00', followUpId: 'f1', next }));
    view = await engine.today();
    expect(view.promises).toEqual([]);
    const { followUp } = await engine.dossier(anId('zhang'));
    expect(followUp).toMatchObject([{ status: 'done' }, { due: '2026-03-08', kind: 'promise', status: 'open' }]);
    await engine.undo();
    expect((await engine.today()).promises).toHaveLength(1);
  });

  it('notes with the contact that the facts were found right, in one step', async () => {
    await engine.logContact(aContactDraft({ customerId: 'zeng', at: '2026-03-01T16:00', confirms: true }));
    expect((await engine.dossier(anId('zeng'))).customer.verifiedOn).toBe('2026-03-01');
    await engine.undo();
    const { customer, interaction } = await engine.dossier(anId('zeng'));
    expect([customer.verifiedOn, interaction.length]).toEqual([undefined, 0]);
  });

  it('moves the rhythm on when somebody was reached before it was due', async () => {
    await engine.logContact(aContactDraft({ customerId: 'alice', at: '2026-03-18T09:00' }));
    const { followUp } = await engine.dossier(anId('alice'));
    expect(followUp).toMatchObject([{ id: 'f3', status: 'open', due: '2026-03-25', version: 2 }]);
  });

  it('moves what is due to the next workday when nobody was reached', async () => {
    // 1 March 2026 is a Sunday.
    await engine.logContact(aContactDraft({ customerId: 'zeng', at: '2026-03-01T16:00', outcome: 'missed' }));
    const { followUp } = await engine.dossier(anId('zeng'));
    expect(followUp).toMatchObject([{ status: 'open', due: '2026-03-02T15:00' }]);
  });

  it('opens the next instance of a follow-up that is done', async () => {
    await engine.setToday('2026-03-20');
    await engine.completeFollowUp(anId('alice'), 'f3', '聊过');
    const { followUp } = await engine.dossier(anId('alice'));
    expect(followUp).toMatchObject([
      { id: 'f3', status: 'done', result: '聊过' },
      { status: 'open', due: '2026-03-27', rrule: 'FREQ=WEEKLY' },
    ]);
    await expect(engine.completeFollowUp(anId('alice'), 'f3')).rejects.toMatchObject({
      error: { code: 'archive/not-found' },
    });
  });

  it('lays out the calendar with repeats, birthdays and contacts', async () => {
    const days = await engine.calendar('2026-02-23', '2026-04-05');
    const at = (day: string) => days.find((each) => each.day === day)?.items;
    expect(days).toHaveLength(42);
    expect(at('2026-02-25')).toMatchObject([{ type: 'interaction', customerName: '张三', count: 1 }]);
    expect(at('2026-03-01')).toMatchObject([{ type: 'follow-up', projected: false, followUp: { id: 'f2' } }]);
    expect(at('2026-03-04')).toMatchObject([{ type: 'birthday', customerName: '曾伟' }]);
    expect(at('2026-03-27')).toMatchObject([{ type: 'follow-up', projected: true, followUp: { due: '2026-03-27' } }]);
  });

  it('counts each customer in one class of each dimension', async () => {
    for (const scheme of await engine.schemes()) {
      expect(scheme).toMatchObject({ covered: 4, total: 4, overlapping: 0 });
    }
  });

  it('answers a card in one piece', async () => {
    const { dossier, classes, reading } = await engine.card(anId('zeng'));
    expect(dossier).toEqual(await engine.dossier(anId('zeng')));
    expect(classes.find((each) => each.dimension === 'value')).toMatchObject({
      class: 'high',
      rule: 'high',
      values: { netFen: 90_000 },
    });
    expect(reading).toBe('zeng wei');
  });

  it('knows whom phone numbers and names belong to', async () => {
    const hits = await engine.matches([
      { phone: '+86 138-0013-8000' },
      { name: ' 曾 伟' },
      { orderNo: 'o1' },
      { code: 'c-2026-00001' },
      { name: '删除的人' },
      { phone: '1' },
    ]);
    expect(hits.map((hit) => hit.map((each) => each.id))).toEqual([['zeng'], ['zeng'], ['zeng'], ['zeng'], [], []]);
  });

  it('writes a move between classes into the class history when nobody waits', async () => {
    await engine.commit('order/edit', [putOrder({ id: 'o3', customerId: 'an', totalFen: 500, date: '2026-03-01' })]);
    machine.idle();
    await expect
      .poll(async () => (await engine.dossier(anId('an'))).classChange.map((each) => each.dimension))
      .toContain('lifecycle');
    // A dossier is read from the database, which is written a moment before the columns hear of it.
    await expect
      .poll(async () => (await engine.schemes()).find((each) => each.dimension === 'lifecycle')?.classes)
      .toContainEqual(expect.objectContaining({ class: 'new', movedIn: 2 }));
    // Undo passes over what Kebu wrote itself.
    await engine.undo();
    expect((await engine.dossier(anId('an'))).order).toEqual([]);
  });

  it('tells the history, newest first', async () => {
    const history = await engine.history(3);
    expect(history.map((entry) => entry.reason)).toEqual(['follow-up/create', 'interaction/log', 'order/edit']);
    expect(history[1]).toMatchObject({ customer: { name: '张三' }, undone: false, undoable: true });
    expect(await engine.history(10, history[2]?.seq)).toHaveLength(3);
  });

  it('gathers a large change set in several messages', async () => {
    await engine.stage('s', [putCustomer({ id: 'n1', name: '新一' })]);
    await engine.stage('s', [putCustomer({ id: 'n2', name: '新二' })]);
    const committed = await engine.commitStaged('s', 'import/customers');
    expect(committed.customerIds).toEqual(['n1', 'n2']);
    await engine.stage('t', [putCustomer({ id: 'n3', name: '新三' })]);
    await engine.discardStaged('t');
    expect((await engine.commitStaged('t', 'import/customers')).changeSetId).toBe('');
    expect((await engine.overview()).customers).toBe(6);
  });

  it('answers the same from the image as from the dossiers', async () => {
    const answers = async (from: EngineMethods) => ({
      names: await namesOf(from),
      found: await from.search('龙井', 5),
      today: await from.today(),
      schemes: await from.schemes(),
      overview: { ...(await from.overview()), revision: 0 },
      matches: await from.matches([{ phone: '13800138000' }, { name: '张三' }]),
      calendar: await from.calendar('2026-02-01', '2026-04-30'),
    });
    // The first closing writes the class history.
    await engine.close();
    const noted = await machine.openEngine();
    machine.events = [];
    const before = await answers(noted.engine);
    await noted.engine.close();
    const image = await machine.openEngine();
    expect(image.report.found).toBe('equal');
    expect(machine.events).toEqual([]);
    expect(await answers(image.engine)).toEqual(before);
    await image.engine.commit('customer/edit', [putCustomer({ id: 'an', name: '安妮' })]);
    const edited = await answers(image.engine);
    // A crash: the image is older than the database.
    const crashed = await machine.openEngine();
    expect(await answers(crashed.engine)).toEqual(edited);
  });

  it('says what fell due while Kebu was closed', async () => {
    await engine.commit('follow-up/create', [
      putFollowUp({ id: 'f9', customerId: 'an', due: '2026-03-03', title: '等' }),
    ]);
    await engine.close();
    const { engine: later } = await machine.openEngine('2026-03-06');
    const view = await later.today();
    expect(view.missed.map((item) => item.followUp.id)).toEqual(['f9']);
    expect(view.due.map((item) => item.followUp.id)).toEqual(['f2']);
  });

  it('refuses everything while no archive is open', async () => {
    await engine.close();
    await expect(engine.query('list', aQuery())).rejects.toMatchObject({ error: { code: 'keys/locked' } });
    await expect(engine.commit('customer/create', [])).rejects.toMatchObject({ error: { code: 'keys/locked' } });
  });
});
