import type { CountryCode } from 'libphonenumber-js/max';
import type { CustomField } from '../domain/custom-field/custom-field.ts';
import type { LocalDate, LocalTime } from '../domain/record.ts';
import type { RelationKind } from '../domain/relation-kind/relation-kind.ts';
import type { Word } from '../domain/word/word.ts';
import type { Language } from '../i18n/catalogue.ts';
import { cleanText } from '../match/text.ts';
import type { Currency } from '../money/currency.ts';
import { currencyNamedIn } from '../money/read-money.ts';
import { detectDateOrder, readDate, type DateOptions, type DateOrder } from '../formats/values/dates.ts';
import { isErrorText, isShortened } from '../formats/values/lost-values.ts';
import { readColumnName, type ColumnName } from './column-name.ts';
import { countryOfCurrency, guessCountry, isDayFirstFor, isDayFirstIn, readCountry } from '../match/country.ts';
import type { Field, Target } from './fields.ts';
import type { Problem, ProblemCode } from './problems.ts';

export interface ReadOptions {
  /** The day of the import. */
  today: LocalDate;
  /** Language of the few texts that the import itself writes, such as the title of a follow-up. */
  language: Language;
  /** In what the archive counts. */
  currency: Currency;
  /** What the user calls the words of lists; they are understood like Kebu's own. */
  words?: readonly Word[] | undefined;
  /** Fields of the archive's own, by whose names answers are understood. */
  customFields?: readonly Pick<CustomField, 'id' | 'label'>[] | undefined;
  /** Kinds of relation of the user's own, deleted ones too. */
  kinds?: readonly RelationKind[] | undefined;
}

/** The columns of a table and what was found out about them once for all rows. */
export interface Columns {
  header: readonly string[];
  targets: readonly Target[];
  byField: ReadonlyMap<Target, readonly number[]>;
  /** Order of short dates, per column that has any. */
  dateOrders: ReadonlyMap<number, DateOrder>;
  /** Country of phone numbers that do not say theirs. */
  country: CountryCode;
  /** Whether days come before months where neither a column nor a row says otherwise. */
  isDayFirst: boolean;
  /** The currency that a header names, where it is not the archive's. */
  foreign: ReadonlyMap<number, Currency>;
  /** What the header of each column says, folded once. */
  named: readonly ColumnName[];
}

/** Rows looked at to tell the country. */
export const countrySample = 500;

/** No number, address or list of tags is longer, and to take such a text apart would take ages. */
const longestTakenApart = 2_000;
const takenWhole: ReadonlySet<Target> = new Set<Target>(['note', 'text', 'customValue']);

const dateFields: readonly Field[] = [
  'date',
  'at',
  'birthday',
  'anniversary',
  'acquiredOn',
  'verifiedOn',
  'lastContact',
  'nextFollowUp',
  'lastPurchase',
  'from',
  'until',
  'leftOn',
];

/** Prepares columns for reading. Looks at every value of the date columns, to see in which order they are written. */
export function describeColumns(
  header: readonly string[],
  targets: readonly Target[],
  rows: readonly (readonly string[])[],
  { today, currency }: Pick<ReadOptions, 'today' | 'currency'>,
): Columns {
  const byField = new Map<Target, number[]>();
  targets.forEach((target, column) => {
    const columns = byField.get(target);
    if (columns) columns.push(column);
    else byField.set(target, [column]);
  });
  const valuesOf = (...fields: Field[]) =>
    fields
      .flatMap((field) => byField.get(field) ?? [])
      .flatMap((column) => rows.slice(0, countrySample).map((cells) => startOf(cells, column)));
  const home = countryOfCurrency(currency);
  const country = guessCountry(valuesOf('country'), valuesOf('phone', 'contactPhone', 'customerPhone'), home);
  const isDayFirst = country === home ? isDayFirstFor(currency) : isDayFirstIn(country);
  const dateOrders = new Map<number, DateOrder>();
  for (const field of dateFields) {
    for (const column of byField.get(field) ?? []) {
      const order = detectDateOrder(
        rows.map((cells) => startOf(cells, column)),
        today,
        isDayFirst,
      );
      if (order) dateOrders.set(column, order);
    }
  }
  const foreign = new Map(
    header.flatMap((heading, column): [number, Currency][] => {
      const named = currencyNamedIn(heading);
      return named === undefined || named === currency ? [] : [[column, named]];
    }),
  );
  return {
    header,
    targets,
    byField,
    dateOrders,
    country,
    isDayFirst,
    foreign,
    named: withOneAddress(header.map(readColumnName), header, targets),
  };
}

const addressPlaces: ReadonlySet<Target> = new Set<Target>(['city', 'province', 'postcode', 'country']);

/** `Address 1`, `Address 2` beside one town and one postcode are lines of one address. */
function withOneAddress(
  named: readonly ColumnName[],
  header: readonly string[],
  targets: readonly Target[],
): readonly ColumnName[] {
  const groups = new Set(
    named.filter((_, column) => addressPlaces.has(targets[column] ?? 'ignore')).map((each) => each.addressGroup),
  );
  if (groups.size !== 1 || !groups.has('')) return named;
  return named.map((each, column) =>
    targets[column] === 'address' && /^address\s*\d$/i.test(header[column]?.trim() ?? '')
      ? { ...each, addressGroup: '' }
      : each,
  );
}

function startOf(cells: readonly string[], column: number): string {
  return (cells[column] ?? '').slice(0, longestTakenApart);
}

/** Tells the columns that are meant from others of the same field. */
export type IsMeant = (column: number) => boolean;
const anyColumn: IsMeant = () => true;

export interface Cell {
  column: number;
  text: string;
}

/** One row while it is read: its cells by field, the problems found, and the texts that no field could take. */
export class RowReader {
  readonly problems: Problem[] = [];
  readonly columns: Columns;
  readonly options: ReadOptions;
  readonly #cells: readonly string[];
  readonly #leftovers: string[] = [];
  /** Texts that were kept whole because they are too long. */
  readonly #tooLong: string[] = [];

  constructor(cells: readonly string[], columns: Columns, options: ReadOptions) {
    this.#cells = cells;
    this.columns = columns;
    this.options = options;
  }

  /** The text of a cell; a spreadsheet's error is noted and empty. */
  textAt(column: number): string {
    const text = cleanText(this.#cells[column] ?? '');
    if (!isErrorText(text)) return text;
    this.warn('cell/error', column, { value: text });
    return '';
  }

  /** Every cell of a field that is not empty. */
  all(target: Target, isMeant = anyColumn): Cell[] {
    const columns = this.columns.byField.get(target)?.filter(isMeant);
    if (!columns) return [];
    const cells: Cell[] = [];
    for (const column of columns) {
      const text = this.textAt(column);
      if (text === '') continue;
      const isWhole = takenWhole.has(target) || target.startsWith('custom:');
      cells.push({ column, text: isWhole ? text : this.fit({ column, text }, longestTakenApart) });
    }
    return cells;
  }

  first(target: Target, isMeant = anyColumn): Cell | undefined {
    return this.all(target, isMeant)[0];
  }

  text(target: Target): string {
    return this.first(target)?.text ?? '';
  }

  /** The text of a field as far as the record holds it; a longer one is kept whole among the leftovers. */
  fitted(target: Target, max: number, isMeant = anyColumn): string | undefined {
    const cell = this.first(target, isMeant);
    return cell && this.fit(cell, max);
  }

  /**
   * A number that names something. One that a spreadsheet turned into `1.23457E+18` has lost its last digits and would
   * name other things too: it is kept as text only.
   */
  identifier(target: Target, max: number): string | undefined {
    const cell = this.first(target);
    if (!cell) return undefined;
    if (!isShortened(cell.text)) return this.fit(cell, max);
    this.refuse('cell/digits-lost', cell);
    return undefined;
  }

  fit({ column, text }: Cell, max: number): string {
    if (text.length <= max) return text;
    // A piece of one that was kept is there already.
    if (!this.#tooLong.some((kept) => kept.includes(text))) {
      this.#tooLong.push(text);
      this.warn('text/too-long', column, { max });
      this.keep({ column, text });
    }
    return text.slice(0, max);
  }

  /** A choice among words; another word is kept as text and noted. */
  choice<T>(target: Target, read: (text: string) => T | undefined, isMeant = anyColumn): T | undefined {
    const cell = this.first(target, isMeant);
    if (!cell) return undefined;
    const found = read(cell.text);
    if (found === undefined) this.refuse('choice/unknown', cell);
    return found;
  }

  date(target: Target): LocalTime | undefined {
    const cell = this.first(target);
    if (!cell) return undefined;
    const found = readDate(cell.text, this.dateOptions(cell.column));
    if (found === undefined) this.refuse('date/unreadable', cell);
    return found;
  }

  day(target: Target): LocalDate | undefined {
    return this.date(target)?.slice(0, 10);
  }

  /** The country of this row's phone numbers: that of its address, else that of the list. */
  country(): CountryCode {
    return readCountry(this.text('country')) ?? this.columns.country;
  }

  /** A column that follows no one order is read as people write days where the customer lives. */
  dateOptions(column: number): DateOptions {
    const { today } = this.options;
    const order = this.columns.dateOrders.get(column);
    if (order) return { today, order };
    const own = readCountry(this.text('country'));
    return { today, isDayFirst: own ? isDayFirstIn(own) : this.columns.isDayFirst };
  }

  /** Notes that a value could not be taken, and keeps it as text. */
  refuse(code: ProblemCode, cell: Cell): void {
    this.warn(code, cell.column, { value: cell.text });
    this.keep(cell);
  }

  /** Keeps a text under the name of its column, so that nothing written is lost. */
  keep({ column, text }: Cell): void {
    const header = this.columns.header[column] ?? '';
    this.#leftovers.push(/\p{Script=Han}/u.test(header) ? `${header}：${text}` : `${header}: ${text}`);
  }

  /** What was kept, one line each. */
  leftovers(): string[] {
    return [...this.#leftovers];
  }

  warn(code: ProblemCode, column?: number, values?: Problem['values']): void {
    this.problems.push({ code, severity: 'warning', column, values: this.#named(column, values) });
  }

  fail(code: ProblemCode, column?: number, values?: Problem['values']): void {
    this.problems.push({ code, severity: 'error', column, values: this.#named(column, values) });
  }

  #named(column: number | undefined, values: Problem['values']): Problem['values'] {
    return column === undefined ? values : { ...values, column: this.columns.header[column] ?? '' };
  }
}

const longestTotal = 40;

/** `制表人：王芳`, `Printed on 5 May`: what a program writes below a table about the printing of it. */
const remark =
  /^(?:(?:制表|打印|导出|审核|复核|经办|填表|操作员|说明|备注|注)[^:：]{0,8}[:：]|(?:printed|exported|generated|prepared)\s(?:by|on|at|from)\b)/i;

/** Rows that are no records: totals and remarks at the end, and headers printed again on every page. */
export function skippedAs(cells: readonly string[], header: readonly string[]): ProblemCode | undefined {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  if (
    first.length < longestTotal &&
    /^(?:合\s*计|总\s*计|小\s*计|本页合计|汇\s*总|(?:grand |sub)?totals?|sum)\s*[::]?$/i.test(first)
  )
    return 'row/total';
  if (isOnlyRemark(cells, first)) return 'row/remark';
  let filled = 0;
  for (const [column, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === '') continue;
    if (text !== header[column]?.trim()) return undefined;
    filled++;
  }
  return filled > 1 ? 'row/header-again' : undefined;
}

function isOnlyRemark(cells: readonly string[], first: string): boolean {
  return remark.test(first) && cells.filter((cell) => cell.trim() !== '').length === 1;
}
