import { describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/contact/contact.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import { guessMapping } from '#shared/imports/mapping.ts';
import type { Policy } from '#shared/imports/plan/plan.ts';
import { countSamePeople } from '#shared/imports/plan/plan-contacts.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { codesOf, importRows, readRows } from '../../helpers/import-run.ts';

const header = ['客户名称', '姓名', '角色', '职位', '手机', '邮箱', '是否主联系人', '备注'];

function anArchive(...people: (Pick<Contact, 'id' | 'name'> & Partial<Contact>)[]): FakeArchive {
  const archive = new FakeArchive();
  for (const [id, name, kind] of [
    ['c1', '永兴五金', 'company'],
    ['c2', '安一', 'person'],
  ] as const)
    archive.apply([{ table: 'customer', id, after: aCustomer({ id, name, kind, code: id.toUpperCase() }) }]);
  for (const person of people) {
    const lists = { phones: [], emails: [], ims: [], origin: { kind: 'manual' as const } };
    archive.apply([{ table: 'contact', id: person.id, after: { ...lists, ...person, customerId: anId('c1') } }]);
  }
  return archive;
}

const mobile = (raw: string) => ({ raw, e164: `+86${raw}`, kind: 'mobile' as const });
const importPeople = (archive: FakeArchive, rows: string[][], policy: Policy = 'fill-empty', given = header) =>
  importRows(archive, given, rows, { kind: 'contacts', createUnknown: true, policy });
const people = (archive: FakeArchive) =>
  archive.all('contact').map(({ name, phones, title }) => [name, title, phones.length]);

describe('a table of contact persons', () => {
  it('is known by its headings in Chinese and English, and no list of customers is taken for one', () => {
    const template = '客户编号,客户名称*,姓名*,角色,职位,手机,座机,邮箱,微信,生日,是否主联系人,备注'.split(',');
    expect(findHeader([template])?.kind).toBe('contacts');
    expect(guessMapping('contacts', template, [])).toEqual([
      ...(['customerCode', 'customerName', 'contactName', 'contactRole', 'contactTitle', 'phone', 'phone'] as const),
      ...(['email', 'wechat', 'birthday', 'primary', 'note'] as const),
    ]);
    expect(findHeader([['Company', 'Name', 'Role', 'Job Title', 'Mobile', 'Email', 'Primary contact']])?.kind).toBe(
      'contacts',
    );
    expect(findHeader([['公司', '姓名', '职位', '手机', '邮箱']])?.kind).toBe('customers');
    expect(findHeader([['客户名称', '客户类型', '联系人', '角色', '手机', '地址']])?.kind).toBe('customers');
  });

  it('comes to the company of its name, creates the one that is in no list, and says so', async () => {
    const archive = anArchive();
    const plan = await importPeople(archive, [
      ['永兴五金', '王总', '老板', '经理', '13800138000', 'w@x.cn', '是', ''],
      ['南山杂货', '小陈', '', '', '13900139000', '', '', '周一在'],
      ['南山杂货', '小何', '', '', '', '', '', ''],
    ]);
    expect(plan.counts).toEqual({ created: 3, updated: 0, skipped: 0, failed: 0 });
    expect(plan.newCustomers).toBe(1);
    expect(codesOf(plan, 1)).toContain('match/created');
    expect(archive.all('contact')[0]).toMatchObject({
      customerId: 'c1',
      name: '王总',
      role: 'decider',
      title: '经理',
      primary: true,
      emails: [{ address: 'w@x.cn' }],
      origin: { kind: 'import', row: 2 },
    });
    expect(archive.all('customer').find(({ name }) => name === '南山杂货')?.kind).toBe('company');
    expect(archive.all('contact')[1]?.note).toBe('周一在');
  });

  it('says why a row cannot come in', async () => {
    const plan = await importPeople(anArchive(), [
      ['永兴五金', '', '', '经理', '', '', '', ''],
      ['', '小陈', '', '', '', '', '', ''],
      ['安一', '小何', '', '', '', '', '也许', ''],
    ]);
    expect(codesOf(plan, 0)).toEqual(['person/no-name']);
    expect(codesOf(plan, 1)).toEqual(['match/no-customer']);
    expect(codesOf(plan, 2)).toEqual(['choice/unknown', 'person/of-person']);
    expect(plan.counts).toEqual({ created: 1, updated: 0, skipped: 0, failed: 2 });
  });

  it('finds who is there by number and name, gives what is new to nobody else, and changes one only once', async () => {
    const archive = anArchive(
      { id: 'p1', name: '王总', phones: [mobile('13800138000')] },
      { id: 'p2', name: '王总', phones: [mobile('13700137000')] },
      { id: 'p3', name: '小李', primary: true },
    );
    const plan = await importPeople(archive, [
      ['永兴五金', '王总', '', '', '13600136000', '', '', ''],
      ['永兴五金', '王总', '', '店长', '13700137000', '', '', ''],
      ['永兴五金', '小李', '', '会计', '', '', '是', ''],
      ['永兴五金', '小李', '', '会计', '', '', '', ''],
    ]);
    expect(plan.counts).toEqual({ created: 0, updated: 3, skipped: 1, failed: 0 });
    expect(codesOf(plan, 3)).toEqual(['row/repeats']);
    expect(people(archive)).toEqual([
      ['王总', undefined, 2],
      ['王总', '店长', 1],
      ['小李', '会计', 0],
    ]);
    const edit = plan.edits.find(({ id }) => id === 'p2');
    expect(edit).toMatchObject({ seen: 1, from: { row: 3 } });
  });

  it('does with those who are there what was chosen', async () => {
    const rows = [['永兴五金', '王总', '', '店长', '13800138000', '', '', '']];
    const present = { id: 'p1', name: '王总', title: '经理', phones: [mobile('13800138000')] };
    const titleAfter = async (policy: Policy) => {
      const archive = anArchive(present);
      const { counts } = await importPeople(archive, rows, policy);
      return [archive.all('contact').map(({ title }) => title), counts.created, counts.updated, counts.skipped];
    };
    expect(await titleAfter('fill-empty')).toEqual([['经理'], 0, 0, 1]);
    expect(await titleAfter('overwrite')).toEqual([['店长'], 0, 1, 0]);
    expect(await titleAfter('skip')).toEqual([['经理'], 0, 0, 1]);
    expect(await titleAfter('create-new')).toEqual([['经理', '店长'], 1, 0, 0]);
  });

  it('counts who comes twice before anything is compared', async () => {
    const reads = await readRows(header, [
      ['永兴五金', '王总', '', '', '13800138000', '', '', ''],
      ['永兴五金', '王总', '', '店长', '', '', '', ''],
      ['永兴五金', '王总', '', '', '13900139000', '', '', ''],
      ['南山杂货', '王总', '', '', '13800138000', '', '', ''],
    ]);
    if (reads.kind !== 'contacts') throw new Error('Broken invariant: a table of contact persons');
    expect(countSamePeople(reads.rows.flatMap(({ read }) => read ?? []))).toBe(1);
  });
});

describe('a table of customers', () => {
  const given = [
    '客户名称',
    '联系人',
    '联系人职位',
    '联系人电话',
    '联系人 2',
    '联系人 2 职位',
    '联系人 2 电话',
    '联系人 2 邮箱',
    '联系人3',
  ];

  it('has as many contact persons as it has numbered columns for', async () => {
    const archive = new FakeArchive();
    const row = ['永兴五金有限公司', '王总', '经理', '13800138000', '小李', '会计', '13900139000', 'l@x.cn', '老周'];
    const first = await importRows(archive, given, [row]);
    expect(archive.all('contact')).toMatchObject([
      { name: '王总', title: '经理', primary: true, phones: [{ raw: '13800138000' }] },
      { name: '小李', title: '会计', phones: [{ raw: '13900139000' }], emails: [{ address: 'l@x.cn' }] },
      { name: '老周', phones: [] },
    ]);
    // The number of the one to turn to reaches the customer as well; those of the others are theirs alone.
    expect(archive.all('customer')[0]?.phones.map(({ raw }) => raw)).toEqual(['13800138000']);
    expect(first.counts.created).toBe(1);
    expect((await importRows(archive, given, [row])).edits).toEqual([]);
  });

  it('gives a number without a name beside it to the one who is named', async () => {
    const archive = new FakeArchive();
    await importRows(archive, given, [['永兴五金有限公司', '王总', '', '', '', '', '13900139000', '', '']]);
    expect(archive.all('contact')).toMatchObject([{ name: '王总', phones: [{ raw: '13900139000' }] }]);
  });
});
