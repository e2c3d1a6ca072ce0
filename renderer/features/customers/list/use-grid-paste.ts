import { useState, type ClipboardEvent } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { BulkTarget, CustomerRow, QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import { localToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import type { Pasted } from '../bulk/paste-dialog.tsx';
import { customersInRange } from '../cells/cell-range.ts';
import { columnSpec, useColumnLabel } from '../columns/columns.tsx';
import { useListState } from '../list-state.ts';
import type { Copied } from '../cells/paste-cells.ts';
import type { Slots } from './slots.ts';
import { offerTable } from './use-list-paste.ts';
import type { Selecting } from './use-selection.ts';

/** Where in the list the keyboard is, and what is taken in with it. */
export interface GridPlace {
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

/** Pastes into the cells that are taken in, or empties them: what that comes to is shown before it is done. */
export function useGridPaste({ engine, result, active, rowAt, columns, range, selecting, slots }: GridPlace) {
  const { pending } = selecting;
  const t = useT();
  const labelOf = useColumnLabel();
  const commit = useCommit();
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const customFields = useAllCustomFields();
  const words = useWords();
  const currency = useCurrency();
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
      currency,
      customFields,
      words,
    });
    const [first] = ids;
    const at = first === undefined ? active : await engine.position(result.token, first);
    pastes += 1;
    setPasted({
      kind: 'paste',
      number: pastes,
      ...reach,
      ...placed,
      headings: free.map(labelOf),
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
      left: [],
      headings: [],
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
    clear: () => void clearNow(),
    paste: (event: ClipboardEvent) => {
      const { clipboardData: data } = event;
      const copied = { text: data.getData('text/plain'), html: data.getData('text/html') };
      if (copied.text === '') return;
      event.preventDefault();
      const [start] = range;
      if (active < 0 || start === undefined) offerTable({ ...copied, files: [] }, t);
      else void pasteNow(copied, start);
    },
  };
}
