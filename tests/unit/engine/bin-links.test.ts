import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { customKey } from '#shared/filter/fields.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { draftOf } from '../../../renderer/engine/draft-of.ts';
import { Machine } from '../../helpers/archive.ts';
import {
  anId,
  putContact,
  putCustomer,
  putFollowUp,
  putInteraction,
  putOrder,
  putRelation,
} from '../../helpers/builders.ts';

const zhang = anId('zhang');
const li = anId('li');
const wang = anId('wang');

let engine: EngineMethods;

const bin = (id: typeof zhang) => engine.commit('customer/delete', [{ table: 'customer', id, after: null }]);
const putBack = async (id: typeof zhang) => {
  const { customer } = await engine.dossier(id);
  return engine.commit('customer/restore', [
    { table: 'customer', id, after: draftOf(customer), seen: customer.version },
  ]);
};

/** Everything that ties the three together, as the screens show it. */
async function links() {
  const { token } = await engine.query('links', { text: '', sort: [{ column: 'name', descending: false }] });
  const tagged = await engine.query('tagged', {
    text: '',
    filter: { join: 'and', parts: [{ field: 'tagIds', test: { is: 'any', of: ['vip'] } }] },
    sort: [],
  });
  const people = await Promise.all(
    [zhang, li, wang].map(async (id) => {
      const { customer, history: _history, ...records } = await engine.dossier(id);
      const { entries, household, introduced, introducedBy } = await engine.relations(id);
      return {
        name: customer.name,
        values: customer.customFields,
        tags: customer.tagIds,
        records,
        related: entries.map(({ other, role, near }) => [other.name, role, near?.name, other.isInBin]),
        household: [household?.count, household?.totalFen],
        introduced: introduced.rows.map(({ name, totalFen, isInBin }) => [name, totalFen, isInBin]),
        introducedBy: introducedBy && [introducedBy.name, introducedBy.isInBin],
      };
    }),
  );
  return { people, rows: await engine.rows(token, 0, 9), tagged: await engine.ids(tagged.token) };
}

describe('customers who come back from the bin', () => {
  beforeEach(async () => {
    ({ engine } = await new Machine().openEngine());
    const agent = { id: 'agent', label: '总代理', type: 'reference' as const, options: [] };
    await engine.commit('import/customers', [
      { table: 'tag', id: 'vip', after: { id: 'vip', name: '贵客' } },
      { table: 'customField', id: 'agent', after: agent },
      putCustomer({ id: 'zhang', name: '张三', tagIds: ['vip'], customFields: { agent: 'li' } }),
      putCustomer({ id: 'li', name: '李四', referrerId: zhang, tagIds: ['vip'] }),
      putCustomer({ id: 'wang', name: '王五', referrerId: li, customFields: { agent: 'zhang' } }),
      putContact({ id: 'p', customerId: 'zhang', name: '张秘书' }),
      putOrder({ id: 'o', customerId: 'zhang', totalFen: 5_000 }),
      putOrder({ id: 'o2', customerId: 'li', totalFen: 700 }),
      putInteraction({ id: 'i', customerId: 'zhang' }),
      putFollowUp({ id: 'f', customerId: 'zhang' }),
    ]);
    await engine.commit('relation/edit', [
      putRelation({ id: 'r1', customerId: 'li', other: { customerId: zhang }, role: 'spouse' }),
      putRelation({ id: 'r2', customerId: 'zhang', contactId: 'p', other: { customerId: wang }, role: 'friend' }),
      putRelation({ id: 'r3', customerId: 'wang', other: { customerId: li }, role: 'child' }),
    ]);
    const file = { mediaType: 'application/pdf', sizeBytes: 9, sha256: '0'.repeat(64), addedAt: '2026-02-26T09:00' };
    const origin = { kind: 'manual' } as const;
    await engine.commit('file/add', [
      { table: 'attachment', id: 'a', after: { id: 'a', customerId: zhang, name: '合同.pdf', ...file, origin } },
    ]);
  });

  it('have everything that tied them to others, in whatever order they went and came back', async () => {
    const before = await links();
    expect(before.people[1]).toMatchObject({ introducedBy: ['张三', false], household: [3, 5_700] });
    expect(before.rows.find(({ name }) => name === '张三')?.details[customKey('agent')]).toBe('李四');
    const some = fc.shuffledSubarray([zhang, li, wang], { minLength: 1 });
    const both = some.chain((gone) =>
      fc.tuple(fc.constant(gone), fc.shuffledSubarray(gone, { minLength: gone.length })),
    );
    await fc.assert(
      fc.asyncProperty(both, async ([gone, back]) => {
        for (const id of gone) await bin(id);
        expect(await links()).not.toEqual(before);
        for (const id of back) await putBack(id);
        expect(await links()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
