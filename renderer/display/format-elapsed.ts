import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';

/** How long before `now` a moment was, both ISO instants: `刚刚`, `3 分钟前`, `5 小时前`, `昨天`, `12 天前`. */
export function formatElapsed(language: Language, at: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000));
  if (minutes === 0) return translate(language, 'status.justNow');
  if (minutes < 60) return translate(language, 'status.minutesAgo', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return translate(language, 'status.hoursAgo', { hours });
  return translate(language, 'time.daysAgo', { days: Math.floor(hours / 24) });
}
