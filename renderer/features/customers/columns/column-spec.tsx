import type { ReactNode } from 'react';
import type { ValueWords } from '#shared/custom-fields/values.ts';
import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { GroupKey } from '#shared/domain/list-view/list-view.ts';
import type { LocalTime } from '#shared/domain/record.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { CodedList } from '#shared/words/coded-words.ts';
import { ClassWord } from '../../../display/class-word.tsx';
import { useT } from '../../../platform/language.tsx';
import type { CustomerRow, SortColumn } from '../../../engine/api.ts';

/** What a cell needs to say the value of a row in words. */
export interface CellWords extends ValueWords {
  classWord: (dimension: Dimension, key: ClassKey) => string;
  tagName: (id: string) => string;
  codeName: (list: CodedList, key: string) => string;
}

export interface ColumnSpec {
  id: string;
  label: MessageKey;
  /** Absent where the engine keeps no order. */
  sort?: SortColumn;
  /** The list may come in groups by it. */
  groupBy?: GroupKey;
  /** The fact that typing into a cell changes; absent for what is computed. */
  fact?: string;
  widthPx: number;
  isNumeric?: boolean;
  /** A file says beside its heading in what it is. */
  isMoney?: boolean;
  isHiddenAtFirst?: boolean;
  cell: (row: CustomerRow) => ReactNode;
  /** Of what the cell tells from today on, the day itself: paper is read later. */
  day?: (row: CustomerRow) => LocalTime | null;
  /** As it goes to a spreadsheet: days as `YYYY-MM-DD`, money without signs. */
  text: (row: CustomerRow, words: CellWords) => string;
}

export function classColumn(dimension: Dimension, widthPx: number, isHiddenAtFirst = false, fact?: string): ColumnSpec {
  return {
    id: dimension,
    label: `dimension.${dimension}`,
    sort: dimension,
    groupBy: dimension,
    widthPx,
    isHiddenAtFirst,
    ...(fact === undefined ? {} : { fact }),
    cell: (row) => <ClassWord dimension={dimension} value={row.classes[dimension]} />,
    text: (row, words) => words.classWord(dimension, row.classes[dimension]),
  };
}

/** Of what few customers have, or what says the same of many. */
export function detailColumn(id: string, label: MessageKey, extra: Partial<ColumnSpec> = {}): ColumnSpec {
  const valueOf = (row: CustomerRow) => row.details[id] ?? '';
  return {
    id,
    label,
    widthPx: 140,
    isHiddenAtFirst: true,
    cell: (row) => (valueOf(row).includes('\n') ? <SeveralCell text={valueOf(row)} /> : valueOf(row)),
    text: (row, { t }) => valueOf(row).replaceAll('\n', t('exports.semicolon')),
    ...extra,
  };
}

function SeveralCell({ text }: { text: string }) {
  return text.replaceAll('\n', useT()('exports.semicolon'));
}
