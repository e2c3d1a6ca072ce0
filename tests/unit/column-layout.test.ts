import { describe, expect, it } from 'vitest';
import { emptyLayout, type ListLayout } from '#shared/domain/list-view/list-view.ts';
import {
  isColumnShown,
  movedColumn,
  orderedColumns,
  pinnedColumn,
  placedColumn,
  resizedColumn,
} from '../../renderer/features/customers/columns/column-layout.ts';
import { columnSpec } from '../../renderer/features/customers/columns/columns.tsx';
import { flexibleColumn } from '../../renderer/features/customers/columns/use-column-tracks.ts';

const ids = ['name', 'phone', 'value', 'region', 'industry'];
const shownOf = (layout: ListLayout) => orderedColumns(layout, ids).filter((id) => isColumnShown(layout, id));
const change = (layout: ListLayout, patch: Partial<ListLayout>): ListLayout => ({ ...layout, ...patch });

/** With nothing pinned. */
const free: ListLayout = { ...emptyLayout, pinned: [] };

describe('the columns of the list', () => {
  it('stand as they are at first until somebody moves them, new ones at the end', () => {
    expect(shownOf(free)).toEqual(['name', 'phone', 'value', 'region']);
    expect(orderedColumns({ ...free, order: ['value', 'name'] }, [...ids, 'custom:x'])).toEqual([
      'value',
      'name',
      'phone',
      'region',
      'industry',
      'custom:x',
    ]);
  });

  it('move past the neighbour that is shown, not past hidden ones', () => {
    const shown = change(free, { shown: { phone: false } });
    expect(shownOf(change(shown, movedColumn(shown, ids, 'value', -1)))).toEqual(['value', 'name', 'region']);
    expect(movedColumn(shown, ids, 'name', -1)).toEqual({});
  });

  it('are pinned to the left, and beside a pinned one too', () => {
    const pinned = change(free, pinnedColumn(free, 'region', true));
    expect(shownOf(pinned)).toEqual(['region', 'name', 'phone', 'value']);
    const dropped = change(pinned, placedColumn(pinned, ids, 'value', 'region', 'before'));
    expect(shownOf(dropped)).toEqual(['value', 'region', 'name', 'phone']);
    expect(dropped.pinned).toEqual(['value', 'region']);
    const back = change(dropped, placedColumn(dropped, ids, 'region', 'phone', 'after'));
    expect(shownOf(back)).toEqual(['value', 'name', 'phone', 'region']);
    expect(back.pinned).toEqual(['value']);
  });

  it('keep the name in view, which takes what is left', () => {
    expect(emptyLayout.pinned).toEqual(['name']);
    expect(flexibleColumn(['name', 'phone', 'value'], ['name'])).toBe(0);
    expect(flexibleColumn(['region', 'name', 'phone'], ['region', 'name'])).toBe(1);
    expect(flexibleColumn(['name', 'phone', 'value'], [])).toBe(0);
    expect(flexibleColumn(['name', 'region', 'phone'], ['name', 'region'])).toBe(2);
    expect(flexibleColumn(['phone', 'name'], ['phone', 'name'])).toBe(1);
  });

  it('keep a width that can be read', () => {
    expect(resizedColumn(free, 'name', -1000).widths).toEqual({ name: 56 });
    expect(resizedColumn(free, 'name', 24).widths).toEqual({ name: columnSpec('name').widthPx + 24 });
  });
});
