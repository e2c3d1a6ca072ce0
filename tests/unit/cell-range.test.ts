import { describe, expect, it } from 'vitest';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { columnsInRange, customersInRange, firstRowOf } from '../../renderer/features/customers/cells/cell-range.ts';

const columns = ['name', 'phone', 'value', 'region'];

describe('columnsInRange', () => {
  it('takes nothing in while whole rows are active', () => {
    expect(columnsInRange(columns, null, 'phone')).toEqual([]);
  });

  it('is the active cell until Shift takes others in, to either side', () => {
    expect(columnsInRange(columns, 'phone', null)).toEqual(['phone']);
    expect(columnsInRange(columns, 'value', 'name')).toEqual(['name', 'phone', 'value']);
    expect(columnsInRange(columns, 'name', 'phone')).toEqual(['name', 'phone']);
  });

  it('forgets a column that was hidden meanwhile', () => {
    expect(columnsInRange(columns, 'phone', 'gone')).toEqual(['phone']);
    expect(columnsInRange(columns, 'gone', null)).toEqual([]);
  });
});

describe('customersInRange', () => {
  it('is everybody selected where the active row is among them, and its own customer where it is not', () => {
    const [a, b, c] = ['a', 'b', 'c'] as [CustomerId, CustomerId, CustomerId];
    expect([...customersInRange(new Set([a, b]), b)]).toEqual([a, b]);
    expect([...customersInRange(new Set([a, b]), c)]).toEqual([c]);
    expect([...customersInRange(new Set(), c)]).toEqual([c]);
    expect([...customersInRange(new Set([a]), undefined)]).toEqual([]);
  });
});

describe('firstRowOf', () => {
  const taken = { token: 't1', first: 3, last: 6 };

  it('is where the rows begin that Shift took in with this one', () => {
    expect(firstRowOf(taken, 't1', 6)).toBe(3);
    expect(firstRowOf(taken, 't1', 3)).toBe(3);
  });

  it('is the row itself outside of them, in another order, and with none taken in', () => {
    expect(firstRowOf(taken, 't1', 20)).toBe(20);
    expect(firstRowOf(taken, 't2', 6)).toBe(6);
    expect(firstRowOf(null, 't1', 6)).toBe(6);
  });
});
