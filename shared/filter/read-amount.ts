import { fixedKindOf, type FilterField } from './fields.ts';

const longestDays = 36_500;
const amount = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([千万k])?(\p{L}+|%)?$/iu;
const eachUnitDays: readonly [RegExp, number][] = [
  [/^(?:天|日|d|days?)$/iu, 1],
  [/^(?:周|个?星期|w|weeks?)$/iu, 7],
  [/^(?:个?月|m|months?)$/iu, 30],
  [/^(?:年|y|years?)$/iu, 365],
];
const money = /^[元块]钱?$/u;
/** What is counted of somebody. */
const counted = /^(?:[次个单笔回人位名家分%]|times|orders?|people)$/iu;

interface Amount {
  number: number;
  /** `1万`, `5k`. */
  hasScale: boolean;
  unit: string;
}

function readAmount(value: string): Amount | undefined {
  const [, whole, fraction = '', scale = '', unit = ''] = amount.exec(value) ?? [];
  if (whole === undefined) return undefined;
  const factor = { 千: 1_000, k: 1_000, 万: 10_000 }[scale.toLowerCase()] ?? 1;
  // Rounded as people write it: 1.1 times 1,000 is 1,100.
  const number = Number((Number(whole.replaceAll(',', '') + fraction) * factor).toPrecision(15));
  return { number, hasScale: scale !== '', unit };
}

/** `90`, `90天`, `3个月`; of anything else, such as `3次` or `1万`, nothing. */
export function readDays(value: string): number | undefined {
  const { number, hasScale, unit } = readAmount(value) ?? { number: Number.NaN, hasScale: true, unit: '' };
  const each = unit === '' ? 1 : eachUnitDays.find(([is]) => is.test(unit))?.[1];
  if (hasScale || each === undefined) return undefined;
  const days = Math.round(number * each);
  return days <= longestDays ? days : undefined;
}

/** A number that a field holds: `3次`, `1,200`, `1.5万`; whole where nothing else is counted. Of a time nothing, unless it is the field's. */
export function readCount(field: FilterField, value: string): number | undefined {
  if (field === 'paymentTermsDays') return readDays(value);
  const read = readAmount(value);
  if (!read || (read.unit !== '' && !counted.test(read.unit))) return undefined;
  return fixedKindOf(field) === null ? read.number : Math.round(read.number);
}

/** What `购买>3次` and `购买>1万` ask for: how often or for how much somebody bought, not when. */
export function soldField(value: string): 'purchases' | 'revenue' | undefined {
  const read = readAmount(value);
  if (!read) return undefined;
  if (money.test(read.unit) || (read.unit === '' && read.hasScale)) return 'revenue';
  return counted.test(read.unit) && read.unit !== '%' ? 'purchases' : undefined;
}
