import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dimensions, type ClassKey, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { channels, customerKinds, sources, type Customer, lossReasons } from '#shared/domain/customer/customer.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { everyColumn } from '#shared/exports/every-column.ts';
import type { ExportWords } from '#shared/exports/export-column.ts';
import type { ExportedCustomer } from '#shared/exports/exported-customer.ts';
import { narrowest, needsCountry, widen } from '#shared/exports/widths.ts';
import { answersTo } from '#shared/gaps/answers.ts';
import { gapFields, type GapKey } from '#shared/gaps/gap-fields.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Target } from '#shared/imports/fields.ts';
import { guessMapping } from '#shared/imports/mapping.ts';
import { splitPersonName } from '#shared/match/names.ts';
import { normalizePhones } from '#shared/match/phone.ts';
import { resolveAddress } from '#shared/match/region/resolve-address.ts';
import { codeName } from '#shared/words/coded-words.ts';
import { aCustomer } from '../../helpers/builders.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows } from '../../helpers/import-run.ts';
import { throughCsv } from '../../helpers/through-csv.ts';

const tags = [
  { id: 't1', name: '大户' },
  { id: 't2', name: '=1+1' },
  { id: 't3', name: '大户；"A", 茶' },
  { id: 't4', name: '* 重点' },
];
const own = (id: string, type: CustomField['type'], options: string[] = []) =>
  ({ id, version: 1, createdAt: '', updatedAt: '', label: id, type, options }) as CustomField;
const ownFields = [
  own('爱好', 'text'),
  own('渠道', 'text'),
  own('面积', 'number'),
  own('预算', 'money'),
  own('到期', 'date'),
  own('开票', 'boolean'),
  own('等级', 'choice', ['金卡', '银卡']),
  own('品类', 'choices', ['茶', '酒', '烟；糖']),
  { ...own('得分', 'formula'), formula: '[custom:面积] * 2' },
  own('合同', 'attachment'),
];

function wordsIn(language: Language): ExportWords {
  const t: ExportWords['t'] = (key, values) => translate(language, key, values);
  return {
    t,
    language,
    currency: 'CNY',
    classWord: (_dimension, key) => key,
    tagName: (id) => tags.find((tag) => tag.id === id)?.name ?? '',
    codeName: (list, key) => codeName(list, key, [], t),
    customFields: ownFields,
  };
}

function anExport(customer: Customer): ExportedCustomer {
  const classes = Object.fromEntries(dimensions.map((each) => [each, 'none'])) as Record<Dimension, ClassKey>;
  const facts = { lastContact: null, lastPurchase: null, nextFollowUp: null, revenueFen: 0, purchases: 0, details: {} };
  return { customer, contacts: [], row: { classes, ...facts } };
}

/** What an import reads in a file of these customers. */
function throughFile(customers: readonly Customer[], language: Language): string[][] {
  const columns = everyColumn(customers.reduce(widen, narrowest), wordsIn(language));
  return throughCsv(columns, customers.map(anExport));
}

function anArchive(customers: readonly Customer[] = []): FakeArchive {
  const archive = new FakeArchive();
  for (const tag of tags) archive.apply([{ table: 'tag', id: tag.id, after: tag }]);
  for (const { id, label, type, options } of ownFields)
    archive.apply([{ table: 'customField', id, after: { id, label, type, options } }]);
  for (const { version: _version, createdAt: _c, updatedAt: _u, ...after } of customers)
    archive.apply([{ table: 'customer', id: after.id, after }]);
  return archive;
}

const textOf = (...words: string[]) =>
  fc.constantFrom(...words, '=SUM(A1)', '+1 朋友', '@某人', '-备用', "'引号", '张“三”,"四"');
const phone = fc
  .constantFrom('13800138000', '138 0013 8001', '0571-88889999', '+44 20 7946 0018', '88886666 转 12', '电话不详')
  .chain((raw) =>
    fc.record({ raw: fc.constant(raw), label: fc.option(fc.constantFrom('老板', '仓库'), { nil: undefined }) }),
  )
  .map(({ raw, label }) => {
    const read = normalizePhones(raw)[0]?.phone;
    return { ...(read ?? { raw, kind: 'unknown' as const }), ...(label !== undefined && { label }) };
  });
const yearly = fc.constantFrom(
  { calendar: 'solar', year: 1990, month: 10, day: 3 },
  { calendar: 'solar', month: 2, day: 29 },
  { calendar: 'lunar', year: 1988, month: 4, day: 3, leap: true },
  { calendar: 'lunar', month: 12, day: 30, lastDay: true },
) as fc.Arbitrary<NonNullable<Customer['birthday']>>;
const address = fc
  .constantFrom(
    { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路1号', postcode: '310012' },
    { province: '北京市', district: '朝阳区', street: '建国路88号' },
    { street: 'Baker Street 221B', country: 'United Kingdom' },
  )
  .chain(({ country, ...parts }: { country?: string; street: string }) =>
    fc.option(fc.constantFrom('家', '仓库'), { nil: undefined }).map((label) => ({
      ...resolveAddress(parts),
      ...(country !== undefined && { country }),
      ...(label !== undefined && { label }),
    })),
  );

/** Of what can be asked, also of a field of the archive's own. */
const answered = fc
  .uniqueArray(fc.constantFrom<GapKey>(...gapFields, 'custom:预算', 'custom:品类'), { minLength: 1, maxLength: 4 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) => fc.constantFrom(...answersTo(key)).map((is) => [key, { is, on: '2026-02-01' }] as const)),
    ),
  )
  .map((all) => Object.fromEntries(all) as NonNullable<Customer['answers']>);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const someone = fc
  .record({
    kind: fc.constantFrom(...customerKinds),
    name: fc.constantFrom('安一', '欧阳小贝', 'Ann Lee', '=1+1', '+陈三'),
    reading: maybe(textOf('an yi')),
    gender: maybe(fc.constantFrom('male', 'female')),
    salutation: maybe(textOf('安总')),
    aliases: fc.uniqueArray(fc.constantFrom('小安', '老板娘', '=2', '安、贝'), { maxLength: 2 }),
    phones: fc.uniqueArray(phone, { maxLength: 3, selector: ({ raw }) => raw }),
    emails: fc.uniqueArray(
      fc.record({ address: fc.constantFrom('a@b.cn', 'x.y@example.com'), label: maybe(fc.constant('公司')) }),
      { maxLength: 2, selector: ({ address: each }) => each },
    ),
    ims: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('wechat', 'qq', 'douyin', 'other'),
        account: fc.constantFrom('abc_1', '00123', 'x;y'),
      }),
      { maxLength: 3, selector: ({ kind, account }) => kind + account },
    ),
    addresses: fc.array(address, { maxLength: 2 }),
    birthday: maybe(yearly),
    anniversaries: fc.array(fc.record({ label: fc.constantFrom('结婚', '开业'), date: yearly }), { maxLength: 2 }),
    department: maybe(textOf('采购部')),
    title: maybe(textOf('经理')),
    industry: maybe(textOf('茶叶')),
    source: maybe(fc.constantFrom(...sources)),
    owner: maybe(textOf('我')),
    leadStatus: maybe(fc.constantFrom('new', 'working', 'parked', 'invalid')),
    preferredChannel: maybe(fc.constantFrom(...channels)),
    doNotContact: fc.uniqueArray(fc.constantFrom(...channels), { maxLength: 3 }),
    creditLimitFen: maybe(fc.integer({ min: 0, max: 10_000_000 })),
    paymentTermsDays: maybe(fc.integer({ min: 0, max: 90 })),
    tagIds: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3', 't4')),
    acquiredOn: maybe(fc.constant('2024-05-06')),
    loss: maybe(fc.record({ lostReason: fc.constantFrom(...lossReasons), lostOn: fc.constant('2026-01-02') })),
    note: maybe(textOf('第一行\n第二行')),
    answers: maybe(answered),
    customFields: fc.record(
      {
        爱好: textOf('钓鱼'),
        渠道: textOf('老街'),
        面积: fc.integer({ min: -50, max: 5000 }),
        预算: fc.integer({ min: 0, max: 1_000_000 }),
        到期: fc.constant('2027-01-31'),
        开票: fc.boolean(),
        等级: fc.constantFrom('金卡', '银卡'),
        品类: fc.uniqueArray(fc.constantFrom('茶', '酒', '烟；糖'), { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ loss, ...parts }) => JSON.parse(JSON.stringify({ ...parts, ...loss })) as Partial<Customer>);

/** A few of them, each with a code, so that they are told apart however alike they are. */
const customersOf = fc.array(someone, { minLength: 1, maxLength: 4 }).map((people) =>
  people.map((person, at) => {
    const id = `c${String(at)}`;
    const named = person.kind === 'person' ? splitPersonName(person.name ?? '') : undefined;
    const draft = aCustomer({
      ...named,
      ...person,
      id,
      code: `00${String(at)}`,
      name: `${person.name ?? ''}${'甲乙丙丁'.charAt(at)}`,
      // Two who are read alike and share a phone are one.
      ...(person.reading !== undefined && { reading: `${person.reading} ${['jia', 'yi', 'bing', 'ding'][at] ?? ''}` }),
    });
    return { ...draft, version: 1, createdAt: '', updatedAt: '' };
  }),
);

/** What a file can say of them: accounts kind by kind, numbers with their country where they need one. */
function saidOf(customers: readonly Customer[]) {
  const widths = customers.reduce(widen, narrowest);
  const order = ['wechat', 'qq', 'wecom', 'douyin', 'other'];
  return customers.map(({ id: _id, origin: _origin, version: _version, createdAt: _c, updatedAt: _u, ...said }) => ({
    ...said,
    ims: said.ims.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    phones: said.phones.map(({ raw, ...phone }) =>
      needsCountry(widths, said) && phone.e164 !== undefined ? phone : { raw, ...phone },
    ),
  }));
}

const twice = (...targets: Target[]): Target[] => [...targets, ...targets];
const addressTargets: Target[] = ['label', 'province', 'city', 'district', 'address', 'postcode', 'country'];
const takenFor: Target[] = [
  ...(['code', 'name', 'kind', 'familyName', 'givenName', 'reading', 'aliases', 'gender'] as const),
  ...([...twice('label', 'phone'), 'label', 'phone', ...twice('label', 'email')] as const),
  ...([
    'wechat',
    'qq',
    'wecom',
    'douyin',
    'otherAccount',
    'salutation',
    'organization',
    'department',
    'title',
    'uscc',
  ] as const),
  ...(['legalRepresentative', 'industry', 'size', 'website'] as const),
  ...twice(...addressTargets),
  ...([
    'birthday',
    ...twice('label', 'anniversary'),
    'source',
    'sourceDetail',
    'campaign',
    'referrer',
    'owner',
  ] as const),
  ...(['leadStatus', 'preferredChannel', 'preferredTime', 'doNotContact', 'tags', 'creditLimit'] as const),
  ...([
    'paymentTerms',
    'acquiredOn',
    'verifiedOn',
    'lostOn',
    'lostReason',
    'lastContact',
    'nextFollowUp',
    'answers',
    'note',
  ] as const),
  ...(['custom:爱好', 'custom:渠道', 'custom:面积', 'custom:预算', 'custom:到期'] as const),
  ...(['custom:开票', 'custom:等级', 'custom:品类'] as const),
  // Contact persons, classes, figures, what formulas come to and the names of files are there to be read.
  ...Array.from({ length: 12 }, () => 'ignore' as const),
];

describe.each(['zh-CN', 'en'] as const)('everything, exported in %s', (language) => {
  it('has only headings that the import takes for what they are', () => {
    const many = { phones: 3, emails: 2, addresses: 2, anniversaries: 2 };
    const all = { hasPhoneLabels: true, hasEmailLabels: true, hasAddressLabels: true, foreignLead: 0 };
    const header = everyColumn({ ...many, ...all }, wordsIn(language)).map((column) => column.header);
    const labels = ownFields.map(({ label }) => label);
    const samples = Array.from({ length: 5 }, () => header.map(() => '王总（经理，13800138000）'));
    expect(guessMapping('customers', header, samples, labels)).toEqual(takenFor);
  });

  it('says what formulas come to, and what the files of a field are called', () => {
    const columns = everyColumn(narrowest, wordsIn(language)).slice(-2);
    const shown = anExport({ ...aCustomer({ id: 'c1' }), version: 1, createdAt: '', updatedAt: '' });
    shown.row.details = { 'custom:得分': '160', 'custom:合同': '主合同.pdf\n补充.pdf' };
    expect(columns.map(({ header, text }) => [header, text(shown)])).toEqual(
      language === 'en'
        ? [
            ['Figure: 得分', '160'],
            ['Files: 合同', '主合同.pdf；补充.pdf'],
          ]
        : [
            ['统计：得分', '160'],
            ['文件：合同', '主合同.pdf；补充.pdf'],
          ],
    );
  });

  it('comes in again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(customersOf, async (customers) => {
        const [header = [], ...rows] = throughFile(customers, language);
        const archive = anArchive();
        const plan = await importRows(archive, header, rows, { language });
        expect(plan.kind).toBe('customers');
        expect(saidOf(archive.all('customer'))).toEqual(saidOf(customers));
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing where it came from', async () => {
    await fc.assert(
      fc.asyncProperty(customersOf, async (customers) => {
        const [header = [], ...rows] = throughFile(customers, language);
        const archive = anArchive(customers);
        const plan = await importRows(archive, header, rows, { language });
        expect(plan.edits).toEqual([]);
        expect(plan.counts).toMatchObject({ created: 0, updated: 0, failed: 0 });
      }),
      { numRuns: 60 },
    );
  });
});
