import { isBeginning } from '#shared/changes/field-history.ts';
import { answerName, ownFieldName } from '#shared/changes/record-content.ts';
import { sayFieldTexts, textsOfValue, type FieldValue, type ValueWords } from '#shared/custom-fields/values.ts';
import { answerSchema } from '#shared/domain/customer/answer.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { customKey } from '#shared/filter/fields.ts';
import { sayAnswer } from '#shared/gaps/say-answer.ts';
import { formatDay } from '#shared/i18n/format.ts';

/** What one field was, or what was answered in its place. In histories that older versions wrote, the values of all own fields stand in one entry. */
export function ownFieldHistory(
  field: CustomField,
  history: readonly FieldHistoryEntry[],
  words: ValueWords,
): FieldHistoryEntry[] {
  const say = (value: FieldValue | undefined): string => sayFieldTexts(field, textsOfValue(value), words);
  const sayDay = (day: LocalDate): string => formatDay(words.language, day, '');
  const sayAnswered = (value: unknown): string => sayAnswer(words.t, answerSchema.safeParse(value).data, sayDay);
  return history.flatMap((entry) => {
    if (entry.table === 'customer' && entry.field === answerName(customKey(field.id))) {
      const [before, after] = [sayAnswered(entry.before), sayAnswered(entry.after)];
      return [{ ...entry, before: before === '' ? undefined : before, after }];
    }
    if (!isAbout(entry, field)) return [];
    const [before, after] = [say(sideOf(entry, 'before', field)), say(sideOf(entry, 'after', field))];
    return before === after ? [] : [{ ...entry, before: before === '' ? undefined : before, after }];
  });
}

/** What is stored of a field in the past of a card before a change set: the value, nothing, or how a long one began. */
export function storedBefore(
  field: CustomField,
  history: readonly FieldHistoryEntry[],
  { recordId, changeSetId }: Pick<FieldHistoryEntry, 'recordId' | 'changeSetId'>,
): Pick<FieldHistoryEntry, 'recordId' | 'changeSetId' | 'field' | 'before'> {
  const entry = history.find((each) => each.changeSetId === changeSetId && isAbout(each, field));
  const before = entry && (isBeginning(entry.before) ? entry.before : sideOf(entry, 'before', field));
  return { recordId, changeSetId, field: ownFieldName(field.id), before };
}

function isAbout({ table, field }: FieldHistoryEntry, { id }: CustomField): boolean {
  return table === 'customer' && (field === ownFieldName(id) || field === 'customFields');
}

function sideOf(entry: FieldHistoryEntry, side: 'before' | 'after', { id }: CustomField): FieldValue | undefined {
  const value = entry[side];
  if (entry.field !== 'customFields') return value as FieldValue | undefined;
  return typeof value === 'object' && value !== null ? (value as Record<string, FieldValue>)[id] : undefined;
}
