import { useState, type ClipboardEvent } from 'react';
import { readCells } from '#shared/formats/clipboard/cells.ts';
import { codeName } from '#shared/words/coded-words.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { noteBulkRead } from '../../../display/note-in-audit-log.ts';
import type { CustomerRow, QueryResult } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import type { Pasted } from '../bulk/paste-dialog.tsx';
import type { CellWords } from './column-spec.tsx';
import { columnSpec, useColumnLabel } from './columns.tsx';
import { copyCells, copyRows, selectedRows } from './copy-rows.ts';
import { useListState } from './list-state.ts';
import { pasteTargets } from './paste-cells.ts';
import type { Selecting } from './use-selection.ts';

interface GridClipboard {
  engine: Engine;
  result: QueryResult;
  active: number;
  rowAt: (index: number) => CustomerRow | undefined;
  columns: readonly string[];
  cellColumn: string | null;
  selecting: Selecting;
}

let pastes = 0;

/** Copies the selection, the active row or the active cell; a paste is shown before it is done. */
export function useGridClipboard({ engine, result, active, rowAt, columns, cellColumn, selecting }: GridClipboard) {
  const { selected, pending } = selecting;
  const t = useT();
  const classWord = useClassWord();
  const labelOf = useColumnLabel();
  const { data: tags = [] } = useEngineQuery('tags', () => engine.catalogue('tag'));
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const language = useLanguage();
  const customFields = useAllCustomFields();
  const ownWords = useWords();
  const tagName = (id: string) => tags.find((tag) => tag.id === id)?.name ?? '';
  const words: CellWords = {
    t,
    language,
    classWord,
    tagName,
    codeName: (list, key) => codeName(list, key, ownWords, t),
  };

  const copyNow = async () => {
    // Ctrl+A may have been pressed a moment before.
    await pending();
    const { selected } = useListState.getState();
    const activeRow = active >= 0 ? rowAt(active) : undefined;
    if (selected.size === 0 && activeRow && cellColumn !== null) {
      copyCells([[columnSpec(cellColumn).text(activeRow, words)]]);
      return;
    }
    const chosen = selected.size > 0 ? await selectedRows(engine, result.token, result.total, selected) : [];
    const rows = chosen.length > 0 ? chosen : activeRow ? [activeRow] : [];
    if (rows.length > 0 && copyRows(rows, columns, labelOf, words)) {
      showToast({ text: t('bulk.copied', { rows: rows.length }) });
      noteBulkRead(rows.length);
    }
  };
  const pasteNow = async (cells: readonly (readonly string[])[], start: string) => {
    const isOne = cells.length === 1 && cells[0]?.length === 1;
    const ids =
      isOne && selected.size > 0 ? [...selected] : await engine.ids(result.token, active, active + cells.length);
    pastes += 1;
    setPasted({
      number: pastes,
      rows: isOne ? ids.length : cells.length,
      columns: Math.max(...cells.map((row) => row.length)),
      startName: rowAt(active)?.name ?? '',
      startColumn: labelOf(start),
      targets: pasteTargets(cells, ids, columns.slice(columns.indexOf(start)), { t, customFields, words: ownWords }),
    });
  };
  return {
    pasted,
    endPaste: () => {
      setPasted(null);
    },
    // A result that was replaced meanwhile has no rows any more.
    copy: () => void copyNow().catch(() => undefined),
    paste: (event: ClipboardEvent) => {
      const cells = readCells(event.clipboardData.getData('text/plain'));
      if (cells.length === 0) return;
      event.preventDefault();
      if (active < 0 || cellColumn === null) showToast({ text: t('bulk.pasteNowhere') });
      else void pasteNow(cells, cellColumn).catch(() => undefined);
    },
  };
}
