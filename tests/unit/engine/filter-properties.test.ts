import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '#shared/calendar/day.ts';
import { phoneStatuses } from '#shared/domain/customer/customer.ts';
import type { Condition, Filter, FilterGroup, Test } from '#shared/filter/filter.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { aCustomer, anId, putContact, putFollowUp, putInteraction, putOrder } from '../../helpers/builders.ts';
import { holdsNaively } from '../../helpers/naive-filter.ts';

const today = '2026-03-01';
const day = fc
  .integer({ min: toEpochDay('2025-01-01'), max: toEpochDay('2026-06-30') })
  .map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10));
const word = fc.constantFrom('张三', '李四 五金', '五金', 'Ａbc Ltd', 'abc', '臺州', '台州路', '1', '12');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const phone = fc.record({
  raw: fc.constantFrom('13800138001', '13800138002'),
  kind: fc.constant('mobile' as const),
  status: maybe(fc.constantFrom(...phoneStatuses)),
  verifiedAt: maybe(fc.constant('2026-01-01T00:00:00.000Z')),
});
const yearlyDate = fc.record({
  calendar: fc.constantFrom('solar' as const, 'lunar' as const),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 30 }),
});
const goods = fc.constantFrom('龙井', '龙井 特级', 'Bolt M6', '螺丝');

const customer = fc.record({
  name: word,
  organization: maybe(word),
  industry: maybe(word),
  department: maybe(word),
  aliases: fc.array(word, { maxLength: 2 }),
  emails: fc.array(fc.record({ address: word, status: maybe(fc.constantFrom('valid' as const, 'bounced' as const)) }), {
    maxLength: 2,
  }),
  phones: fc.array(phone, { maxLength: 2 }),
  addresses: fc.array(fc.record({ city: maybe(fc.constant('台州市')), street: word }), { maxLength: 2 }),
  gender: maybe(fc.constantFrom('male' as const, 'female' as const)),
  source: maybe(fc.constantFrom('fair' as const, 'store' as const)),
  doNotContact: fc.subarray(['phone', 'sms', 'email'] as const),
  tagIds: fc.subarray(['t1', 't2', 't3']),
  verifiedOn: maybe(day),
  paymentTermsDays: maybe(fc.integer({ min: 0, max: 60 })),
  note: maybe(word),
  birthday: maybe(yearlyDate),
  anniversaries: fc.array(fc.record({ label: fc.constantFrom('结婚', '开业', 'Wedding'), date: yearlyDate }), {
    maxLength: 2,
  }),
  customFields: fc.record(
    {
      text: word,
      size: fc.integer({ min: -5, max: 5 }),
      since: day,
      vip: fc.boolean(),
      colours: fc.subarray(['红', '蓝', '绿']),
    },
    { requiredKeys: [] },
  ),
});

const belongings = fc.record({
  orders: fc.array(
    fc.record({
      date: day,
      totalFen: fc.integer({ min: 1, max: 50_000 }),
      type: fc.constantFrom('sale' as const, 'sale' as const, 'gift' as const),
      lines: fc.array(
        fc.record({ text: goods, qtyMilli: fc.constantFrom(1_000, 2_000, -1_000), amountFen: fc.constant(100) }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 4 },
  ),
  colleague: maybe(fc.record({ phones: fc.array(phone, { maxLength: 1 }), birthday: maybe(yearlyDate) })),
  contacts: fc.array(
    fc.record({ at: day, direction: fc.constantFrom('inbound' as const, 'outbound' as const), text: word }),
    { maxLength: 3 },
  ),
  followUps: fc.array(fc.record({ due: day, status: fc.constantFrom('open' as const, 'done' as const) }), {
    maxLength: 2,
  }),
  isDeleted: fc.boolean(),
});

const textTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({
    is: fc.constantFrom('contains' as const, 'starts' as const, 'equals' as const),
    text: fc.oneof(word, fc.constantFrom('五', '金', 'b', '台州市台', '州')),
  }),
  fc.constant({ is: 'filled' as const }),
);
const oneOf = (keys: string[]): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({ is: fc.constant('any' as const), of: fc.subarray(keys, { minLength: 1 }) }),
    fc.constant({ is: 'filled' as const }),
  );
const severalOf = (keys: string[]): fc.Arbitrary<Test> =>
  fc.oneof(oneOf(keys), fc.record({ is: fc.constant('all' as const), of: fc.subarray(keys, { minLength: 1 }) }));
const point = fc.oneof(
  day.map((on) => ({ on })),
  fc.integer({ min: -300, max: 100 }).map((inDays) => ({ inDays })),
);
const dayTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ is: fc.constant('days' as const), from: point, to: point }),
  fc.record({ is: fc.constant('days' as const), from: point }),
  fc.record({ is: fc.constant('days' as const), to: point }),
  fc.record({
    is: fc.constant('period' as const),
    unit: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const),
    shift: fc.integer({ min: -2, max: 2 }),
  }),
  fc.constant({ is: 'filled' as const }),
);
/** A birthday comes every year: only spans with two ends say which one. */
const birthdayTest: fc.Arbitrary<Test> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 60 }))
    .map(([from, length]) => ({ is: 'days' as const, from: { inDays: from }, to: { inDays: from + length } })),
  fc.constant({ is: 'filled' as const }),
);
const numberTest: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ is: fc.constant('between' as const), min: fc.integer({ min: -3, max: 5 }) }),
  fc.record({ is: fc.constant('between' as const), max: fc.integer({ min: 0, max: 60_000 }) }),
  fc.record({ is: fc.constant('between' as const), min: fc.constant(1), max: fc.integer({ min: 1, max: 30_000 }) }),
);
const yes: fc.Arbitrary<Test> = fc.constant({ is: 'yes' as const });

type Fields = Condition['field'][];
const asked = (fields: Fields, test: fc.Arbitrary<Test>): fc.Arbitrary<Condition> =>
  fc.record({ field: fc.constantFrom(...fields), not: fc.boolean(), test });
const condition: fc.Arbitrary<Condition> = fc.oneof(
  asked(
    ['name', 'organization', 'industry', 'department', 'aliases', 'email', 'address', 'words', 'custom:text'],
    textTest,
  ),
  asked(['gender'], oneOf(['male', 'female'])),
  asked(['source'], oneOf(['fair', 'store', 'unknown'])),
  asked(['tagIds'], severalOf(['t1', 't2', 't3'])),
  asked(['doNotContact'], severalOf(['phone', 'sms'])),
  asked(['custom:colours'], severalOf(['红', '蓝', '绿'])),
  asked(['lastContact', 'lastInbound', 'lastPurchase', 'followUp', 'verifiedOn', 'custom:since'], dayTest),
  asked(['birthday'], birthdayTest),
  fc.record({
    field: fc.constant('anniversary' as const),
    named: maybe(fc.constantFrom('结', 'wedding')),
    not: fc.boolean(),
    test: birthdayTest,
  }),
  asked(['phoneState'], severalOf(['valid', 'vacant', 'suspended', 'replaced', 'unverified'])),
  asked(['emailState'], severalOf(['valid', 'bounced', 'unverified'])),
  fc.record({
    field: fc.constant('bought' as const),
    withinDays: maybe(fc.integer({ min: 1, max: 400 })),
    not: fc.boolean(),
    test: fc.oneof(
      severalOf(['龙井', '螺丝', 'Bolt M6', '没卖过']),
      fc.record({ is: fc.constant('contains' as const), text: fc.constantFrom('龙井', 'bolt', '特') }),
    ),
  }),
  asked(['paymentTermsDays', 'custom:size'], numberTest),
  fc.record({
    field: fc.constantFrom('purchases' as const, 'contacts' as const, 'amount' as const),
    withinDays: maybe(fc.integer({ min: 1, max: 400 })),
    test: numberTest,
  }),
  asked(['custom:vip', 'deleted'], yes),
);
const filter: fc.Arbitrary<FilterGroup> = fc.letrec<{ part: Filter; group: FilterGroup }>((tie) => ({
  part: fc.oneof({ maxDepth: 2, withCrossShrink: true }, condition, tie('group')),
  group: fc.record({
    join: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    parts: fc.array(tie('part'), { maxLength: 3 }),
  }),
})).group;

async function found(engine: EngineMethods, asking: FilterGroup): Promise<string[]> {
  const { token } = await engine.query('list', { text: '', filter: asking, sort: [] });
  return (await engine.ids(token)).toSorted();
}

describe('a filter', () => {
  it('keeps exactly the customers whose records fulfil it, one by one', async () => {
    const people = fc.array(fc.tuple(customer, belongings), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(people, fc.array(filter, { minLength: 6, maxLength: 6 }), async (given, filters) => {
        const { engine } = await new Machine().openEngine(today);
        const edits = given.flatMap(([own, { orders, contacts, followUps, colleague }], n): Edit[] => {
          const id = `c${String(n)}`;
          return [
            { table: 'customer', id, after: aCustomer({ ...own, id, code: id }) },
            ...orders.map((each, k) => putOrder({ ...each, id: `${id}o${String(k)}`, customerId: id })),
            ...(colleague ? [putContact({ ...colleague, name: '结婚', id: `${id}p`, customerId: id })] : []),
            ...contacts.map((each, k) => putInteraction({ ...each, id: `${id}i${String(k)}`, customerId: id })),
            ...followUps.map((each, k) => putFollowUp({ ...each, id: `${id}f${String(k)}`, customerId: id })),
          ];
        });
        await engine.commit('import/customers', edits);
        const gone = given.flatMap(([, { isDeleted }], n): Edit[] =>
          isDeleted ? [{ table: 'customer', id: `c${String(n)}`, after: null }] : [],
        );
        await engine.confirmDeletion(gone.length);
        if (gone.length > 0) await engine.commit('customer/delete', gone);
        const dossiers = await Promise.all(given.map((_, n) => engine.dossier(anId(`c${String(n)}`))));
        for (const asking of filters) {
          const wanted = dossiers
            .filter((dossier) => {
              const isShown = JSON.stringify(asking).includes('"deleted"') || dossier.customer.deletedAt === undefined;
              const classes = { source: dossier.customer.source ?? 'unknown' };
              return isShown && holdsNaively(asking, { dossier, classes, today });
            })
            .map((dossier) => dossier.customerId);
          expect(await found(engine, asking), JSON.stringify(asking)).toEqual(wanted);
          expect(await engine.counts([asking])).toEqual([wanted.length]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is understood again as it was written', () => {
    fc.assert(
      fc.property(filter, (given) => {
        expect(filterSchema.parse(JSON.parse(JSON.stringify(given)))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it.each([
    ['an unknown field', { join: 'and', parts: [{ field: 'shoe', test: { is: 'filled' } }] }],
    ['an empty list', { join: 'and', parts: [{ field: 'value', test: { is: 'any', of: [] } }] }],
    [
      'groups seven deep',
      Array.from('1234567').reduce<object>((inner) => ({ join: 'and', parts: [inner] }), { join: 'or', parts: [] }),
    ],
  ])('is refused with %s', (_, given) => {
    expect(filterSchema.safeParse(given).success).toBe(false);
  });
});
