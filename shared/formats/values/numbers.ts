import { normalizeText } from '../../match/text.ts';

/** An exact decimal: `digits` × 10^-`places`. */
export interface Decimal {
  digits: bigint;
  places: number;
  /** What stood behind the number: `元`, `kg`, `折`, `%`. */
  unit: string;
  /** What stood before it: `¥`, `USD`. */
  sign: string;
}

const scales: ReadonlyMap<string, number> = new Map([
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** With all its marks; a longer text is none, and would be tried in every way before that shows. */
const longestNumber = 200;

/** A number with what stands around it; `undefined` for what is none. */
export function readDecimal(text: string): Decimal | undefined {
  if (text.length > longestNumber) return undefined;
  const plain = normalizeText(text)
    .replace(/\s/g, '')
    .replaceAll('\u2212', '-')
    .replace(/(?<=\d)['\u2019](?=\d{3})/g, '')
    .replace(
      /(\d{1,3}(?:\.\d{3})+),(\d{1,2})(?!\d)/,
      (_, whole: string, rest: string) => `${whole.replaceAll('.', '')}.${rest}`,
    );
  const match =
    /^(\(?)([^\d.,+()-]*)([+-]?)([^\d.,+()-]*)(\d[\d,]*(?:\.\d+)?|\.\d+)(?:[Ee]\+?(\d{1,2}))?([^\d.,()]*)(\)?)$/.exec(
      plain,
    );
  if (!match) return undefined;
  const [, open, before = '', minus, middle = '', number = '', exponent, unit = '', close] = match;
  if ((open === '(') !== (close === ')')) return undefined;
  const [whole, fraction] = splitNumber(number);
  const scale = scales.get(unit.slice(0, 1)) ?? 0;
  const digits = BigInt(whole + fraction || '0');
  const places = fraction.length - Number(exponent ?? 0) - scale;
  return {
    digits: minus === '-' || open === '(' ? -digits : digits,
    places,
    unit: unit.replace(/^[万千亿]/, ''),
    sign: before + middle,
  };
}

/** `1,234.5` has thousands; `12,5` has none: one comma, one or two digits. */
function splitNumber(number: string): [string, string] {
  const [whole = '', fraction = ''] = number.split('.');
  if (fraction === '' && /^\d+,\d{1,2}$/.test(whole)) {
    const [left = '', right = ''] = whole.split(',');
    return [left, right];
  }
  return [whole.replaceAll(',', ''), fraction];
}

/** The decimal × 10^`places`, rounded half away from zero; `undefined` when it does not fit a safe integer. */
export function scaled({ digits, places }: Pick<Decimal, 'digits' | 'places'>, to: number): number | undefined {
  const shift = to - places;
  let value: bigint;
  if (shift >= 0) value = digits * 10n ** BigInt(shift);
  else {
    const unit = 10n ** BigInt(-shift);
    const half = digits < 0n ? -unit / 2n : unit / 2n;
    value = (digits + half) / unit;
  }
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** A quantity in thousandths: `2`, `1.5kg`, `3件`. */
export function readQuantity(text: string): number | undefined {
  const decimal = readDecimal(text);
  return decimal && decimal.sign === '' && decimal.unit.length <= 4 ? scaled(decimal, 3) : undefined;
}

/** A bare number as it stands, exactly: `2`, `-1,234.5`, `1.2万`. `undefined` with a unit, or beyond 15 digits. */
export function readNumber(text: string): number | undefined {
  const decimal = readDecimal(text);
  if (!decimal || decimal.sign !== '' || decimal.unit !== '') return undefined;
  const { digits, places } = decimal;
  return Number.isSafeInteger(Number(digits)) ? Number(`${String(digits)}e${String(-places)}`) : undefined;
}

/** A whole number with whatever unit behind it: `30天`, `45 min`. */
export function readInteger(text: string): number | undefined {
  const decimal = readDecimal(text);
  return decimal && decimal.sign === '' ? scaled(decimal, 0) : undefined;
}

/** A reduction in thousandths of the price: `9折` 100, `85折` 150, `15%` 150. `undefined` for an amount of money. */
export function readDiscountRate(text: string): number | undefined {
  const decimal = readDecimal(text);
  if (!decimal) return undefined;
  const value = scaled(decimal, 3);
  if (value === undefined || value < 0) return undefined;
  if (decimal.unit === '折') {
    const tenths = value > 10_000 ? value / 100 : value / 10;
    return tenths <= 1000 ? Math.round(1000 - tenths) : undefined;
  }
  return decimal.unit === '%' && value <= 100_000 ? Math.round(value / 100) : undefined;
}
