import { formatClock } from '#shared/i18n/format.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { CalendarDay, CalendarItem } from '../../engine/api.ts';

/** An entry of the calendar in one line. */
export function describeItem(t: Translate, item: CalendarItem): string {
  switch (item.type) {
    case 'follow-up':
      return [formatClock(item.followUp.due), item.customerName, item.followUp.title].filter(Boolean).join(' ');
    case 'birthday':
      return t('calendar.birthday', { name: item.customerName, label: item.label || t('field.birthday') });
    case 'interaction':
      return t('calendar.contacts', { name: item.customerName, count: item.count });
  }
}

/** What tells the entries of one day apart. */
export function itemKey(item: CalendarItem): string {
  if (item.type === 'follow-up') return `${item.followUp.id}-${item.followUp.due}`;
  return item.type === 'birthday' ? `birthday-${item.customerId}-${item.label}` : `contact-${item.customerId}`;
}

/** How much there is on a day, with what is not sent one by one. */
export function countItems({ items, more }: CalendarDay): number {
  return items.length + more;
}
