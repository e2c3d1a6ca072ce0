import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences } from '#shared/calendar/yearly.ts';
import { civilDayOfInstant, toEpochDay } from '#shared/calendar/day.ts';
import type { Customer, CustomerId, YearlyDate } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { foldText } from '#shared/match/text.ts';
import type { Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { CustomerIndex } from '../../../renderer/engine/index/customer-index.ts';
import {
  createOccasionFinder,
  packYearlyDate,
  unpackYearlyDate,
} from '../../../renderer/engine/index/columns/occasions.ts';
import { sortByKeys } from '../../../renderer/engine/index/orders/radix-sort.ts';
import { Ragged } from '../../../renderer/engine/index/columns/ragged.ts';
import { TextColumn } from '../../../renderer/engine/index/columns/text-column.ts';
import { TextOrder } from '../../../renderer/engine/index/orders/text-order.ts';
import { Machine } from '../../helpers/archive.ts';
import { aCustomer, anId, putCustomer, putInteraction, putOrder } from '../../helpers/builders.ts';

const customer = fc.integer({ min: 0, max: 4 }).map((n) => `c${n}`);
const number = fc.integer({ min: 0, max: 3 });
const day = fc
  .integer({ min: toEpochDay('2024-06-01'), max: toEpochDay('2026-03-20') })
  .map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 1, arbitrary: customer.map((id) => putCustomer({ id, code: id })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(customer, number, day, fc.integer({ min: -500, max: 2_000 }))
      .map(([id, n, date, totalFen]) =>
        putOrder({ id: `${id}-o${n}`, customerId: id, date, totalFen, type: totalFen < 0 ? 'refund' : 'sale' }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(customer, number, day, fc.constantFrom('inbound' as const, 'outbound' as const))
      .map(([id, n, at, direction]) => putInteraction({ id: `${id}-i${n}`, customerId: id, at, direction })),
  },
  { weight: 1, arbitrary: customer.map((id): Edit => ({ table: 'customer', id, after: null })) },
);
const everybody = ['c0', 'c1', 'c2', 'c3', 'c4'];

async function classesOf(engine: EngineMethods): Promise<unknown> {
  const explained: unknown[] = [];
  for (const id of everybody) {
    const card = await engine.card(anId(id)).catch(() => null);
    explained.push(card?.classes);
  }
  const { token, total } = await engine.query('q', {
    text: '',
    sort: [{ column: 'name', descending: false }],
  });
  const rows = await engine.rows(token, 0, total);
  return { explained, rows: rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)), total };
}

describe('the engine, whatever was done', () => {
  it('has the classes that drawing them all anew gives, on any later day', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom('2026-03-02', '2026-03-05', '2026-03-25', '2026-02-20') },
      { weight: 1, arbitrary: fc.constant('undo' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const machine = new Machine();
        const { engine } = await machine.openEngine('2026-03-01');
        await engine.commit(
          'import/customers',
          everybody.map((id) => putCustomer({ id, code: id })),
        );
        let today = '2026-03-01';
        for (const each of steps) {
          if (each === 'undo') await engine.undo().catch(() => undefined);
          else if (typeof each === 'string') await engine.setToday((today = each));
          else await engine.commit('customer/edit', each).catch(() => undefined);
        }
        const incremental = await classesOf(engine);
        machine.indexedDB = new IDBFactory();
        const { engine: fresh } = await machine.openEngine(today);
        expect(incremental).toEqual(await classesOf(fresh));
      }),
      { numRuns: 40 },
    );
  });

  it('finds a customer by any part of any of its texts', async () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom(...Array.from('张三李四王五abz9 ，Ａ臺')), minLength: 1, maxLength: 8 }),
      {
        minLength: 5,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.nat(),
        fc.nat(),
        async ([name = '', organization, note, street, text = ''], which, at) => {
          const { engine } = await new Machine().openEngine();
          const own = `名${name}`;
          await engine.commit('customer/create', [
            putCustomer({ id: 'c1', name: own, organization, note, addresses: [{ street }] }),
            putInteraction({ id: 'i1', customerId: 'c1', text }),
            putCustomer({ id: 'c2', name: '赵六' }),
          ]);
          const source = foldText([own, organization, note, street, text][which % 5] ?? '');
          const part = source
            .slice(at % (source.length + 1))
            .slice(0, 4)
            .trim();
          // Single letters find beginnings of names only.
          if (part.split(/\s+/).every((word) => word.length < 2)) return;
          const found = await engine.search(part, 10);
          expect(found.map((row) => row.id)).toContain('c1');
          expect(found.find((row) => row.id === 'c1')?.match).toBeDefined();
        },
      ),
      { numRuns: 60 },
    );
  });
});

function aDossierOf(id: string, part: Partial<Customer>): Dossier {
  const stamp = '2026-01-01T00:00:00.000Z';
  const customer = { ...aCustomer({ id, ...part }), version: 1, createdAt: stamp, updatedAt: stamp } as Customer;
  const customerId = id as CustomerId;
  return {
    customerId,
    customer,
    contact: [],
    interaction: [],
    followUp: [],
    order: [],
    classChange: [],
    relation: [],
    attachment: [],
    history: [],
  };
}

function indexOf(dossiers: Iterable<Dossier>): CustomerIndex {
  const index = new CustomerIndex(toEpochDay('2026-03-01'), civilDayOfInstant);
  for (const dossier of dossiers) index.put(dossier);
  return index;
}

function foundBy({ search }: CustomerIndex, text: string): [index: number, rank: number | undefined][] | undefined {
  const found = search.find(text);
  return found ? Array.from(found.indexes, (index) => [index, found.ranks[index]]) : undefined;
}

describe('the building blocks of the index', () => {
  it('sorts as a comparison does, in both directions, keeping equals in order', () => {
    const columns = [
      fc
        .array(fc.oneof(fc.constant(0), fc.constant(-0), fc.double({ noNaN: true })))
        .map(Float64Array.from.bind(Float64Array)),
      fc.array(fc.integer()).map(Int32Array.from.bind(Int32Array)),
      fc.array(fc.nat()).map(Uint32Array.from.bind(Uint32Array)),
    ];
    fc.assert(
      fc.property(fc.oneof(...columns), fc.boolean(), (keys, descending) => {
        const indexes = Uint32Array.from(keys.keys());
        const expected = Array.from(indexes).sort((a, b) => {
          const [x, y] = [keys[a]! + 0, keys[b]! + 0];
          return x === y ? a - b : (x < y ? -1 : 1) * (descending ? -1 : 1);
        });
        expect(Array.from(sortByKeys(indexes, keys, descending))).toEqual(expected);
      }),
    );
  });

  it('answers the same, whatever was typed before and whoever was changed since', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('张三王五abz19 -')), minLength: 1, maxLength: 5 });
    const one = fc.record({ id: fc.constantFrom('c1', 'c2', 'c3'), name: text, note: text, phone: text });
    fc.assert(
      fc.property(fc.array(fc.tuple(one, text), { minLength: 1, maxLength: 5 }), (rounds) => {
        const dossiers = new Map<string, Dossier>();
        const index = indexOf([]);
        for (const [{ id, name, note, phone }, typed] of rounds) {
          const dossier = aDossierOf(id, { name, note, phones: [{ raw: phone, kind: 'mobile' }] });
          dossiers.set(id, dossier);
          index.put(dossier);
          for (let length = 1; length <= typed.length; length += 1) {
            const part = typed.slice(0, length);
            expect(foundBy(index, part), part).toEqual(foundBy(indexOf(dossiers.values()), part));
          }
        }
      }),
    );
  });

  it('keeps an order of texts while they change', () => {
    const change = fc.tuple(fc.nat({ max: 12 }), fc.constantFrom('', 'a', 'b', 'ba', 'c'));
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (rounds) => {
        const texts: string[] = [];
        const column = new TextColumn();
        const order = new TextOrder(column);
        for (const round of rounds) {
          for (const [index, value] of round) {
            const at = Math.min(index, texts.length);
            texts[at] = value;
            column.set(at, value);
            order.touch(at);
          }
          const ranks = Array.from(order.current().ranks);
          const sorted = [...texts].sort(
            (a, b) => (a === '' ? 1 : 0) - (b === '' ? 1 : 0) || (a < b ? -1 : a > b ? 1 : 0),
          );
          expect(ranks).toEqual(texts.map((each) => sorted.indexOf(each)));
        }
      }),
    );
  });

  it('keeps ragged lists apart', () => {
    const change = fc.tuple(fc.nat({ max: 6 }), fc.array(fc.nat({ max: 99 }), { maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
        const ragged = new Ragged([Uint32Array, Float64Array]);
        const model = new Map<number, number[]>();
        for (const [index, list] of changes) {
          ragged.set(index, [list, list.map((each) => each / 2)]);
          model.set(index, list);
        }
        for (const [index, list] of model) {
          expect(Array.from(ragged.list(index, 0))).toEqual(list);
          expect(Array.from(ragged.list(index, 1))).toEqual(list.map((each) => each / 2));
        }
      }),
    );
  });

  it('finds yearly dates on the days on which the calendar says they fall', () => {
    const date: fc.Arbitrary<YearlyDate> = fc.record(
      {
        calendar: fc.constantFrom('solar' as const, 'lunar' as const),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 28, 29, 30)),
        year: fc.integer({ min: 1900, max: 2030 }),
        leap: fc.constant(true),
        lastDay: fc.constant(true),
      },
      { requiredKeys: ['calendar', 'month', 'day'] },
    );
    const valid = date
      .filter((each) => each.calendar === 'lunar' || (!each.leap && !each.lastDay))
      .map((each) => (each.calendar === 'lunar' ? { ...each, day: Math.min(each.day, 30) } : each));
    fc.assert(
      fc.property(valid, fc.integer({ min: toEpochDay('2019-01-01'), max: toEpochDay('2035-01-01') }), (each, from) => {
        const packed = packYearlyDate(each);
        expect(unpackYearlyDate(packed)).toEqual(each);
        expect(createOccasionFinder(from, from + 60)(packed)).toEqual(occurrences(each, from, from + 60));
      }),
      { numRuns: 500 },
    );
  });
});
