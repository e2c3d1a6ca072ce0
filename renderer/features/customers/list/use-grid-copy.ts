import { WrittenCells } from '#shared/formats/clipboard/cells.ts';
import { codeName } from '#shared/words/coded-words.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { noteBulkRead } from '../../../display/note-in-audit-log.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { customersInRange } from '../cells/cell-range.ts';
import { putCells, writeSelected } from '../cells/copy-rows.ts';
import type { CellWords } from '../columns/column-spec.tsx';
import { columnSpec, useColumnLabel } from '../columns/columns.tsx';
import { useListState } from '../list-state.ts';
import type { GridPlace } from './use-grid-paste.ts';

/** Copies the cells that are taken in; without any, or told so, whole rows: the selection or the active one. */
export function useGridCopy({
  engine,
  result,
  active,
  rowAt,
  columns,
  range,
  selecting,
}: GridPlace): (areRows?: boolean) => void {
  const { pending } = selecting;
  const t = useT();
  const classWord = useClassWord();
  const labelOf = useColumnLabel();
  const tags = useTags();
  const ownWords = useWords();
  const words: CellWords = {
    t,
    language: useLanguage(),
    currency: useCurrency(),
    classWord,
    tagName: (id: string) => tags.get(id)?.name ?? '',
    codeName: (list, key) => codeName(list, key, ownWords, t),
  };

  const copyNow = async (areRows: boolean) => {
    // Ctrl+A may have been pressed a moment before.
    await pending();
    const { selected } = useListState.getState();
    const activeRow = active >= 0 ? rowAt(active) : undefined;
    const isOfOne = (areRows || range.length > 0) && customersInRange(selected, activeRow?.id).size === 1;
    // Cells go without headings, as a spreadsheet takes them.
    const isOfCells = !areRows && range.length > 0;
    const wanted = isOfCells ? range : columns;
    const cellsOf = (row: CustomerRow) => wanted.map((id) => columnSpec(id).text(row, words));
    const cells = new WrittenCells(wanted.map((id) => columnSpec(id).isNumeric === true));
    if (selected.size > 0 && !isOfOne) {
      const writing = { cellsOf, into: cells, label: t('bulk.copying'), withUnlisted: !isOfCells };
      await writeSelected(engine, result.token, selected, writing);
    }
    if (cells.rows === 0 && activeRow) cells.add([cellsOf(activeRow)]);
    const { rows } = cells;
    if (rows === 0) return;
    if (!isOfCells) cells.head(columns.map(labelOf));
    if (rows > 1 || !isOfCells) noteBulkRead(rows);
    const put = () => {
      if (!putCells(cells)) {
        // The browser lets go of it only right after a key or a press: this is one.
        showToast({ text: t('bulk.copyReady', { rows }), action: { label: t('bulk.copy'), onPress: put } });
      } else if (!isOfCells) showToast({ text: t('bulk.copied', { rows }) });
      else if (rows + range.length > 2) showToast({ text: t('bulk.copiedCells', { rows, columns: range.length }) });
    };
    put();
  };
  return (areRows = false) => void copyNow(areRows);
}
