import { describe, expect, it } from 'vitest';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { withPutBack } from '#shared/facts/put-back.ts';
import { aCustomer } from '../../helpers/builders.ts';

const entry = (changeSetId: string, field: string, before?: unknown, after?: unknown): FieldHistoryEntry => ({
  table: 'customer',
  recordId: 'c',
  field,
  at: '2026-03-01T08:00:00.000Z',
  changeSetId,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

describe('an earlier value of a fact that is put back', () => {
  it('brings the parts of a name that it had then, whatever it was called in between', () => {
    const history = [
      entry('1', 'name', '欧阳小满', '欧阳小美'),
      entry('1', 'givenName', '小满', '小美'),
      entry('2', 'name', '欧阳小美', '诸葛明'),
      entry('2', 'familyName', '欧阳', '诸葛'),
      entry('2', 'givenName', '小美', '明'),
    ];
    const now = { ...aCustomer({ id: 'c', name: '诸葛明' }), familyName: '诸葛', givenName: '明' };
    expect(withPutBack(now, history, history[0]!, '欧阳小满')).toMatchObject({
      name: '欧阳小满',
      familyName: '欧阳',
      givenName: '小满',
    });
    expect(withPutBack(now, history, history[2]!, '欧阳小美')).toMatchObject({ familyName: '欧阳', givenName: '小美' });
  });

  it('lets nobody be lost without a reason, nor for a reason without a day', () => {
    const history = [
      entry('1', 'lostReason', undefined, 'price'),
      entry('1', 'lostOn', undefined, '2026-02-01'),
      entry('2', 'lostReason', 'price', undefined),
      entry('2', 'lostOn', '2026-02-01', undefined),
    ];
    const there = aCustomer({ id: 'c' });
    const lost = { ...there, lostReason: 'price', lostOn: '2026-02-01' };
    expect(withPutBack(there, history, history[2]!, 'price')).toEqual(lost);
    expect(withPutBack(there, history, history[3]!, '2026-02-01')).toEqual(lost);
    expect(withPutBack(lost, history.slice(0, 2), history[0]!, undefined)).toEqual(there);
  });

  it('leaves every other fact as it is', () => {
    const history = [entry('1', 'title', '店员', '店长'), entry('1', 'note', '旧', '新')];
    const now = aCustomer({ id: 'c', title: '店长', note: '新' });
    expect(withPutBack(now, history, history[0]!, '店员')).toEqual({ ...now, title: '店员' });
    expect(withPutBack(now, history, history[0]!, undefined)).not.toHaveProperty('title');
  });
});
