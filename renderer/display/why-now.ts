import { sayTodayWhy } from '#shared/classify/say.ts';
import type { TodayItem } from '../engine/api.ts';
import { useLanguage } from '../platform/language.tsx';

/** The sentence for a reason of Today: why this customer, why now. */
export function useWhyNow(): (why: TodayItem['why'][number]) => string {
  const language = useLanguage();
  return (why) => sayTodayWhy(language, why);
}
