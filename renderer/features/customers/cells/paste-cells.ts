import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { typedOf } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import { detectDateOrder, readDate } from '#shared/formats/values/dates.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { foldText } from '#shared/match/text.ts';
import { isDayFirstFor } from '#shared/match/country.ts';
import type { Currency } from '#shared/money/currency.ts';
import type { BulkTarget } from '../../../engine/api.ts';
import { columnSpec } from '../columns/columns.tsx';

type Cells = readonly (readonly string[])[];

export { mostCells } from '#shared/formats/clipboard/cells.ts';
export { readClipboard, type Copied } from '#shared/formats/clipboard/read-clipboard.ts';

interface PasteWords {
  t: Translate;
  today: LocalDate;
  currency: Currency;
  customFields: readonly CustomField[];
  words: readonly Word[];
}

interface Extent {
  rows: number;
  columns: number;
}

export function extentOf(cells: Cells): Extent {
  return { rows: cells.length, columns: Math.max(0, ...cells.map((row) => row.length)) };
}

/**
 * How far a block reaches from its first cell. Where the cells that are taken in are some number of times as many, downwards and
 * across, it fills them all, as in a spreadsheet; else it lies there once.
 */
export function reachOf(block: Extent, taken: Extent): Extent {
  const fills = (side: keyof Extent) => taken[side] === 1 || taken[side] % block[side] === 0;
  if (!fills('rows') || !fills('columns')) return block;
  return { rows: Math.max(block.rows, taken.rows), columns: Math.max(block.columns, taken.columns) };
}

/** Whether the first row is the headings of the columns it falls on, as rows that were copied from the list have them. */
export function hasHeading(cells: Cells, labels: readonly string[]): boolean {
  const [first = []] = cells;
  return cells.length > 1 && first.every((text, at) => foldText(text) === foldText(labels[at] ?? ''));
}

export interface PlacedCells {
  targets: BulkTarget[];
  /** Rows with something in them for which the list has no customer, whole, and columns for which it has none. */
  left: (readonly string[])[];
  columnsBeyond: number;
}

/**
 * Which fact of which customer each pasted cell falls on. Computed columns stay in, so that the preview says they cannot be filled;
 * empty cells change nothing.
 */
export function placeCells(
  cells: Cells,
  reach: Extent,
  ids: readonly CustomerId[],
  columns: readonly string[],
  words: PasteWords,
): PlacedCells {
  const block = extentOf(cells);
  const facts = columns.slice(0, reach.columns).map((column, at) => {
    const texts = cells.map((row) => row[at % block.columns] ?? '');
    return readerOf(columnSpec(column).fact ?? column, texts, words);
  });
  const targets: BulkTarget[] = [];
  const beyond = { rows: new Set<readonly string[]>(), columns: new Set<number>() };
  for (let row = 0; row < reach.rows; row += 1) {
    const texts = cells[row % block.rows] ?? [];
    for (let column = 0; column < reach.columns; column += 1) {
      const text = texts[column % block.columns]?.trim() ?? '';
      if (text === '') continue;
      const [id, fact] = [ids[row], facts[column]];
      if (id === undefined) beyond.rows.add(texts);
      if (!fact) beyond.columns.add(column);
      if (id !== undefined && fact) {
        targets.push({ ids: [id], change: { kind: 'set', field: fact.field, text: fact.typed(text) } });
      }
    }
  }
  return { targets, left: [...beyond.rows], columnsBeyond: beyond.columns.size };
}

/** Choices are pasted by their words, however their letters and width are written; days in the order of their column. */
function readerOf(field: string, texts: readonly string[], { t, ...world }: PasteWords) {
  const choices = typedOf(field, world)?.choices ?? [];
  const idOf = new Map(choices.map(({ id, label }) => [foldText(label(t)), id]));
  const dayOf = isDay(field, world) ? dayReader(texts, world) : null;
  return { field, typed: (text: string) => idOf.get(foldText(text)) ?? dayOf?.(text) ?? text };
}

const days: ReadonlySet<string> = new Set(['birthday', 'acquiredOn', 'lostOn']);

function isDay(field: string, { customFields }: Pick<PasteWords, 'customFields'>): boolean {
  return days.has(field) || customFields.some(({ id, type }) => type === 'date' && customKey(id) === field);
}

/** One `25/12/2024` among them says what `3/4/2024` is; without any, where the archive is at home does. */
function dayReader(texts: readonly string[], { today, currency }: Pick<PasteWords, 'today' | 'currency'>) {
  const order = detectDateOrder(texts, today, isDayFirstFor(currency));
  return (text: string): string | undefined =>
    order && /^\d{1,2}[-/.]\d{1,2}[-/.]\d/.test(text) ? readDate(text, { today, order })?.slice(0, 10) : undefined;
}
