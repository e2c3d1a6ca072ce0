/** An exact fraction; the denominator is positive. Not reduced: a formula is a few steps long. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** Longer numerators are reduced, so that repeated multiplication stays quick. */
const longest = 1n << 96n;

/** `n / d`, with `d` above 0 and shortened where it grows long. `d` must not be 0. */
export function rational(n: bigint, d = 1n): Rational {
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  if (bottom === 1n || (bottom < longest && top < longest && top > -longest)) return { n: top, d: bottom };
  const divisor = gcd(top < 0n ? -top : top, bottom);
  return { n: top / divisor, d: bottom / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** A number by the decimal that it is written as, so that 0.1 is a tenth; `null` for none. */
export function ofDecimal(text: string): Rational | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!match) return null;
  const [, minus, whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  const digits = BigInt(minus + whole + fraction);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? rational(digits, 10n ** BigInt(places)) : rational(digits * 10n ** BigInt(-places));
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** `null` when `b` is 0. */
export function divide(a: Rational, b: Rational): Rational | null {
  return b.n === 0n ? null : rational(a.n * b.d, a.d * b.n);
}

/** Negative, 0 or positive, as for sorting. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** × 10^`places`, to a whole number, half away from zero. */
export function scaled({ n, d }: Rational, places: number): bigint {
  const top = n * 10n ** BigInt(places) * 2n;
  return (top >= 0n ? top + d : top - d) / (2n * d);
}

/** As a decimal with at most so many places, rounded half away from zero, without trailing zeros. */
export function toDecimal(value: Rational, places: number): string {
  const digits = scaled(value, places);
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  const whole = text.slice(0, text.length - places);
  return `${digits < 0n ? '-' : ''}${whole}${places === 0 || fraction === '' ? '' : `.${fraction}`}`;
}
