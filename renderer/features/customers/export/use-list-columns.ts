import type { ExportColumn, ExportWords } from '#shared/exports/export-column.ts';
import { columnSpec, useColumnLabel } from '../columns/columns.tsx';
import { useColumnTracks } from '../columns/use-column-tracks.ts';
import type { CustomerRow } from '../../../engine/api.ts';

/** The columns that the list shows, in their order, with the texts that are copied from it. */
export function useListColumns(words: ExportWords): ExportColumn<CustomerRow>[] {
  const { shownColumns } = useColumnTracks();
  const labelOf = useColumnLabel();
  return shownColumns.map((id) => {
    const { text, isNumeric = false, isMoney = false } = columnSpec(id);
    const label = labelOf(id);
    const { t, currency } = words;
    const header = isMoney ? t('exports.inCurrency', { header: label, currency }) : label;
    return { header, text: (row) => text(row, words), isNumber: isNumeric };
  });
}
