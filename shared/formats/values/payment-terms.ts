import { readInteger } from './numbers.ts';

/** Ten years. */
const longestDays = 3650;

/** Days out of `30天`, `月结30天`, `Net 30`; 现结 is 0. `undefined` for anything else. */
export function readTermsDays(text: string): number | undefined {
  if (/^(?:现结|现款|款到发货|cash|cod|prepaid)$/i.test(text.trim())) return 0;
  const days = readInteger(/\d+/.exec(text)?.[0] ?? '');
  return days !== undefined && days <= longestDays ? days : undefined;
}
