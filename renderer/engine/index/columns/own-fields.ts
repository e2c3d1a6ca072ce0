import { answerName } from '#shared/changes/record-content.ts';
import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { occurrences, turnsOn } from '#shared/calendar/yearly.ts';
import { isDateValue } from '#shared/custom-fields/date-value.ts';
import { isFieldOf, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { completenessPercent, isRequirable, wantedCount } from '#shared/domain/customer/completeness.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import { customKey } from '#shared/filter/fields.ts';
import { columnTextOf, evaluatorOf } from '#shared/formula/evaluate.ts';
import { FormulaBook, isFormulaField, type FormulaField } from '#shared/formula/fields.ts';
import { ofDecimal, rational } from '#shared/formula/rational.ts';
import type { Value, ValueKind } from '#shared/formula/values.ts';
import { fillableFields } from '#shared/gaps/gap-fields.ts';
import { foldText } from '#shared/match/text.ts';
import { unitOf } from '#shared/money/currency.ts';
import { writeMoney } from '#shared/money/say-money.ts';
import type { Computed, FormulaTrial } from '../../api.ts';
import { minutesPerDay, none } from './column-layout.ts';
import type { Columns } from './columns.ts';
import { joinedCodes } from '../search/joined-codes.ts';
import { unpackYearlyDate } from './occasions.ts';
import { compareShapes, searchedAs, shapeOf, type SearchedAs } from './own-shape.ts';

/** Customers that are looked at for examples. */
const mostTried = 2_000;
const mostExamples = 3;

interface Trial {
  fields: readonly CustomField[];
  /** `null` while the field is new. */
  fieldId: string | null;
  formula: string;
  today: EpochDay;
}

/**
 * The archive's own fields beside the columns: which of them hold other customers, by which a customer is found, which are
 * missed, and what the formulas among them come to, which is kept in the details like anything that was entered.
 */
export class OwnFields {
  readonly #columns: Columns;
  #book = new FormulaBook([], evaluatorOf);
  #fields = new Map<string, CustomField>();
  #kept: readonly string[] = [];
  #searched: { key: string; as: SearchedAs }[] = [];
  #required: readonly CustomField[] = [];
  readonly #changeText: (index: number, change: () => void) => void;

  /** `changeText` makes a change of what a customer is found by, and sees to it that the customer is found by it. */
  constructor(columns: Columns, changeText: (index: number, change: () => void) => void) {
    this.#columns = columns;
    this.#changeText = changeText;
  }

  get hasFormulas(): boolean {
    return this.#kept.length > 0;
  }

  /** Takes the fields as they are now. What formulas no longer there came to is forgotten; the others have to be computed anew. */
  define(fields: readonly CustomField[]): void {
    const used = fields.filter((field) => field.archived !== true);
    this.#fields = new Map(fields.map((field) => [customKey(field.id), field]));
    this.#book = new FormulaBook(used, evaluatorOf);
    this.#columns.references = new Set(
      fields.filter((field) => field.type === 'reference').map((field) => customKey(field.id)),
    );
    this.#columns.optionOrders = new Map(
      fields.filter((field) => field.type === 'choice').map((field) => [customKey(field.id), field.options]),
    );
    this.#columns.askedFields = fillableFields(fields);
    const formulas = fields.filter((field) => field.type === 'formula').map((field) => customKey(field.id));
    for (const field of new Set([...this.#kept, ...formulas])) this.#columns.details.clear(field);
    this.#kept = this.#book.computable.map(({ field }) => customKey(field.id));
    this.#searched = fields.flatMap((field) => {
      const as = searchedAs(field);
      return as === null ? [] : [{ key: customKey(field.id), as }];
    });
    this.#required = used.filter(isRequirable);
    this.#columns.revision += 1;
    this.#reshape(shapeOf(fields));
  }

  /** What one customer is found by, and how complete the customer is; after its columns were written. */
  note(index: number): void {
    this.#columns.texts.own.set(index, this.#searchedTextOf(index));
    this.#noteCompleteness(index);
  }

  #reshape(shape: readonly string[]): void {
    const columns = this.#columns;
    const { searched, isRequiredOtherwise } = compareShapes(columns.ownShape, shape);
    columns.ownShape = shape;
    const places = [...searched].flatMap((id) => columns.details.column(customKey(id)) ?? []);
    if (places.length === 0 && !isRequiredOtherwise) return;
    for (let index = 0; index < columns.count; index += 1) {
      if (!columns.isAlive(index)) continue;
      if (isRequiredOtherwise) this.#noteCompleteness(index);
      if (!places.some((column) => (column[index] ?? 0) !== 0)) continue;
      this.#changeText(index, () => {
        columns.texts.own.set(index, this.#searchedTextOf(index));
      });
    }
  }

  #searchedTextOf(index: number): string {
    const { details } = this.#columns;
    const lines: string[] = [];
    for (const { key, as } of this.#searched) {
      const text = details.textOf(key, index);
      // Yes and no are no words to look for.
      if (text === '' || text === 'true' || text === 'false') continue;
      if (as === 'money' && /^-?\d+$/.test(text)) lines.push(writeMoney(Number(text), this.#columns.currency));
      else {
        const folded = foldText(text);
        lines.push(folded, ...joinedCodes(folded));
      }
    }
    return lines.join('\n');
  }

  #noteCompleteness(index: number): void {
    const { numbers, details } = this.#columns;
    const kind = customerKinds[numbers.kind[index] ?? 0] ?? 'person';
    let wanted = wantedCount(kind);
    let missing = numbers.missing[index] ?? 0;
    const tagIds = this.#required.length === 0 ? [] : this.#columns.tagIdsOf(index);
    for (const field of this.#required) {
      if (!isFieldOf(field, { kind, tagIds })) continue;
      wanted += 1;
      const key = customKey(field.id);
      if (details.textOf(key, index) === '' && details.textOf(answerName(key), index) === '') missing += 1;
    }
    numbers.completeness[index] = completenessPercent(wanted, missing);
  }

  /** Computes the formulas of one customer. */
  compute(index: number, today: EpochDay): void {
    const { details } = this.#columns;
    for (const [key, text] of this.#results(index, today)) details.set(key, index, text);
  }

  /** Computes the formulas of everybody. */
  computeAll(today: EpochDay): void {
    if (!this.hasFormulas) return;
    this.#columns.revision += 1;
    for (let index = 0; index < this.#columns.count; index += 1) {
      if (this.#columns.isAlive(index)) this.compute(index, today);
    }
  }

  /** What the formulas of one customer come to, by field; failures too. */
  computedOf(index: number, today: EpochDay): Map<string, Computed> {
    const world = { read: this.#reader(index, today), today };
    return new Map(
      this.#book.computable.map(({ field, kind, evaluate }) => [field.id, this.#computed(kind, evaluate(world))]),
    );
  }

  /** A formula that is being written, with what it comes to for the first customers for whom it comes to something. */
  tryOut({ fields, fieldId, formula, today }: Trial): FormulaTrial {
    const tried = { id: fieldId ?? 'new', type: 'formula', formula } as const;
    const others = fields.filter((field) => field.id !== fieldId && field.archived !== true);
    const own = fields.find((field) => field.id === fieldId);
    const book = new FormulaBook(own ? [...others, { ...own, ...tried }] : others, evaluatorOf);
    const compiled = book.of(tried);
    if ('problem' in compiled) return compiled;
    const examples: Extract<FormulaTrial, { kind: unknown }>['examples'] = [];
    const last = Math.min(this.#columns.count, mostTried);
    for (let index = 0; index < last && examples.length < mostExamples; index += 1) {
      if (!this.#columns.isAlive(index) || this.#columns.numbers.deleted[index] === 1) continue;
      const value = compiled.evaluate({ read: this.#reader(index, today), today });
      if (value === null) continue;
      examples.push({ name: this.#columns.texts.name.at(index), value: this.#computed(compiled.kind, value) });
    }
    return { kind: compiled.kind, examples };
  }

  *#results(index: number, today: EpochDay): Generator<[key: string, text: string]> {
    if (!this.hasFormulas) return;
    const world = { read: this.#reader(index, today), today };
    for (const { field, kind, evaluate } of this.#book.computable) {
      yield [customKey(field.id), columnTextOf(evaluate(world), kind, this.#columns.currency)];
    }
  }

  #computed(kind: ValueKind, value: Value): Computed {
    const text = columnTextOf(value, kind, this.#columns.currency);
    return value?.kind === 'failure' ? { kind, text, problem: value.why } : { kind, text };
  }

  #reader(index: number, today: EpochDay): (name: string) => Value {
    const read = (name: string): Value => {
      if (isFormulaField(name)) return fixedReaders[name](this.#columns, index, today);
      const field = this.#fields.get(name);
      if (!field) return null;
      if (field.type !== 'formula') return this.#entered(field, index);
      const compiled = this.#book.of(field);
      return 'evaluate' in compiled ? compiled.evaluate({ read, today }) : null;
    };
    return read;
  }

  #entered(field: CustomField, index: number): Value {
    const text = this.#columns.details.textOf(customKey(field.id), index);
    if (text === '') return null;
    switch (field.type) {
      case 'number':
        return numberOf(text);
      case 'money':
        return /^-?\d+$/.test(text) ? amountOf(Number(text), this.#columns) : null;
      case 'date':
        return isDateValue(text) ? { kind: 'date', day: toEpochDay(text) } : null;
      case 'boolean':
        return text === 'true' || text === 'false' ? { kind: 'boolean', is: text === 'true' } : null;
      case 'reference':
        return { kind: 'text', text: this.#columns.nameOf(text) };
      case 'text':
      case 'choice':
      case 'choices':
      case 'formula':
      case 'attachment':
        return { kind: 'text', text: text.replaceAll('\n', '、') };
    }
  }
}

function numberOf(text: string): Value {
  const value = ofDecimal(text);
  return value && { kind: 'number', value };
}

function amountOf(stored: number, { currency }: Columns): Value {
  return { kind: 'money', value: rational(BigInt(Math.round(stored)), BigInt(unitOf(currency))) };
}

function countOf(count: number): Value {
  return { kind: 'number', value: rational(BigInt(count)) };
}

function wordOf(text: string): Value {
  return text === '' ? null : { kind: 'text', text };
}

function dayOf(day: number | undefined): Value {
  return day === undefined || day === none ? null : { kind: 'date', day };
}

function detailDay(field: string): (columns: Columns, index: number) => Value {
  return ({ details }, index) => {
    const text = details.textOf(field, index);
    return isDateValue(text) ? { kind: 'date', day: toEpochDay(text) } : null;
  };
}

const fixedReaders: Readonly<Record<FormulaField, (columns: Columns, index: number, today: EpochDay) => Value>> = {
  name: ({ texts }, index) => wordOf(texts.name.at(index)),
  organization: ({ texts }, index) => wordOf(texts.organization.at(index)),
  title: ({ texts }, index) => wordOf(texts.title.at(index)),
  code: ({ texts }, index) => wordOf(texts.code.at(index)),
  industry: ({ details }, index) => wordOf(details.textOf('industry', index)),
  lastContact: ({ numbers }, index) => dayOf(numbers.lastContactDay[index]),
  lastPurchase: ({ numbers }, index) => dayOf(numbers.lastPurchaseDay[index]),
  knownSince: ({ numbers }, index) => dayOf(numbers.knownSinceDay[index]),
  nextFollowUp: ({ numbers }, index) => {
    const minute = numbers.nextDueMin[index] ?? none;
    return dayOf(minute === none ? none : Math.floor(minute / minutesPerDay));
  },
  acquiredOn: detailDay('acquiredOn'),
  verifiedOn: detailDay('verifiedOn'),
  revenue: (columns, index) => amountOf(columns.numbers.revenueFen[index] ?? 0, columns),
  creditLimitFen: (columns, index) => {
    const text = columns.details.textOf('creditLimitFen', index);
    return text === '' ? null : amountOf(Number(text), columns);
  },
  paymentTermsDays: ({ details }, index) => numberOf(details.textOf('paymentTermsDays', index)),
  purchases: ({ numbers }, index) => countOf(numbers.purchases[index] ?? 0),
  contacts: ({ lists }, index) => countOf(lists.contacts.count(index)),
  completeness: ({ numbers }, index) => countOf(numbers.completeness[index] ?? 0),
  age: (columns, index, today) => ageOf(columns, index, today),
};

/** A lunar year with a leap month has 385 days at most. */
const longestYearDays = 385;

/** Birthdays that were celebrated since the one on which the customer was born, in whichever calendar. */
function ageOf({ lists: { occasions } }: Columns, index: number, today: EpochDay): Value {
  const [dates, labels] = [occasions.array(0), occasions.array(1)];
  const start = occasions.start(index);
  for (let at = start; at < start + occasions.count(index); at += 1) {
    if (labels[at] !== 0) continue;
    const birthday = unpackYearlyDate(dates[at] ?? 0);
    const latest = occurrences(birthday, today - longestYearDays, today).at(-1);
    const turns = latest === undefined ? undefined : turnsOn(birthday, latest);
    return turns === undefined ? null : countOf(turns);
  }
  return null;
}
