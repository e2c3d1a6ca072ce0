import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { customerKinds, type Customer } from '#shared/domain/customer/customer.ts';
import type { Draft } from '../../../renderer/engine/api.ts';
import { Machine } from '../../helpers/archive.ts';
import { aCustomer, anId, putContact, putCustomer, putOrder } from '../../helpers/builders.ts';

const today = '2026-05-20';
const keys: GapKey[] = ['phones', 'identity', 'region', 'birthday', 'industry', 'tagIds', 'custom:rent', 'custom:year'];
const fields = [
  {
    table: 'customField' as const,
    id: 'rent',
    after: { id: 'rent', label: '租金', type: 'money' as const, options: [], kinds: ['company' as const] },
  },
  {
    table: 'customField' as const,
    id: 'year',
    after: { id: 'year', label: '年份', type: 'text' as const, options: [], tagId: 'fair' },
  },
  { table: 'tag' as const, id: 'fair', after: { id: 'fair', name: '展会' } },
  { table: 'tag' as const, id: 'old', after: { id: 'old', name: '老客户' } },
];

const maybe = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
const phones = fc.constantFrom<Customer['phones']>(
  [],
  [{ raw: '13800138001', kind: 'mobile' }],
  [{ raw: '13800138002', kind: 'mobile', status: 'vacant' }],
);
const someone = fc.record({
  kind: fc.constantFrom(...customerKinds),
  phones,
  region: maybe('330106'),
  birthday: maybe({ calendar: 'lunar' as const, month: 8, day: 15 }),
  industry: maybe('五金'),
  tagIds: fc.subarray(['fair', 'old']),
  rent: maybe(100),
  year: maybe('2025'),
  person: fc.option(phones),
  fen: fc.integer({ min: 0, max: 5 }).map((each) => each * 100_000),
  isInBin: fc.boolean(),
});
type Someone = typeof someone extends fc.Arbitrary<infer S> ? S : never;

function customerOf(
  { kind, phones: own, region, birthday, industry, tagIds, rent, year }: Someone,
  id: string,
): Draft<Customer> {
  const known = { ...(birthday && { birthday }), ...(industry !== undefined && { industry }) };
  const customFields = { ...(rent !== undefined && { rent }), ...(year !== undefined && { year }) };
  const addresses = region === undefined ? [{ street: '文三路 1 号' }] : [{ regionCode: region }];
  return aCustomer({ id, name: id, kind, phones: own, addresses, tagIds, customFields, ...known });
}

/** By hand, field by field, as the words on the screen say it. */
function lacking({ kind, phones: own, person, region, birthday, industry, tagIds, rent, year }: Someone): GapKey[] {
  const isPerson = kind === 'person';
  const works = [...own, ...(person ?? [])].some(({ status }) => status === undefined);
  const missing: Record<string, boolean> = {
    phones: !works,
    identity: !isPerson && person === null,
    region: region === undefined,
    birthday: isPerson && birthday === undefined,
    industry: !isPerson && industry === undefined,
    tagIds: tagIds.length === 0,
    'custom:rent': kind === 'company' && rent === undefined,
    'custom:year': tagIds.includes('fair') && year === undefined,
  };
  return keys.filter((key) => missing[key]);
}

async function anEngine() {
  const machine = new Machine();
  machine.now = new Date(`${today}T08:00:00.000Z`);
  const { engine } = await machine.openEngine(today);
  await engine.commit('field/edit', fields);
  return engine;
}

describe('the list of what is missing', () => {
  it('is what going through everybody by hand finds, the most valuable first, for any choice of fields', async () => {
    const chosen = fc.subarray(keys, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { maxLength: 10 }), chosen, async (people, asked) => {
        const engine = await anEngine();
        const persons = people.flatMap(({ person, kind }, at) =>
          person && kind !== 'person' ? [putContact({ id: `p${at}`, customerId: `c${at}`, phones: person })] : [],
        );
        const all = people.map((each) => (each.kind === 'person' ? { ...each, person: null } : each));
        await engine.commit('import/customers', [
          ...all.map((each, at) => ({ table: 'customer' as const, id: `c${at}`, after: customerOf(each, `c${at}`) })),
          ...persons,
          ...all.flatMap(({ fen }, at) =>
            fen > 0 ? [putOrder({ id: `o${at}`, customerId: `c${at}`, totalFen: fen, date: '2026-05-01' })] : [],
          ),
        ]);
        const gone = all.flatMap(({ isInBin }, at) => (isInBin ? [`c${at}`] : []));
        if (gone.length > 0) {
          await engine.confirmDeletion(gone.length);
          await engine.commit(
            'customer/delete',
            gone.map((id) => ({ table: 'customer' as const, id, after: null })),
          );
        }
        const present = all.flatMap((each, at) =>
          each.isInBin ? [] : [{ ...each, id: `c${at}`, gaps: lacking(each) }],
        );
        const wanted = present.filter(({ gaps }) => gaps.some((key) => asked.includes(key)));

        const first = await engine.nextGaps(asked, [], 3);
        const ids = [...first, ...(await engine.nextGaps(asked, first, 50))];
        expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
        const worth = ids.map((id) => wanted.find((each) => each.id === id)?.fen ?? 0);
        expect(worth).toEqual(worth.toSorted((a, b) => b - a));
        const rows = await engine.gapRows(ids, asked);
        for (const { row, gaps } of rows) {
          expect(gaps).toEqual(asked.filter((key) => wanted.find(({ id }) => id === row.id)?.gaps.includes(key)));
        }
        const counts = await engine.gapCounts(asked);
        expect(counts.customers).toBe(wanted.length);
        for (const key of keys) {
          const missing = Object.fromEntries(
            customerKinds.map((kind) => [
              kind,
              present.filter((each) => each.kind === kind && each.gaps.includes(key)).length,
            ]),
          );
          expect(counts.fields.find((field) => field.key === key)?.missing).toEqual(missing);
        }
        expect(counts.gaps).toBe(wanted.flatMap(({ gaps }) => gaps.filter((key) => asked.includes(key))).length);
      }),
      { numRuns: 15 },
    );
  });

  it('loses whoever is filled in and gets them back by undo, whatever fills the gap', async () => {
    const engine = await anEngine();
    await engine.commit('import/customers', [
      putCustomer({ id: 'a', kind: 'company', name: '永兴五金', tagIds: ['fair'] }),
      putCustomer({ id: 'b', name: '张三' }),
    ]);
    const texts: [GapKey, string][] = [
      ['phones', '13800138001'],
      ['identity', '李四 13800138002'],
      ['region', '杭州'],
      ['industry', '五金'],
      ['custom:rent', '1200'],
      ['custom:year', '2025'],
    ];
    for (const [key, text] of texts) {
      expect(await engine.nextGaps([key], [], 9)).toContain('a');
      expect(await engine.gapProblem(anId('a'), key, text)).toBeNull();
      await engine.fillGap(anId('a'), key, text);
      expect(await engine.nextGaps([key], [], 9)).not.toContain('a');
      await engine.undo();
      expect(await engine.nextGaps([key], [], 9)).toContain('a');
    }
    expect((await engine.dossier(anId('a'))).contact).toEqual([]);
  });

  it('misses files too, until one lies in their field, and who does not have that field misses none', async () => {
    const engine = await anEngine();
    await engine.commit('field/edit', [
      {
        table: 'customField',
        id: 'deal',
        after: { id: 'deal', label: '合同', type: 'attachment', options: [], kinds: ['company'], required: true },
      },
    ]);
    await engine.commit('import/customers', [putCustomer({ id: 'a', kind: 'company' }), putCustomer({ id: 'b' })]);
    expect(await engine.nextGaps(['custom:deal'], [], 9)).toEqual(['a']);
    const about = { name: '合同.pdf', mediaType: 'application/pdf', sizeBytes: 9, addedAt: '2026-05-20T08:00' };
    const file = {
      id: 'f',
      customerId: anId('a'),
      ...about,
      sha256: 'a'.repeat(64),
      origin: { kind: 'manual' as const },
    };
    await engine.commit('file/add', [{ table: 'attachment', id: 'f', after: { ...file, fieldId: 'deal' } }]);
    expect(await engine.nextGaps(['custom:deal'], [], 9)).toEqual([]);
    await engine.undo();
    await engine.answerGap(anId('a'), 'custom:deal', 'none');
    expect((await engine.gapCounts(['custom:deal'])).gaps).toBe(0);
    await engine.commit('file/add', [{ table: 'attachment', id: 'f', after: { ...file, fieldId: 'deal' } }]);
    expect((await engine.dossier(anId('a'))).customer.answers).toBeUndefined();
  });

  it('gives a new tag or one that is there, and writes nothing that cannot be', async () => {
    const engine = await anEngine();
    await engine.commit('import/customers', [putCustomer({ id: 'a' }), putCustomer({ id: 'b' })]);
    await engine.fillGap(anId('a'), 'tagIds', '展会');
    await engine.fillGap(anId('b'), 'tagIds', '#新客');
    const [a, b] = await Promise.all(['a', 'b'].map(async (id) => (await engine.dossier(anId(id))).customer.tagIds));
    expect(a).toEqual(['fair']);
    expect((await engine.catalogue('tag')).find(({ id }) => id === b?.[0])?.name).toBe('新客');
    await engine.undo();
    expect((await engine.catalogue('tag')).map(({ name }) => name)).not.toContain('新客');

    expect(await engine.gapProblem(anId('a'), 'region', '火星')).toBe('gaps.problem.region');
    expect((await engine.fillGap(anId('a'), 'region', '火星')).changeSetId).toBe('');
  });
});
