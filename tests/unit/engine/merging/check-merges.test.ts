import { describe, expect, it } from 'vitest';
import { civilDayOfInstant, toEpochDay } from '#shared/calendar/day.ts';
import type { Change } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import { checkMerges } from '../../../../renderer/engine/index/relations/check-merges.ts';
import { CustomerIndex } from '../../../../renderer/engine/index/customer-index.ts';
import { aCustomer, anId, anOrder } from '../../../helpers/builders.ts';

const stamp = { version: 1, createdAt: '2026-03-01T00:00:00.000Z', updatedAt: '2026-03-01T00:00:00.000Z' };
const deletedAt = '2026-03-02T00:00:00.000Z';
const noRecords = {
  contact: [],
  interaction: [],
  followUp: [],
  order: [],
  classChange: [],
  relation: [],
  attachment: [],
};

function stored(id: string, part: Partial<Customer> = {}): Customer {
  return { ...aCustomer({ id, name: id }), ...stamp, ...part };
}

const survivor = stored('survivor');
const merged = stored('merged', { mergedInto: anId('survivor'), deletedAt });
const inBin = stored('bin', { deletedAt });
const other = stored('other');

const index = new CustomerIndex(toEpochDay('2026-03-03'), civilDayOfInstant);
for (const customer of [survivor, merged, inBin, other]) {
  index.put({ customerId: customer.id, customer, ...noRecords, history: [] });
}

function of(before: Customer | null, after: Customer | null): Change {
  const id = (after ?? before)?.id ?? '';
  return { table: 'customer', id, customerId: id, before, after };
}

/** What is new in the dossier of a customer. */
function anew(customerId: string, table: 'order' | 'classChange' = 'order'): Change {
  const after = { ...anOrder({ id: 'o', customerId }), ...stamp };
  return { table, id: 'o', customerId, before: null, after };
}

/** The code of the refusal; `null` for what may be written. */
function refusalOf(reason: Reason, ...changes: Change[]): string | null {
  try {
    checkMerges(changes, reason, index.columns);
    return null;
  } catch (error) {
    if (error instanceof AppFailure) return error.error.code;
    throw error;
  }
}

describe('what no write may do to merged customers', () => {
  it('lets nothing new come to them or into the bin, but what is taken back goes where it was', () => {
    expect(refusalOf('order/create', anew('survivor'))).toBeNull();
    expect(refusalOf('order/create', anew('merged'))).toBe('merge/is-merged');
    expect(refusalOf('redo', anew('merged'))).toBe('merge/is-merged');
    expect(refusalOf('order/create', anew('bin'))).toBe('archive/in-bin');
    for (const reason of ['undo', 'redo'] as const) expect(refusalOf(reason, anew('bin'))).toBeNull();
    // What is there already may be changed, and what came new with a customer who comes out of the bin is seen.
    expect(refusalOf('order/create', { ...anew('bin'), before: anew('bin').after })).toBeNull();
    expect(refusalOf('customer/restore', anew('bin'), of(inBin, stored('bin')))).toBeNull();
    expect(refusalOf('order/create', anew('other'), of(other, stored('other', { deletedAt })))).toBe('archive/in-bin');
  });

  it('lets Kebu note how their classes came about, wherever they are', () => {
    for (const id of ['merged', 'bin']) expect(refusalOf('classes/recompute', anew(id, 'classChange'))).toBeNull();
  });

  it('leaves nobody behind whose survivor goes for good', () => {
    expect(refusalOf('customer/erase', of(survivor, null))).toBe('archive/undo-conflict');
    expect(refusalOf('customer/erase', of(survivor, null), of(merged, null))).toBeNull();
    expect(refusalOf('customer/erase', of(other, null))).toBeNull();
    const apart = stored('merged');
    expect(refusalOf('undo', of(survivor, null), of(merged, apart))).toBeNull();
  });

  it('lets nobody but a merge, and what takes it back, make one of two', () => {
    const joined = stored('other', { mergedInto: anId('survivor'), deletedAt });
    for (const reason of ['customer/merge', 'undo', 'redo'] as const) {
      expect(refusalOf(reason, of(other, joined))).toBeNull();
    }
    expect(refusalOf('customer/edit', of(other, joined))).toBe('merge/is-merged');
    expect(refusalOf('customer/edit', of(merged, stored('merged')))).toBe('merge/is-merged');
    expect(refusalOf('customer/unmerge', of(merged, stored('merged')))).toBeNull();
  });

  it('merges into somebody who is there or in the bin, and into nobody who is merged or gone', () => {
    const into = (id: string) => of(other, stored('other', { mergedInto: anId(id), deletedAt }));
    expect(refusalOf('undo', into('bin'))).toBeNull();
    expect(refusalOf('customer/merge', into('merged'))).toBe('archive/not-found');
    expect(refusalOf('customer/merge', into('nobody'))).toBe('archive/not-found');
    expect(refusalOf('customer/merge', into('survivor'), of(survivor, null), of(merged, null))).toBe(
      'archive/not-found',
    );
  });

  it('takes nobody out whose survivor went on to somebody else', () => {
    const wentOn = of(survivor, stored('survivor', { mergedInto: anId('other'), deletedAt }));
    expect(refusalOf('customer/merge', wentOn, of(merged, stored('merged')))).toBe('merge/moved-on');
  });

  it('leaves them in the bin, whatever is written to them', () => {
    const { deletedAt: _, ...awake } = merged;
    expect(refusalOf('customer/restore', of(merged, awake))).toBe('merge/is-merged');
    expect(refusalOf('customer/edit', of(merged, { ...merged, note: '住在滨江' }))).toBeNull();
  });
});
