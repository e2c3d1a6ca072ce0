import { useMemo } from 'react';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useTextScale } from '../../../state/preferences.ts';
import { isColumnShown, orderedColumns } from './column-layout.ts';
import { columnIdsOf } from './columns.tsx';
import { useListState } from '../list-state.ts';
import { shownWidth, useColumnResizing } from './use-column-resizing.ts';

/** Of the column with the boxes. */
const checkWidthPx = 36;
/** As wide as a long name with its company. What a wide window has beyond that stays free at the end, so that a row is read in one glance. */
const mostFlexible = '26rem';

/** Which columns are shown, how wide they are, and where those that are pinned stand. */
export function useColumnTracks() {
  const layout = useListState((state) => state.layout);
  const changeLayout = useListState((state) => state.changeLayout);
  const customFields = useCustomFields();
  const columnIds = useMemo(() => columnIdsOf(customFields), [customFields]);
  const shownColumns = useMemo(
    () => orderedColumns(layout, columnIds).filter((id) => isColumnShown(layout, id)),
    [layout, columnIds],
  );
  const scale = useTextScale();
  const resize = useColumnResizing(columnIds, layout.widths, scale, changeLayout);
  const sizes = shownColumns.map((id) => shownWidth(layout.widths, id, scale));
  // By what it says, so that the lines are not drawn anew while another column is dragged wider.
  const pinned = JSON.stringify(
    shownColumns.flatMap((id, at) => (layout.pinned.includes(id) ? [[id, sizes[at]]] : [])),
  );
  const pins = usePins(pinned);
  const flexible = flexibleColumn(shownColumns, layout.pinned);
  const tracks = [checkWidthPx, ...sizes].map((size, at) =>
    at === flexible + 1 ? `minmax(${String(size)}px, ${mostFlexible})` : `${String(size)}px`,
  );
  const widthPx = sizes.reduce((sum, size) => sum + size, checkWidthPx);
  return { columnIds, shownColumns, sizes, pins, template: [...tracks, '1fr'].join(' '), widthPx, resize };
}

/**
 * The place of the column that takes of what is left as much as a long name needs: the name, or else the first that is not
 * pinned. Of those that are pinned only the last can, since the others behind it would not know where they stand.
 */
export function flexibleColumn(shown: readonly string[], pinned: readonly string[]): number {
  const firstFree = shown.findIndex((id) => !pinned.includes(id));
  if (firstFree < 0) return shown.length - 1;
  return firstFree > 0 && shown[firstFree - 1] === 'name' ? firstFree - 1 : firstFree;
}

/** How far from the left each pinned column stands. `pinned`: ids with their widths, as JSON. */
function usePins(pinned: string): Readonly<Record<string, number>> {
  return useMemo(() => {
    const lefts: Record<string, number> = {};
    let left = checkWidthPx;
    for (const [id, width] of JSON.parse(pinned) as [string, number][]) {
      lefts[id] = left;
      left += width;
    }
    return lefts;
  }, [pinned]);
}
