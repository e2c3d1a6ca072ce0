import { describe, expect, it } from 'vitest';
import { emptyLayout, type ListLayout } from '#shared/domain/list-view/list-view.ts';
import {
  isColumnShown,
  movedColumn,
  orderedColumns,
  pinnedColumn,
  placedColumn,
  resizedColumn,
} from '../../renderer/features/customers/list/column-layout.ts';
import { columnSpec } from '../../renderer/features/customers/list/columns.tsx';

const ids = ['name', 'phone', 'value', 'region', 'industry'];
const shownOf = (layout: ListLayout) => orderedColumns(layout, ids).filter((id) => isColumnShown(layout, id));
const change = (layout: ListLayout, patch: Partial<ListLayout>): ListLayout => ({ ...layout, ...patch });

describe('the columns of the list', () => {
  it('stand as they are at first until somebody moves them, new ones at the end', () => {
    expect(shownOf(emptyLayout)).toEqual(['name', 'phone', 'value', 'region']);
    expect(orderedColumns({ ...emptyLayout, order: ['value', 'name'] }, [...ids, 'custom:x'])).toEqual([
      'value',
      'name',
      'phone',
      'region',
      'industry',
      'custom:x',
    ]);
  });

  it('move past the neighbour that is shown, not past hidden ones', () => {
    const shown = change(emptyLayout, { shown: { phone: false } });
    expect(shownOf(change(shown, movedColumn(shown, ids, 'value', -1)))).toEqual(['value', 'name', 'region']);
    expect(movedColumn(shown, ids, 'name', -1)).toEqual({});
  });

  it('are pinned to the left, and beside a pinned one too', () => {
    const pinned = change(emptyLayout, pinnedColumn(emptyLayout, 'region', true));
    expect(shownOf(pinned)).toEqual(['region', 'name', 'phone', 'value']);
    const dropped = change(pinned, placedColumn(pinned, ids, 'value', 'region', 'before'));
    expect(shownOf(dropped)).toEqual(['value', 'region', 'name', 'phone']);
    expect(dropped.pinned).toEqual(['value', 'region']);
    const back = change(dropped, placedColumn(dropped, ids, 'region', 'phone', 'after'));
    expect(shownOf(back)).toEqual(['value', 'name', 'phone', 'region']);
    expect(back.pinned).toEqual(['value']);
  });

  it('keep a width that can be read', () => {
    expect(resizedColumn(emptyLayout, 'name', -1000).widths).toEqual({ name: 56 });
    expect(resizedColumn(emptyLayout, 'name', 24).widths).toEqual({ name: columnSpec('name').widthPx + 24 });
  });
});
