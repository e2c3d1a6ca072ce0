import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { listTimeline, withNewest } from '#shared/domain/timeline/list-timeline.ts';
import { aCustomer, aFollowUp, anId, anInteraction, anOrder } from '../../helpers/builders.ts';

const customerId = 'c1';
const entered = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const day = fc.integer({ min: 1, max: 6 }).map((each) => `2026-01-0${each}`);
const dossier: fc.Arbitrary<Dossier> = fc
  .record({
    contacts: fc.array(day, { maxLength: 6 }),
    orders: fc.array(day, { maxLength: 6 }),
    done: fc.array(day, { maxLength: 6 }),
    open: fc.array(day, { maxLength: 6 }),
  })
  .map(({ contacts, orders, done, open }) => ({
    customerId: anId(customerId),
    customer: { ...aCustomer({ id: customerId }), ...entered },
    contact: [],
    interaction: contacts.map((at, n) => ({ ...anInteraction({ id: `i${n}`, customerId, at }), ...entered })),
    order: orders.map((date, n) => ({ ...anOrder({ id: `o${n}`, customerId, date }), ...entered })),
    followUp: [
      ...done.map((due, n) =>
        aFollowUp({ id: `d${n}`, customerId, due, status: 'done', doneAt: `${due}T01:00:00.000Z` }),
      ),
      ...open.map((due, n) => aFollowUp({ id: `p${n}`, customerId, due, status: 'open' })),
    ].map((each) => ({ ...each, ...entered })),
    classChange: [],
    relation: [],
    attachment: [],
    history: [],
  }));

describe('the newest of a dossier', () => {
  it('are so many of each kind, none of them older than one left out, and every open follow-up', () => {
    fc.assert(
      fc.property(dossier, fc.integer({ min: 1, max: 4 }), (whole, most) => {
        const cut = withNewest(whole, most);
        for (const filter of ['contact', 'order', 'follow-up'] as const) {
          const all = listTimeline(whole, filter);
          const kept = listTimeline(cut, filter);
          expect(kept).toHaveLength(Math.min(most, all.length));
          expect(kept.map(({ at }) => at)).toEqual(all.slice(0, most).map(({ at }) => at));
        }
        const open = (of: Dossier) => of.followUp.filter(({ status }) => status === 'open');
        expect(open(cut)).toEqual(open(whole));
      }),
    );
  });

  it('are the dossier itself where nothing is left out', () => {
    fc.assert(fc.property(dossier, (whole) => withNewest(whole, 12) === whole));
  });
});
