import { describe, expect, it } from 'vitest';
import { selectWarnings } from '#shared/domain/customer/select-warnings.ts';
import type { Phone } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { aCustomer, aFollowUp, anInteraction, anOrder } from '../../helpers/builders.ts';

const base = { version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const today = '2026-03-10';
const dead: Phone = { raw: '13800138000', kind: 'mobile', status: 'vacant' };

interface Part {
  customer?: Partial<Parameters<typeof aCustomer>[0]>;
  interaction?: Partial<Parameters<typeof anInteraction>[0]>[];
  followUp?: Partial<Parameters<typeof aFollowUp>[0]>[];
  contact?: Dossier['contact'];
  order?: Partial<Parameters<typeof anOrder>[0]>[];
}

function kindsOf({ customer = {}, interaction = [], followUp = [], contact = [], order = [] }: Part): string[] {
  return selectWarnings(
    {
      customer: { ...aCustomer({ id: 'c1', ...customer }), ...base },
      contact,
      order: order.map((each, n) => ({ ...anOrder({ id: `o${n}`, customerId: 'c1', ...each }), ...base })),
      interaction: interaction.map((each, n) => ({
        ...anInteraction({ id: `i${n}`, customerId: 'c1', ...each }),
        ...base,
      })),
      followUp: followUp.map((each, n) => ({ ...aFollowUp({ id: `f${n}`, customerId: 'c1', ...each }), ...base })),
    },
    today,
  ).map(({ kind }) => kind);
}

describe('what must be known before one gets in touch', () => {
  it('is nothing for most', () => {
    expect(kindsOf({ interaction: [{ at: '2026-03-01T10:00' }] })).toEqual([]);
  });

  it('tells by which ways nobody may get in touch', () => {
    expect(kindsOf({ customer: { doNotContact: ['phone'] } })).toEqual(['do-not-contact']);
  });

  it('tells of a promise from the day after it was due, and not of tasks', () => {
    expect(kindsOf({ followUp: [{ kind: 'promise', due: '2026-03-09' }] })).toEqual(['broken-promise']);
    expect(kindsOf({ followUp: [{ kind: 'promise', due: '2026-03-10' }] })).toEqual([]);
    expect(kindsOf({ followUp: [{ kind: 'task', due: '2026-03-01' }] })).toEqual([]);
    expect(kindsOf({ followUp: [{ kind: 'promise', due: '2026-03-01', status: 'done' }] })).toEqual([]);
  });

  it('tells what is owed by orders that say what was paid', () => {
    expect(kindsOf({ order: [{ totalFen: 10_000, paidFen: 4_000 }] })).toEqual(['debt']);
    expect(kindsOf({ order: [{ totalFen: 10_000 }, { totalFen: 10_000, paidFen: 10_000 }] })).toEqual([]);
    expect(kindsOf({ order: [{ totalFen: -10_000, paidFen: 0, type: 'refund' }] })).toEqual([]);
  });

  it('tells of a complaint until somebody was reached again', () => {
    const complaint = { at: '2026-03-02T10:00', outcome: 'complaint' } as const;
    expect(kindsOf({ interaction: [complaint, { at: '2026-03-01T10:00' }] })).toEqual(['complaint']);
    expect(kindsOf({ interaction: [complaint, { at: '2026-03-03T10:00', outcome: 'missed' }] })).toEqual(['complaint']);
    expect(kindsOf({ interaction: [complaint, { at: '2026-03-03T10:00', outcome: 'reached' }] })).toEqual([]);
  });

  it('tells when no number works any more, those of contact persons counted', () => {
    const person = { id: 'p1', customerId: aCustomer({ id: 'c1' }).id, name: '钱', emails: [], ims: [], ...base };
    const origin = { kind: 'manual' } as const;
    const alive: Phone = { ...dead, status: 'valid' };
    expect(kindsOf({ customer: { phones: [dead] } })).toEqual(['no-number']);
    expect(kindsOf({ customer: { phones: [dead] }, contact: [{ ...person, origin, phones: [alive] }] })).toEqual([]);
    expect(
      kindsOf({
        customer: { phones: [dead] },
        contact: [{ ...person, origin, phones: [alive], leftOn: '2026-01-01' }],
      }),
    ).toEqual(['no-number']);
    expect(kindsOf({})).toEqual([]);
  });
});
