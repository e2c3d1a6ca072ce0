import { useState, type ClipboardEvent } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { WrittenCells } from '#shared/formats/clipboard/cells.ts';
import { codeName } from '#shared/words/coded-words.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { noteBulkRead } from '../../../display/note-in-audit-log.ts';
import type { BulkTarget, CustomerRow, QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import { localToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import type { Pasted } from '../bulk/paste-dialog.tsx';
import { customersInRange } from '../cells/cell-range.ts';
import type { CellWords } from '../columns/column-spec.tsx';
import { columnSpec, useColumnLabel } from '../columns/columns.tsx';
import { putCells, writeSelected } from '../cells/copy-rows.ts';
import { useListState } from '../list-state.ts';
import type { Copied } from '../cells/paste-cells.ts';
import type { Slots } from './slots.ts';
import type { Selecting } from './use-selection.ts';

interface GridClipboard {
  engine: Engine;
  result: QueryResult;
  active: number;
  rowAt: (index: number) => CustomerRow | undefined;
  columns: readonly string[];
  /** The columns of the active cell and of those that are taken in with it; none while whole rows are active. */
  range: readonly string[];
  selecting: Selecting;
  /** Where rows stand: those that are folded away are passed over. */
  slots: Slots;
}

let pastes = 0;

/** Copies the selection, the active row or the cells that are taken in; what is pasted or emptied is shown before it is done. */
export function useGridClipboard({ engine, result, active, rowAt, columns, range, selecting, slots }: GridClipboard) {
  const { pending } = selecting;
  const t = useT();
  const classWord = useClassWord();
  const labelOf = useColumnLabel();
  const tags = useTags();
  const commit = useCommit();
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const language = useLanguage();
  const customFields = useAllCustomFields();
  const ownWords = useWords();
  const tagName = (id: string) => tags.get(id)?.name ?? '';
  const words: CellWords = {
    t,
    language,
    currency: useCurrency(),
    classWord,
    tagName,
    codeName: (list, key) => codeName(list, key, ownWords, t),
  };

  const copyNow = async () => {
    // Ctrl+A may have been pressed a moment before.
    await pending();
    const { selected } = useListState.getState();
    const activeRow = active >= 0 ? rowAt(active) : undefined;
    const isOfOne = range.length > 0 && customersInRange(selected, activeRow?.id).size === 1;
    // Cells go without headings, as a spreadsheet takes them.
    const isOfCells = range.length > 0;
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
  /** Whose cells are meant, in the order of the list: who is selected and not in it is left alone. */
  const takenIds = async (own: CustomerId): Promise<CustomerId[]> => {
    const taken = customersInRange(useListState.getState().selected, own);
    return taken.size === 1 ? [own] : (await engine.ids(result.token)).filter((id) => taken.has(id));
  };
  const shownIds = async (from: number, count: number): Promise<CustomerId[]> => {
    const rows: number[] = [];
    let at = slots.shownRow(from, 1);
    while (at !== null && at < result.total && rows.length < count) {
      rows.push(at);
      at = at + 1 < result.total ? slots.shownRow(at + 1, 1) : null;
    }
    const ids = await engine.ids(result.token, from, (rows.at(-1) ?? from) + 1);
    return rows.flatMap((row) => ids[row - from] ?? []);
  };
  const pasteNow = async (copied: Copied, start: string) => {
    const { extentOf, hasHeading, mostCells, placeCells, reachOf, readClipboard } = await import(
      '../cells/paste-cells.ts'
    );
    await pending();
    const row = rowAt(active);
    if (!row) return;
    const pastedCells = readClipboard(copied);
    if (pastedCells === null) {
      showToast({ text: t('bulk.pasteTooMany', { count: mostCells }) });
      return;
    }
    const free = columns.slice(columns.indexOf(start));
    const isHeaded = hasHeading(pastedCells, free.map(labelOf));
    const cells = isHeaded ? pastedCells.slice(1) : pastedCells;
    const taken = await takenIds(row.id);
    const block = extentOf(cells);
    const reach = reachOf(block, { rows: taken.length, columns: range.length });
    const ids = reach.rows === taken.length ? taken : await shownIds(selecting.firstUpTo(active), reach.rows);
    const placed = placeCells(cells, reach, ids, free, {
      t,
      today: localToday(),
      currency: words.currency,
      customFields,
      words: ownWords,
    });
    const [first] = ids;
    const at = first === undefined ? active : await engine.position(result.token, first);
    pastes += 1;
    setPasted({
      kind: 'paste',
      number: pastes,
      ...reach,
      ...placed,
      isHeaded,
      startName: rowAt(at)?.name ?? row.name,
      startColumn: labelOf(start),
    });
  };
  const clearNow = async () => {
    await pending();
    const row = rowAt(active);
    const [start] = range;
    if (!row || start === undefined) return;
    const ids = await takenIds(row.id);
    const targets = range.map((column): BulkTarget => {
      return { ids, change: { kind: 'set', field: columnSpec(column).fact ?? column, text: '' } };
    });
    const preview = ids.length * targets.length === 1 ? await engine.previewBulk(targets) : undefined;
    if (preview?.changing === 1 && preview.warnings.length === 0) {
      await commit(
        (own) => own.commitBulk(targets, 'customer/bulk-edit'),
        t('bulk.cleared', { column: labelOf(start) }),
      );
      return;
    }
    pastes += 1;
    setPasted({
      kind: 'clear',
      number: pastes,
      rows: ids.length,
      columns: range.length,
      targets,
      rowsBeyond: 0,
      columnsBeyond: 0,
      isHeaded: false,
      startName: '',
      startColumn: '',
    });
  };
  return {
    pasted,
    endPaste: () => {
      setPasted(null);
    },
    // A result that was replaced meanwhile has no rows any more.
    copy: () => void copyNow().catch(() => undefined),
    clear: () => void clearNow().catch(() => undefined),
    paste: (event: ClipboardEvent) => {
      const { clipboardData: data } = event;
      const copied = { text: data.getData('text/plain'), html: data.getData('text/html') };
      if (copied.text === '') return;
      event.preventDefault();
      const [start] = range;
      if (active < 0 || start === undefined) showToast({ text: t('bulk.pasteNowhere') });
      else void pasteNow(copied, start).catch(() => undefined);
    },
  };
}
