import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppFailure } from '#shared/errors/app-error.ts';
import { inverseRole } from '#shared/domain/relation/relation-role.ts';
import type { Committed } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { draftOf } from '../../../renderer/engine/draft-of.ts';
import { Machine } from '../../helpers/archive.ts';
import { aCustomer, anId, putContact, putCustomer, putOrder, putRelation } from '../../helpers/builders.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const roles = ['spouse', 'child', 'parent', 'headquarters', 'affiliate', 'friend', 'boss', 'own:k>', 'own:s'];
const idArbitrary = fc.constantFrom(...ids);
const roleArbitrary = fc.constantFrom(...roles);
const placeArbitrary = fc.nat({ max: 3 });

type Step =
  | { do: 'relate'; at: number; from: string; near: boolean; to: string; far: boolean; role: string; isOver: boolean }
  | { do: 'unrelate'; at: number; from: string }
  | { do: 'introduce'; who: string; by: string | null }
  | { do: 'delete' | 'restore'; who: string }
  | { do: 'undo' | 'redo' }
  | { do: 'reopen' };

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('relate' as const),
      at: placeArbitrary,
      from: idArbitrary,
      near: fc.boolean(),
      to: idArbitrary,
      far: fc.boolean(),
      role: roleArbitrary,
      isOver: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unrelate' as const), at: placeArbitrary, from: idArbitrary }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('introduce' as const), who: idArbitrary, by: fc.option(idArbitrary) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('delete' as const, 'restore' as const), who: idArbitrary }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);

/** Refusals are part of the game; anything else is a failure of the test. Whether something was written. */
async function attempt(write: () => Promise<Committed | null>): Promise<boolean> {
  try {
    return ((await write())?.changeSetId ?? '') !== '';
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    return false;
  }
}

/** How many change sets more can be taken back after the step. */
async function take(step: Exclude<Step, { do: 'reopen' }>, engine: EngineMethods, undoable: number): Promise<number> {
  const write = async (change: () => Promise<Committed | null>, by = 1) => ((await attempt(change)) ? by : 0);
  switch (step.do) {
    case 'relate': {
      const { at, from, near, to, far, role, isOver } = step;
      const other = { customerId: anId(to), ...(far ? { contactId: `p-${to}` } : {}) };
      const part = { ...(near ? { contactId: `p-${from}` } : {}), ...(isOver ? { until: '2026-01-01' } : {}) };
      const edit = putRelation({ id: `r${at}-${from}`, customerId: from, other, role, ...part });
      return write(() => engine.commit('relation/edit', [edit]));
    }
    case 'unrelate': {
      const { id, customerId } = { id: `r${step.at}-${step.from}`, customerId: anId(step.from) };
      return write(() => engine.commit('relation/edit', [{ table: 'relation', id, customerId, after: null }]));
    }
    case 'introduce': {
      const { who, by } = step;
      const after = aCustomer({ id: who, name: who, ...(by === null ? {} : { referrerId: anId(by) }) });
      return write(() => engine.commit('customer/edit', [{ table: 'customer', id: who, after }]));
    }
    case 'delete':
      return write(() => engine.commit('customer/delete', [{ table: 'customer', id: step.who, after: null }]));
    case 'restore': {
      const { customer } = await engine.dossier(anId(step.who));
      const after = draftOf(customer);
      return write(() => engine.commit('customer/restore', [{ table: 'customer', id: step.who, after }]));
    }
    case 'undo':
      // What the archive began with stays.
      return undoable > 0 ? write(() => engine.undo(), -1) : 0;
    case 'redo':
      return write(() => engine.redo());
  }
  return 0;
}

it('is seen from both ends, adds nobody up twice and never runs in a circle, whatever is done and undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 4, maxLength: 25 }), async (steps) => {
      const machine = new Machine();
      let { engine } = await machine.openEngine();
      await engine.commit('import/customers', [
        { table: 'relationKind', id: 'k', after: { id: 'k', name: '师傅', inverseName: '徒弟', group: 'household' } },
        { table: 'relationKind', id: 's', after: { id: 's', name: '同乡' } },
        ...ids.flatMap((id) => [
          putCustomer({ id, name: id }),
          putContact({ id: `p-${id}`, customerId: id, name: `P${id}` }),
        ]),
      ]);
      // Each a power of two: a sum tells who is in it.
      await engine.commit(
        'order/edit',
        ids.map((id, at) => putOrder({ id: `o-${id}`, customerId: id, totalFen: 2 ** at, date: '2025-06-01' })),
      );
      let undoable = 0;
      for (const step of steps) {
        if (step.do === 'reopen') {
          await engine.close();
          ({ engine } = await machine.openEngine());
        } else undoable += await take(step, engine, undoable);
      }

      const views = new Map(await Promise.all(ids.map(async (id) => [id, await engine.relations(anId(id))] as const)));
      const dossiers = await engine.dossiers(ids.map(anId));
      const inBin = new Set<string>(dossiers.flatMap(({ customer }) => (customer.deletedAt ? [customer.id] : [])));
      const introducerOf = new Map(dossiers.map(({ customer }) => [customer.id, customer.referrerId]));
      for (const [id, view] of views) {
        // The inverse of each relation stands on the other card, once.
        for (const { record, near, other, role } of view.entries) {
          const mirrored = views
            .get(other.customerId ?? '')
            ?.entries.filter(
              (entry) => entry.record.id === record.id && (entry.near?.contactId ?? null) === other.contactId,
            );
          const isInside = other.customerId === id;
          if (isInside) continue;
          expect(mirrored?.map((entry) => [entry.other.customerId, entry.other.contactId, entry.role])).toEqual([
            [id, near?.contactId ?? null, inverseRole(role)],
          ]);
        }
        // A group holds everybody once, and is the same for each of them.
        for (const kind of ['household', 'company'] as const) {
          const group = view[kind];
          if (!group) continue;
          const keys = group.members.map((each) => `${each.customerId ?? ''}/${each.contactId ?? ''}`);
          expect(new Set(keys).size).toBe(group.count);
          const customers = group.members.filter((each) => each.kind !== 'contact' && each.kind !== 'name');
          expect(group.totalFen).toBe(
            customers.reduce((sum, { customerId }) => sum + 2 ** ids.indexOf(customerId ?? ''), 0),
          );
          expect(customers.some(({ customerId }) => inBin.has(customerId ?? ''))).toBe(false);
          for (const { customerId } of customers) {
            expect(views.get(customerId ?? '')?.[kind]?.totalFen).toBe(group.totalFen);
          }
        }
        // Introductions end at somebody, and what they brought is what the tree below bought.
        const above = (await engine.introducers(anId(id))).map((each) => each.id);
        expect(new Set([id, ...above]).size).toBe(above.length + 1);
        expect(above.map((each) => introducerOf.get(each))).toEqual(
          [...above.slice(1), undefined].slice(0, above.length),
        );
        expect(introducerOf.get(anId(id))).toBe(above[0]);
        const below = new Set<string>();
        for (const each of ids) {
          const chain = await engine.introducers(anId(each));
          if (chain.some((introducer) => introducer.id === id) && !inBin.has(each)) below.add(each);
        }
        expect(view.introduced.all).toBe(below.size);
        expect(view.introduced.allFen).toBe([...below].reduce((sum, each) => sum + 2 ** ids.indexOf(each), 0));
      }
      await engine.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
