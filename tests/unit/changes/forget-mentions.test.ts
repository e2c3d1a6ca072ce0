import { describe, expect, it } from 'vitest';
import {
  historyWithoutMentions,
  isNamedInHistory,
  wasIntroducedBy,
  withoutMentions,
} from '#shared/changes/forget-mentions.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';

const isErased = (id: string) => id === 'zhang';
const li = (part: Partial<Customer>): Customer => {
  const stamps = { version: 1, createdAt: '2026-03-01T00:00:00.000Z', updatedAt: '2026-03-01T00:00:00.000Z' };
  return { ...aCustomer({ id: 'li' }), ...stamps, ...part };
};
const entry = (field: string, sides: { before?: unknown; after?: unknown }): FieldHistoryEntry => {
  return { table: 'customer', recordId: 'li', field, at: '2026-03-01T00:00:00.000Z', changeSetId: 's1', ...sides };
};

describe('a customer who stays', () => {
  it('does not say any more that somebody erased introduced them, or stands in a field', () => {
    const customFields = { partner: 'zhang', friend: 'wang', plan: 'call zhang', paid: true };
    const customer = li({ referrerId: anId('zhang'), referral: { note: '老同学' }, customFields });
    const left = withoutMentions(customer, isErased);
    expect(left).not.toHaveProperty('referrerId');
    expect(left).not.toHaveProperty('referral');
    // A text of one's own is nobody's reference.
    expect(left.customFields).toEqual({ friend: 'wang', plan: 'call zhang', paid: true });
  });

  it('keeps what is said of others, and is the same where nothing is said of the erased', () => {
    const customer = li({ referrerId: anId('wang'), referral: { note: '老同学' }, customFields: { partner: 'wang' } });
    expect(withoutMentions(customer, isErased)).toBe(customer);
    const named = li({ referrerId: anId('wang'), referral: { note: '老同学' }, customFields: { partner: 'zhang' } });
    expect(withoutMentions(named, isErased)).toMatchObject({ referrerId: 'wang', referral: { note: '老同学' } });
  });
});

describe('the past of a customer who stays', () => {
  const past = [
    entry('*', { after: 'created' }),
    entry('referrerId', { before: 'zhang', after: 'wang' }),
    entry('referral', { before: { note: '金丝雀' }, after: { note: '老同学' } }),
    entry('customFields.partner', { after: 'zhang' }),
    entry('note', { before: 'zhang', after: '' }),
  ];

  it('keeps the other side of a value that named somebody erased, and nothing of who introduced them', () => {
    expect(isNamedInHistory(past, isErased)).toBe(true);
    expect(wasIntroducedBy(past, isErased)).toBe(true);
    expect(historyWithoutMentions(past, isErased, true)).toEqual([
      past[0],
      entry('referrerId', { after: 'wang' }),
      past[4],
    ]);
  });

  it('is the same list where nothing is said of the erased', () => {
    const others = [entry('referrerId', { after: 'wang' }), entry('referral', { after: { note: '老同学' } })];
    expect(isNamedInHistory(others, isErased)).toBe(false);
    expect(historyWithoutMentions(others, isErased, false)).toBe(others);
  });
});
