import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { otherCustomerOf } from '#shared/domain/relation/relation.ts';
import type { Edit } from '../../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../../renderer/engine/client-types.ts';
import { Machine } from '../../../helpers/archive.ts';
import {
  anId,
  putContact,
  putCustomer,
  putFollowUp,
  putInteraction,
  putOrder,
  putRelation,
} from '../../../helpers/builders.ts';
import { everything, merge, phone } from '../../../helpers/merging.ts';

const ids = ['a', 'b', 'c', 'd'];
const who = fc.constantFrom(...ids);
const small = fc.nat({ max: 3 });
const words = fc.constantFrom('一', '二', '三');

const anything: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(who, words, words, fc.array(small, { maxLength: 3 }), fc.option(who, { nil: undefined }))
    .map(([id, name, note, phones, referrer]) =>
      putCustomer({
        id,
        code: `K${id}`,
        name: `名${name}`,
        note,
        phones: phones.map((n) => phone(`1380013800${n}`)),
        tagIds: phones.map((n) => `t${n}`),
        customFields: { ref: referrer ?? 'nobody', word: note },
        ...(referrer !== undefined && { referrerId: anId(referrer) }),
      }),
    ),
  fc.tuple(who, small, words).map(([id, n, text]) => putInteraction({ id: `${id}-i${n}`, customerId: id, text })),
  fc.tuple(who, small).map(([id, n]) => putOrder({ id: `${id}-o${n}`, customerId: id, totalFen: (n + 1) * 100 })),
  fc.tuple(who, small).map(([id, n]) => putFollowUp({ id: `${id}-f${n}`, customerId: id })),
  fc.tuple(who, small).map(([id, n]) => putContact({ id: `${id}-p${n}`, customerId: id, primary: n === 0 })),
  fc
    .tuple(who, who, small, fc.constantFrom('spouse', 'parent', 'child', 'friend'), fc.boolean())
    .map(([id, other, n, role, hasNote]) =>
      putRelation({
        id: `${id}-r${n}`,
        customerId: id,
        other: { customerId: anId(other) },
        role,
        ...(hasNote && { note: '注' }),
      }),
    ),
  fc.tuple(who, who).map(
    ([x, y]): Edit => ({
      table: 'distinctPair',
      id: `${x}${y}`,
      after: { id: `${x}${y}`, between: [anId(x), anId(y)] },
    }),
  ),
);

const reference: Edit = {
  table: 'customField',
  id: 'ref',
  after: { id: 'ref', label: '房东', type: 'reference', options: [] },
};

async function anArchive(edits: readonly Edit[]) {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  await engine.commit('customer/create', [reference, ...ids.map((id) => putCustomer({ id, code: `K${id}` }))]);
  // What no archive takes, such as a relation with oneself, is refused one by one.
  for (const edit of edits) await engine.commit('customer/edit', [edit]).catch(() => undefined);
  return { machine, engine };
}

async function present(engine: EngineMethods): Promise<Dossier[]> {
  return (await engine.dossiers(ids.map(anId))).filter(({ customer }) => customer.deletedAt === undefined);
}

const childrenOf = (dossiers: readonly Dossier[]) =>
  dossiers
    .flatMap(({ contact, interaction, followUp, order }) => [...contact, ...interaction, ...followUp, ...order])
    .map(({ id }) => id)
    .toSorted();

/** Something about every contact person, order and follow-up that the survivor has by then. */
function laterWork({ customerId, contact, order, followUp }: Dossier): Edit[] {
  return [
    ...contact.map(({ id }) => putInteraction({ id: `${id}-talk`, customerId, contactId: id })),
    ...contact.map(({ id }) => putFollowUp({ id: `${id}-next`, customerId, contactId: id })),
    ...order.map(({ id }) => putOrder({ id: `${id}-back`, customerId, type: 'refund', refOrderId: id })),
    ...followUp.map(({ id }) => putInteraction({ id: `${id}-done`, customerId, followUpId: id })),
    ...contact.map(({ id }) => putInteraction({ id: `${id}-next-done`, customerId, followUpId: `${id}-next` })),
  ];
}

/** What its records name and it does not have. */
function strangersIn({ contact, interaction, followUp, order, relation }: Dossier): string[] {
  const own = new Set([...contact, ...followUp, ...order].map(({ id }) => id));
  const named = [
    ...[...interaction, ...followUp, ...relation].flatMap(({ contactId }) => contactId ?? []),
    ...interaction.flatMap(({ followUpId }) => followUpId ?? []),
    ...order.flatMap(({ refOrderId }) => refOrderId ?? []),
  ];
  return named.filter((id) => !own.has(id));
}

describe('any merge of any archive', () => {
  const order = fc.shuffledSubarray(ids, { minLength: 2, maxLength: 4 }).map((list) => list.map(anId));

  it('loses nothing, leaves nobody dangling, and keeps every relation and sum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 25 }), order, async (edits, merged) => {
        const { engine } = await anArchive(edits);
        const before = await present(engine);
        await merge(engine, merged, {});
        const after = await present(engine);
        const there = new Set(after.map(({ customerId }) => customerId));
        expect([...there].toSorted()).toEqual(ids.filter((id) => !merged.includes(anId(id)) || id === merged[0]));
        expect(childrenOf(after)).toEqual(childrenOf(before));
        const sum = (dossiers: Dossier[]) =>
          dossiers.flatMap((each) => each.order).reduce((fen, each) => fen + each.totalFen, 0);
        expect(sum(after)).toBe(sum(before));
        const phonesOf = (dossiers: Dossier[]) =>
          new Set(dossiers.flatMap((each) => each.customer.phones.map(({ raw }) => raw)));
        expect(phonesOf(after)).toEqual(phonesOf(before));
        for (const { customerId, customer, ...dossier } of after) {
          const named = [customer.referrerId, ...dossier.relation.map(otherCustomerOf)].filter(
            (id) => id !== null && id !== undefined,
          );
          for (const id of named) expect(there.has(anId(id)), `${customerId} names ${id}`).toBe(true);
          expect(named.filter((id) => id === customerId)).toEqual([]);
          expect(merged.slice(1)).not.toContain(customer.customFields['ref']);
          expect(dossier.contact.filter((each) => each.primary).length).toBeLessThan(ids.length);
          for (const each of dossier.relation) {
            const far = otherCustomerOf(each);
            if (far === null) continue;
            const seen = await engine.relations(anId(far));
            expect(seen.entries.map(({ record }) => record.id)).toContain(each.id);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is taken apart to the same records, in any way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 20 }),
        order,
        fc.boolean(),
        async (edits, merged, isOneByOne) => {
          const { machine, engine } = await anArchive(edits);
          const before = await everything(machine);
          await merge(engine, merged, {});
          // The youngest was merged last.
          const others = merged.slice(1).toSorted();
          if (isOneByOne) for (const id of others.toReversed()) await engine.unmerge(id);
          else await engine.undo();
          expect(await everything(machine)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves nothing that speaks of somebody elsewhere once it is taken apart, whatever was written meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 20 }),
        order,
        fc.boolean(),
        async (edits, merged, isOneByOne) => {
          const { engine } = await anArchive(edits);
          const before = childrenOf(await present(engine));
          const { changeSetId } = await merge(engine, merged);
          const later = laterWork(await engine.dossier(merged[0]!));
          for (const edit of later) await engine.commit('customer/edit', [edit]);
          const others = merged.slice(1).toSorted();
          if (isOneByOne) for (const id of others.toReversed()) await engine.unmerge(id, 'keep');
          else await engine.undo(changeSetId, 'keep');
          const after = await present(engine);
          expect(childrenOf(after)).toEqual([...before, ...later.map(({ id }) => id)].toSorted());
          for (const dossier of after) expect(strangersIn(dossier)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the survivor the same, whichever pairs are merged first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 20 }), async (edits) => {
        const [x, y, z] = ids.map(anId) as [CustomerId, CustomerId, CustomerId];
        const ways = [
          [[x, y, z]],
          [
            [x, y],
            [x, z],
          ],
          [
            [x, z],
            [x, y],
          ],
          [
            [y, z],
            [x, y],
          ],
        ];
        const results: unknown[] = [];
        for (const way of ways) {
          const { engine } = await anArchive(edits);
          for (const pair of way) await merge(engine, pair, {});
          results.push(childrenOf([await engine.dossier(x)]));
        }
        for (const result of results) expect(result).toEqual(results[0]);
      }),
      { numRuns: 20 },
    );
  });
});
