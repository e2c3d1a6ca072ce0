import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { typedOf } from '#shared/facts/typed.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { BulkTarget } from '../../../engine/api.ts';
import { columnSpec } from './columns.tsx';

interface PasteWords {
  t: Translate;
  customFields: readonly CustomField[];
  words: readonly Word[];
}

/**
 * Which fact of which customer each pasted cell falls on: rows downwards from the active one, cells to the right from the
 * active column. One cell fills all the given customers. Computed columns stay in, so that the preview says they cannot be
 * filled; empty cells change nothing.
 */
export function pasteTargets(
  cells: readonly (readonly string[])[],
  ids: readonly CustomerId[],
  columns: readonly string[],
  words: PasteWords,
): BulkTarget[] {
  const isOne = cells.length === 1 && cells[0]?.length === 1;
  return ids.flatMap((id, at) => {
    const row = isOne ? cells[0] : cells[at];
    return (row ?? []).flatMap((text, offset): BulkTarget[] => {
      const column = columns[offset];
      if (column === undefined || text.trim() === '') return [];
      const field = columnSpec(column).fact ?? column;
      return [{ id, change: { kind: 'set', field, text: asTyped(field, text.trim(), words) } }];
    });
  });
}

/** Choices are pasted by their words. */
function asTyped(field: string, text: string, { t, ...world }: PasteWords): string {
  return typedOf(field, world)?.choices?.find((choice) => choice.label(t) === text)?.id ?? text;
}
