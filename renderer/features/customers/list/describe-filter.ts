import type { Tag } from '#shared/domain/tag/tag.ts';
import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { formatFen } from '#shared/i18n/format.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Filter } from '../../../engine/api.ts';

const followUpKeys = {
  overdue: 'customers.filter.overdue',
  today: 'customers.filter.today',
  week: 'customers.filter.week',
  none: 'customers.filter.noFollowUp',
} as const satisfies Record<string, MessageKey>;

const missingFields = {
  phone: 'field.phones',
  birthday: 'field.birthday',
  region: 'field.region',
  source: 'field.source',
} as const satisfies Record<string, MessageKey>;

/** A filter as a chip says it. */
export function describeFilter(
  t: Translate,
  filter: Filter,
  classWord: (dimension: Dimension, key: ClassKey) => string,
  tags: readonly Tag[],
): string {
  const plain = describePlainly(t, filter, classWord, tags);
  return filter.not === true ? `${t('customers.filter.not')} ${plain}` : plain;
}

function describePlainly(
  t: Translate,
  filter: Filter,
  classWord: (dimension: Dimension, key: ClassKey) => string,
  tags: readonly Tag[],
): string {
  switch (filter.type) {
    case 'class':
      return t('customers.filter.class', {
        dimension: t(`dimension.${filter.dimension}`),
        classes: filter.classes.map((key) => classWord(filter.dimension, key)).join('、'),
      });
    case 'tag':
      return t('customers.filter.tag', { tag: tags.find((tag) => tag.id === filter.tagId)?.name ?? '?' });
    case 'contact-age':
      return t('customers.filter.contactAge', { days: filter.olderThanDays });
    case 'revenue':
      return t('customers.filter.revenue', { amount: formatFen(filter.minFen) });
    case 'follow-up':
      return t(followUpKeys[filter.due]);
    case 'missing':
      return t('customers.filter.missing', { field: t(missingFields[filter.field]) });
    case 'deleted':
      return t('customers.filter.deleted');
  }
}
