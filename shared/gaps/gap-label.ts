import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { customIdOf } from '../filter/fields.ts';
import type { Translate } from '../i18n/translate.ts';
import { readGapChoice } from './gap-choices.ts';
import { isGapField } from './gap-fields.ts';

/** What a field that can be missing is called. */
export function gapLabel(key: string, t: Translate, fields: readonly Pick<CustomField, 'id' | 'label'>[]): string {
  if (isGapField(key)) return key === 'identity' ? t('gaps.identity') : t(`field.${key}`);
  const id = customIdOf(key);
  return fields.find((field) => field.id === id)?.label ?? t('filters.field.unknown');
}

/** A choice of what a filter asks of gaps, `邮箱：没有`; the choice itself where it is none. */
export function gapChoiceLabel(
  choice: string,
  t: Translate,
  fields: readonly Pick<CustomField, 'id' | 'label'>[],
): string {
  const read = readGapChoice(choice);
  if (!read) return choice;
  return t('gaps.answer.give', { field: gapLabel(read.key, t, fields), answer: t(`gaps.answer.${read.state}`) });
}
