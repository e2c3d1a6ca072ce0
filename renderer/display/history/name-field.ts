import { answeredBy, ownFieldIdOf } from '#shared/changes/record-content.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Table } from '#shared/domain/tables.ts';
import { gapLabel } from '#shared/gaps/gap-label.ts';
import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import type { Translate } from '#shared/i18n/translate.ts';

/** How the screens call a field of a record; `own` are the archive's own ones. */
export function nameField(t: Translate, own: readonly CustomField[], table: Table, field: string): string {
  if (field === 'deletedAt') return t('history.deletedAt');
  const ownId = ownFieldIdOf(field);
  if (ownId !== null) return own.find(({ id }) => id === ownId)?.label ?? t('filters.field.unknown');
  const answered = answeredBy(field);
  if (answered !== null) return gapLabel(answered, t, own);
  const key = [`field.${table}.${field}`, `field.${field}`].find((each) => each in messages);
  return key === undefined ? field : t(key as MessageKey);
}
