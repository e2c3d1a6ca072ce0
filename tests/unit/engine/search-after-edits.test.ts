import * as fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { civilDayOfInstant, toEpochDay } from '#shared/calendar/day.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { CustomerIndex } from '../../../renderer/engine/index/customer-index.ts';
import { Signatures } from '../../../renderer/engine/index/search/signatures.ts';
import { Machine } from '../../helpers/archive.ts';
import { aCustomer, anId, putCustomer } from '../../helpers/builders.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const base = { version: 1, createdAt: '2026-03-01T00:00:00.000Z', updatedAt: '2026-03-01T00:00:00.000Z' };

function aDossier(id: string, part: Omit<Parameters<typeof aCustomer>[0], 'id'>): Dossier {
  const lists = {
    contact: [],
    interaction: [],
    followUp: [],
    order: [],
    classChange: [],
    relation: [],
    attachment: [],
  };
  const customer = { ...aCustomer({ id, ...part }), ...base };
  return { customerId: anId(id), customer, ...lists, history: [] };
}

const words = ['张三', '王芳', '曾国藩', 'Müller', '茶叶', '要开票', '13800138000', 'a', 'ab 12', '𠮷野', ''];
const word = fc.constantFrom(...words);
const written = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  name: word.map((each) => each || '无名'),
  organization: word,
  industry: word,
  phone: fc.constantFrom('', '13800138000', '057188880000'),
  note: fc.oneof(word, fc.constant('客户说要再考虑一下。'.repeat(500))),
});

it('keeps what everybody may be found by now, and nothing of what they were, whatever was written how often', () => {
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 8 }), (steps) => {
      const today = toEpochDay('2026-03-01');
      const kept = new CustomerIndex(today, civilDayOfInstant);
      const last = new Map<string, Dossier>();
      for (const { id, name, organization, industry, phone, note } of steps) {
        const phones = phone === '' ? [] : [{ raw: phone, kind: 'mobile' as const }];
        const dossier = aDossier(id, { name, organization, industry, phones, note });
        kept.put(dossier);
        last.set(id, dossier);
      }
      const fresh = new CustomerIndex(today, civilDayOfInstant);
      for (const id of ['a', 'b', 'c']) {
        const dossier = last.get(id);
        if (dossier) fresh.put(dossier);
      }
      const idsOf = (index: CustomerIndex, where: 'keys' | 'words', text: string): CustomerId[] => {
        const bits = index.search.mayContain(where, text);
        return Array.from({ length: index.columns.count }, (_, at) => at)
          .filter((at) => ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0)
          .map((at) => index.columns.idOf(at))
          .toSorted();
      };
      for (const text of words.filter((each) => each.length > 1)) {
        for (const where of ['keys', 'words'] as const) {
          expect(idsOf(kept, where, text.toLowerCase())).toEqual(idsOf(fresh, where, text.toLowerCase()));
        }
      }
    }),
    { numRuns: 40 },
  );
});

it('leaves alone what many are found by when something else of them changes', async () => {
  const { engine } = await new Machine().openEngine();
  const people = Array.from({ length: 50 }, (_, n) =>
    putCustomer({ id: `c${n}`, name: `客户${n}`, note: '要再考虑一下'.repeat(100), customFields: {} }),
  );
  await engine.commit('import/customers', people);
  await engine.search('考虑', 5);
  const clear = vi.spyOn(Signatures.prototype, 'clear');
  const add = vi.spyOn(Signatures.prototype, 'add');
  const ids = people.map(({ id }) => anId(id));
  await engine.commitBulk(
    [{ ids, change: { kind: 'set', field: 'source', text: 'exhibition' } }],
    'customer/bulk-edit',
  );
  expect(clear).not.toHaveBeenCalled();
  expect(add).not.toHaveBeenCalled();
  await engine.commitBulk([{ ids, change: { kind: 'set', field: 'industry', text: '餐饮' } }], 'customer/bulk-edit');
  expect(clear).not.toHaveBeenCalled();
  // As many as the names and the new word have, and none of the notes.
  expect(add.mock.calls.length / ids.length).toBeLessThan(100);
  expect((await engine.search('餐饮 考虑', 100)).length).toBe(50);
});
