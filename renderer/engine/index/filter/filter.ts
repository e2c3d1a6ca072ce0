import type { EpochDay } from '#shared/calendar/day.ts';
import { dimensions, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CheckDays } from '#shared/domain/settings/check-days.ts';
import type { FixedField, SumField, TextField } from '#shared/filter/fields.ts';
import {
  isGroup,
  mentionsBin,
  type Condition,
  type Filter,
  type FilterGroup,
  type Test,
} from '#shared/filter/filter.ts';
import { daySpanOf } from '#shared/filter/periods.ts';
import { isBetween, textsTestOf, textTestOf } from '#shared/filter/test-texts.ts';
import { foldText } from '#shared/match/text.ts';
import { dueForCheck } from './check-dues.ts';
import type { Columns } from '../columns/columns.ts';
import { classColumn, lackBits, minutesPerDay, none, type NumberColumn } from '../columns/column-layout.ts';
import type { Orders } from '../orders/orders.ts';
import { gapTest } from './gap-tests.ts';
import { goodsTest } from './goods.ts';
import { occasionTest } from './occasion-tests.ts';
import { digitsOf } from '../search/search-text.ts';
import { referrerTest, rolesTest } from './relation-tests.ts';
import type { Relations } from '../relations/relations.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { stateTesterOf } from './state-tests.ts';
import { sumOf } from './sums.ts';

/** Takes its columns out of the record of columns once: looking them up for every customer costs more than the comparison. */
export type Predicate = (index: number) => boolean;

export interface FilterContext {
  columns: Columns;
  search: SearchIndex;
  relations: Relations;
  orders: Orders;
  checkDays: CheckDays;
  today: EpochDay;
}

/** What has to hold for a customer to stay in the list. The bin is left out unless the filter speaks of it. */
export function predicateOf(filter: FilterGroup, context: FilterContext): Predicate {
  const holds = partOf(filter, context);
  const { deleted, mergedInto } = context.columns.numbers;
  // Whoever turned out to be another lies in the bin as a sign only.
  if (mentionsBin(filter)) return (index) => mergedInto[index] === 0 && holds(index);
  return filter.parts.length === 0 ? (index) => deleted[index] === 0 : (index) => deleted[index] === 0 && holds(index);
}

function partOf(filter: Filter, context: FilterContext): Predicate {
  const holds = isGroup(filter) ? groupOf(filter, context) : conditionOf(filter, context);
  const isNegated = filter.not === true && !(isGroup(filter) && filter.parts.length === 0);
  return isNegated ? (index) => !holds(index) : holds;
}

function groupOf({ join, parts }: FilterGroup, context: FilterContext): Predicate {
  const predicates = parts.map((part) => partOf(part, context));
  const [first, second] = predicates;
  if (!first) return () => true;
  if (!second) return first;
  return join === 'and'
    ? (index) => predicates.every((holds) => holds(index))
    : (index) => predicates.some((holds) => holds(index));
}

interface Asked extends FilterContext {
  test: Test;
  withinDays: number | undefined;
  named: string | undefined;
}

function conditionOf({ field, test, withinDays, named }: Condition, context: FilterContext): Predicate {
  const { columns } = context;
  if (isOneOf(dimensions, field)) return classTest(field, test, columns);
  if (isOneOf(ownTexts, field)) return textTest(field, test, context);
  const own = testers[field as FixedField];
  if (own) return own({ test, withinDays, named, ...context });
  return detailTest(field, test, context);
}

function isOneOf<F extends string>(fields: readonly F[], field: string): field is F {
  return (fields as readonly string[]).includes(field);
}

/** Fields with a column of their own; the others are among the details. */
const testers: Partial<Record<FixedField, (asked: Asked) => Predicate>> = {
  phone: phoneTest,
  words: wordsTest,
  tagIds: ({ test, columns, today }) => placeTest(columns.numbers.tagSet, columns.tagSets.values, test, today),
  lastContact: dayTesterOf('lastContactDay'),
  lastInbound: dayTesterOf('lastInboundDay'),
  lastPurchase: dayTesterOf('lastPurchaseDay'),
  knownSince: dayTesterOf('knownSinceDay'),
  verifiedOn: dayTesterOf('verifiedDay'),
  followUp: followUpTest,
  birthday: (asked) => occasionTest('birthday', asked),
  anniversary: (asked) => occasionTest('anniversary', asked),
  bought: goodsTest,
  phoneState: stateTesterOf('phoneState'),
  imState: stateTesterOf('imState'),
  emailState: stateTesterOf('emailState'),
  addressState: stateTesterOf('addressState'),
  completeness: ({ test, columns }) => numberTest(valuesOf(columns.numbers.completeness), test),
  revenue: ({ test, columns }) => numberTest(valuesOf(columns.numbers.revenueFen), test),
  purchases: sumTesterOf('purchases'),
  contacts: sumTesterOf('contacts'),
  amount: sumTesterOf('amount'),
  relations: rolesTest,
  gaps: gapTest,
  referrer: referrerTest,
  householdSize: ({ test, relations, today }) => {
    const graph = relations.graph(today);
    return numberTest((index) => graph.groupSize(index, 'household'), test);
  },
  introduced: ({ test, relations, today }) => {
    const introductions = relations.introductions();
    return numberTest((index) => introductions.brought(index, today).direct, test);
  },
  brought: ({ test, relations, today }) => {
    const introductions = relations.introductions();
    return numberTest((index) => introductions.brought(index, today).allFen, test);
  },
  unanswered: ({ test, columns }) => flagTest(columns.numbers.unanswered, test),
  checkDue: ({ test, columns, checkDays, today }) =>
    test.is === 'yes' ? dueForCheck(columns, checkDays, today) : () => false,
  deleted: ({ test, columns }) => flagTest(columns.numbers.deleted, test),
};

function sumTesterOf(field: SumField): (asked: Asked) => Predicate {
  return ({ test, withinDays, columns, today }) => numberTest(sumOf(field, withinDays, columns, today), test);
}

/** A province holds for its cities too. `unknown` is no value. */
function classTest(dimension: Dimension, test: Test, columns: Columns): Predicate {
  const column = columns.numbers[classColumn(dimension)];
  const isMeant = (key: string): boolean => {
    if (test.is === 'filled') return key !== 'unknown';
    if (test.is !== 'any') return false;
    return test.of.includes(key) || (dimension === 'region' && test.of.includes(key.slice(0, 2)));
  };
  const truth = Uint8Array.from(columns.classes.values, (key) => (isMeant(key) ? 1 : 0));
  const isInClass: Predicate = (index) => truth[column[index] ?? 0] === 1;
  const districts = dimension === 'region' && test.is === 'any' ? test.of.filter((key) => /^\d{6}$/.test(key)) : [];
  if (districts.length === 0) return isInClass;
  // Classes end at the city; what lies in it is told by the addresses.
  const places = columns.details.column('regionCode');
  const isThere = Uint8Array.from(columns.details.values, (codes) =>
    codes.split('\n').some((code) => districts.includes(code)) ? 1 : 0,
  );
  return (index) => isInClass(index) || isThere[places?.[index] ?? 0] === 1;
}

/** Columns that hold places in a list of texts: every text is decided once, when it first occurs. */
function placeTest(
  column: ArrayLike<number> | null,
  values: readonly string[],
  test: Test,
  today: EpochDay,
): Predicate {
  const holds = textsTestOf(test, today);
  const isTrueOfNone = holds([]);
  if (!column) return () => isTrueOfNone;
  const truth = new Int8Array(values.length).fill(-1);
  truth[0] = isTrueOfNone ? 1 : 0;
  return (index) => {
    const place = column[index] ?? 0;
    const known = truth[place] ?? 0;
    if (known >= 0) return known === 1;
    const decided = holds((values[place] ?? '').split('\n'));
    truth[place] = decided ? 1 : 0;
    return decided;
  };
}

/** Numbers are compared as such, read once for all questions; references by the names of whom they mean. */
function detailTest(field: string, test: Test, { columns, orders, today }: FilterContext): Predicate {
  const places = columns.details.column(field);
  const { values } = columns.details;
  if (!places || !columns.references.has(field)) {
    const numbers = test.is === 'between' ? orders.numbersOf(field) : null;
    if (numbers && test.is === 'between') return (index) => isBetween(test, numbers[index] ?? Number.NaN);
    return placeTest(places, values, test, today);
  }
  const holds = textsTestOf(test, today);
  return (index) => {
    const name = columns.detailText(field, places[index] ?? 0);
    return holds(name === '' ? [] : [name]);
  };
}

type DayColumn = Extract<NumberColumn, `${string}Day`>;

const ownTexts = ['name', 'organization', 'title', 'code', 'email', 'im', 'address'] as const satisfies TextField[];
type OwnText = (typeof ownTexts)[number];
type TextTest = Extract<Test, { text: string }>;

function textTest(field: OwnText, test: Test, { columns, search, today }: FilterContext): Predicate {
  const texts = columns.texts[field];
  if (test.is === 'filled') return (index) => !texts.isEmpty(index);
  if (!('text' in test)) {
    const holds = textsTestOf(test, today);
    return (index) => holds(linesOf(texts.at(index)));
  }
  const holds = linesTestOf(test);
  const foldedOf = columns.derived.foldedOf(field);
  const candidates = candidatesOf(foldText(test.text), search);
  return (index) => isIn(candidates, index) && !texts.isEmpty(index) && holds(foldedOf(index));
}

/** For several folded texts, one a line: whether it holds for one of them. A text that is sought has no line of its own. */
function linesTestOf(test: TextTest): (lines: string) => boolean {
  const holds = textTestOf(test);
  if (test.is === 'contains') return holds;
  return (lines) => (lines.includes('\n') ? lines.split('\n').some(holds) : holds(lines));
}

function linesOf(text: string): string[] {
  return text ? text.split('\n') : [];
}

/** Who has all the words and characters of a text anywhere: addresses are put together in more than one way. */
function candidatesOf(folded: string, search: SearchIndex): Uint32Array | null {
  let all: Uint32Array | null = null;
  for (const [part] of folded.matchAll(/[\u2e80-\uffff]|[^\s,\u2e80-\uffff]+/g)) {
    const own = search.mayContain('keys', part);
    all = all ? both(all, own) : own;
  }
  return all;
}

function both(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((bits, word) => bits & (b[word] ?? 0));
}

function isIn(bits: Uint32Array | null, index: number): boolean {
  return !bits || ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

/** By digits; a text without any is looked for in no number. */
function phoneTest({ test, columns: { numbers, texts }, search }: Asked): Predicate {
  if (test.is === 'filled') return (index) => ((numbers.lacks[index] ?? 0) & lackBits.phone) === 0;
  if (!('text' in test)) return () => false;
  const digits = digitsOf(test.text);
  if (digits === '') return () => false;
  const { phoneDigits } = texts;
  const candidates = search.mayContain('keys', digits);
  const holds = textTestOf({ is: test.is, text: digits });
  if (test.is === 'contains') return (index) => isIn(candidates, index) && holds(phoneDigits.at(index));
  return (index) => isIn(candidates, index) && phoneDigits.at(index).split(' ').some(holds);
}

function wordsTest({ test, columns, search }: Asked): Predicate {
  const { words } = columns;
  if (test.is === 'filled') return (index) => !words.isEmpty(index);
  if (!('text' in test)) return () => false;
  const sought = foldText(test.text);
  const candidates = search.mayContain('words', sought);
  const holds = linesTestOf(test);
  return (index) => isIn(candidates, index) && !words.isEmpty(index) && holds(words.at(index));
}

function dayTesterOf(name: DayColumn): (asked: Asked) => Predicate {
  return ({ test, columns, today }) => {
    const column = columns.numbers[name];
    if (test.is === 'filled') return (index) => (column[index] ?? none) !== none;
    if (test.is !== 'days' && test.is !== 'period') return () => false;
    const { from, to } = daySpanOf(test, today);
    return (index) => {
      const day = column[index] ?? none;
      return day !== none && day >= from && day <= to;
    };
  };
}

function followUpTest({ test, columns, today }: Asked): Predicate {
  const { nextDueMin } = columns.numbers;
  if (test.is === 'filled') return (index) => nextDueMin[index] !== none;
  if (test.is !== 'days' && test.is !== 'period') return () => false;
  const span = daySpanOf(test, today);
  const from = span.from * minutesPerDay;
  const to = (span.to + 1) * minutesPerDay;
  return (index) => {
    // The earliest one comes first; when it lies behind the span, all of them do.
    const next = nextDueMin[index] ?? none;
    if (next === none || next >= to) return false;
    return next >= from || hasDueWithin(columns, index, from, to);
  };
}

function hasDueWithin({ lists: { dues } }: Columns, index: number, from: number, to: number): boolean {
  const minutes = dues.array(0);
  const start = dues.start(index);
  for (let at = start; at < start + dues.count(index); at += 1) {
    const minute = minutes[at] ?? none;
    if (minute >= from && minute < to) return true;
  }
  return false;
}

function valuesOf(column: ArrayLike<number>): (index: number) => number {
  return (index) => column[index] ?? 0;
}

function numberTest(valueOf: (index: number) => number, test: Test): Predicate {
  if (test.is === 'filled') return (index) => valueOf(index) !== 0;
  return test.is === 'between' ? (index) => isBetween(test, valueOf(index)) : () => false;
}

function flagTest(column: Uint8Array, test: Test): Predicate {
  return test.is === 'yes' ? (index) => column[index] === 1 : () => false;
}

/** Whether a customer's next step should have been done before today. */
export function isOverdue({ numbers: { nextDueMin } }: Columns, today: EpochDay): Predicate {
  const from = today * minutesPerDay;
  return (index) => {
    const next = nextDueMin[index] ?? none;
    return next !== none && next < from;
  };
}
