import { describe, expect, it } from 'vitest';
import { columnsInRange } from '../../renderer/features/customers/list/cell-range.ts';

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
