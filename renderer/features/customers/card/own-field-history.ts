import { sayFieldTexts, textsOfValue, type FieldValue, type ValueWords } from '#shared/custom-fields/values.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';

/** What one field was: the values of all own fields stand in one entry of the history. */
export function ownFieldHistory(
  field: CustomField,
  history: readonly FieldHistoryEntry[],
  words: ValueWords,
): FieldHistoryEntry[] {
  const say = (values: unknown): string => {
    if (typeof values !== 'object' || values === null) return '';
    return sayFieldTexts(field, textsOfValue((values as Record<string, FieldValue>)[field.id]), words);
  };
  return history.flatMap((entry) => {
    if (entry.table !== 'customer' || entry.field !== 'customFields') return [];
    const [before, after] = [say(entry.before), say(entry.after)];
    return before === after ? [] : [{ ...entry, before: before === '' ? undefined : before, after }];
  });
}

/** The stored value of a field before a change set; `undefined` where there was none. */
export function valueBefore(
  field: CustomField,
  history: readonly FieldHistoryEntry[],
  changeSetId: string,
): FieldValue | undefined {
  const entry = history.find((each) => each.changeSetId === changeSetId && each.field === 'customFields');
  return (entry?.before as Record<string, FieldValue> | undefined)?.[field.id];
}
