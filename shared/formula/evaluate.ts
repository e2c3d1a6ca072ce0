import { civilOf, fromEpochDay, type EpochDay } from '../calendar/day.ts';
import { foldText } from '../match/text.ts';
import { placesOf, type Currency } from '../money/currency.ts';
import type { Comparison, Formula, Operator } from './parse.ts';
import { add, compare, divide, multiply, rational, scaled, subtract, toDecimal, type Rational } from './rational.ts';
import type { KnownValue, Value, ValueKind } from './values.ts';

/** What a formula looks at. */
export interface World {
  read: (name: string) => Value;
  today: EpochDay;
}

/** A checked formula as a function: built once, called for every customer. */
export type Evaluator = (world: World) => Value;

const nothing: Evaluator = () => null;
const division: Value = { kind: 'failure', why: 'division' };

/** The formula must have passed `checkFormula`. No text is turned into code: it is a tree of closures. */
export function evaluatorOf(formula: Formula): Evaluator {
  switch (formula.is) {
    case 'number':
      return constant({ kind: 'number', value: formula.value });
    case 'text':
      return constant({ kind: 'text', text: formula.text });
    case 'boolean':
      return constant({ kind: 'boolean', is: formula.value });
    case 'field': {
      const { name } = formula;
      return ({ read }) => read(name);
    }
    case 'minus':
      return withKnown([evaluatorOf(formula.of)], ([value]) => numbersOnly(value, (of) => rational(-of.n, of.d)));
    case 'binary':
      return binaryOf(formula.operator, evaluatorOf(formula.left), evaluatorOf(formula.right));
    case 'call':
      return callOf(formula);
  }
}

function constant(value: Value): Evaluator {
  return () => value;
}

/** Computes once everything is known; what is not, or has failed, is what it comes to. */
function withKnown(
  parts: readonly Evaluator[],
  compute: (values: readonly KnownValue[], world: World) => Value,
): Evaluator {
  return (world) => {
    const values: KnownValue[] = [];
    let isMissing = false;
    for (const part of parts) {
      const value = part(world);
      if (value === null) isMissing = true;
      else if (value.kind === 'failure') return value;
      else values.push(value);
    }
    return isMissing ? null : compute(values, world);
  };
}

function numbersOnly(value: KnownValue | undefined, compute: (of: Rational) => Rational): Value {
  return value && 'value' in value ? { ...value, value: compute(value.value) } : null;
}

function binaryOf(operator: Operator, left: Evaluator, right: Evaluator): Evaluator {
  switch (operator) {
    case '&':
      return (world) => {
        const [a, b] = [left(world), right(world)];
        if (a?.kind === 'failure') return a;
        return b?.kind === 'failure' ? b : { kind: 'text', text: textOf(a) + textOf(b) };
      };
    case '+':
    case '-':
    case '*':
    case '/':
      return withKnown([left, right], ([a, b]) => (a && b ? arithmetic(operator, a, b) : null));
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return withKnown([left, right], ([a, b]) =>
        a && b ? { kind: 'boolean', is: holds(operator, compareValues(a, b)) } : null,
      );
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/', a: KnownValue, b: KnownValue): Value {
  if ('day' in a || 'day' in b) return onDays(operator, a, b);
  if (!('value' in a) || !('value' in b)) return null;
  const kind = a.kind === 'money' || b.kind === 'money' ? 'money' : 'number';
  switch (operator) {
    case '+':
      return { kind, value: add(a.value, b.value) };
    case '-':
      return { kind, value: subtract(a.value, b.value) };
    case '*':
      return { kind, value: multiply(a.value, b.value) };
    case '/': {
      const value = divide(a.value, b.value);
      if (value === null) return division;
      return { kind: b.kind === 'money' ? 'number' : kind, value };
    }
  }
}

/** Parts of a day count for nothing: a date and half a day is the date. */
function onDays(operator: '+' | '-' | '*' | '/', a: KnownValue, b: KnownValue): Value {
  if ('day' in a && 'day' in b) return { kind: 'number', value: rational(BigInt(a.day - b.day)) };
  const date = 'day' in a ? a : 'day' in b ? b : null;
  const number = 'value' in a ? a : 'value' in b ? b : null;
  if (!date || !number) return null;
  const days = Number(number.value.n / number.value.d);
  const day = operator === '-' ? date.day - days : date.day + days;
  // Beyond the years that a date can be written in.
  return day < -719_162 || day > 2_932_896 ? null : { kind: 'date', day };
}

/** Texts are equal however they are written: width, case, traditional or simplified. */
function compareValues(a: KnownValue, b: KnownValue): number {
  if ('value' in a && 'value' in b) return compare(a.value, b.value);
  if ('day' in a && 'day' in b) return a.day - b.day;
  if ('is' in a && 'is' in b) return Number(a.is) - Number(b.is);
  const [left, right] = [foldText(textOf(a)), foldText(textOf(b))];
  return left < right ? -1 : Number(left > right);
}

function holds(operator: Comparison, difference: number): boolean {
  switch (operator) {
    case '=':
      return difference === 0;
    case '<>':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}

function callOf({ name, of }: Extract<Formula, { is: 'call' }>): Evaluator {
  const parts = of.map(evaluatorOf);
  const [first = nothing, second = nothing, third = nothing] = parts;
  switch (name) {
    case 'if':
      return (world) => {
        const condition = first(world);
        if (condition?.kind === 'failure') return condition;
        return condition?.kind === 'boolean' && condition.is ? second(world) : third(world);
      };
    case 'and':
    case 'or':
      return logical(parts, name === 'or');
    case 'not':
      return withKnown([first], ([value]) => (value && 'is' in value ? { kind: 'boolean', is: !value.is } : null));
    case 'empty':
      return (world) => {
        const value = first(world);
        return { kind: 'boolean', is: value === null || (value.kind === 'text' && value.text === '') };
      };
    case 'default':
      return (world) => first(world) ?? second(world);
    case 'round':
      return withKnown([first, parts[1] ?? constant({ kind: 'number', value: rational(0n) })], ([value, places]) =>
        numbersOnly(value, (number) =>
          round(number, places && 'value' in places ? Number(places.value.n / places.value.d) : 0),
        ),
      );
    case 'min':
    case 'max':
      return extreme(parts, name === 'max');
    case 'abs':
      return withKnown([first], ([value]) =>
        numbersOnly(value, (number) => (number.n < 0n ? rational(-number.n, number.d) : number)),
      );
    case 'today':
      return ({ today }) => ({ kind: 'date', day: today });
    case 'days':
      return onDates([first, second], (from, to) => to - from);
    case 'years':
      return onDates([first, second], wholeYears);
    case 'year':
      return onDates([first], (day) => civilOf(day).year);
    case 'month':
      return onDates([first], (day) => civilOf(day).month);
    case 'contains':
      return withKnown([first, second], ([text, sought]) => ({
        kind: 'boolean',
        is: foldText(textOf(text ?? null)).includes(foldText(textOf(sought ?? null))),
      }));
  }
}

/** What is not known counts as not so. */
function logical(parts: readonly Evaluator[], isEnough: boolean): Evaluator {
  return (world) => {
    for (const part of parts) {
      const value = part(world);
      if (value?.kind === 'failure') return value;
      if ((value?.kind === 'boolean' && value.is) === isEnough) return { kind: 'boolean', is: isEnough };
    }
    return { kind: 'boolean', is: !isEnough };
  };
}

/** Of what is known. */
function extreme(parts: readonly Evaluator[], isLargest: boolean): Evaluator {
  return (world) => {
    let found: Value = null;
    for (const part of parts) {
      const value = part(world);
      if (value === null) continue;
      if (value.kind === 'failure') return value;
      if (found === null) found = value;
      else if (compareValues(value, found) > 0 === isLargest) found = value;
    }
    return found;
  };
}

const mostPlaces = 12;

function round(value: Rational, places: number): Rational {
  const kept = Math.max(0, Math.min(mostPlaces, places));
  return rational(scaled(value, kept), 10n ** BigInt(kept));
}

function onDates(parts: readonly Evaluator[], compute: (a: EpochDay, b: EpochDay) => number): Evaluator {
  return withKnown(parts, ([a, b]) => {
    const days = [a, b].map((value) => (value && 'day' in value ? value.day : 0));
    return { kind: 'number', value: rational(BigInt(compute(days[0] ?? 0, days[1] ?? 0))) };
  });
}

/** Full years from one day to another, as ages are counted; negative when the second lies before. */
function wholeYears(from: EpochDay, to: EpochDay): number {
  if (to < from) return -wholeYears(to, from);
  const [start, end] = [civilOf(from), civilOf(to)];
  const isBefore = end.month < start.month || (end.month === start.month && end.day < start.day);
  return end.year - start.year - (isBefore ? 1 : 0);
}

/** Places of a number that is shown; enough for any rate, and a third is not endless. */
export const shownPlaces = 6;

/** A value as a text, as `&` joins it and columns keep it: money in yuan, days as `YYYY-MM-DD`. */
export function textOf(value: Value): string {
  if (value === null) return '';
  switch (value.kind) {
    case 'number':
      return toDecimal(value.value, shownPlaces);
    case 'money':
      return toDecimal(value.value, 2);
    case 'date':
      return fromEpochDay(value.day);
    case 'text':
      return value.text;
    case 'boolean':
    case 'failure':
      return '';
  }
}

/**
 * What stands in a column for a value of a formula of this kind: money as it is stored, yes and no as `true` and `false`; nothing where it
 * is not known.
 */
export function columnTextOf(value: Value, kind: ValueKind, currency: Currency): string {
  if (kind === 'money' && value && 'value' in value) return scaled(value.value, placesOf(currency)).toString();
  return value?.kind === 'boolean' ? String(value.is) : textOf(value);
}
