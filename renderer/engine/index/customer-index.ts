import type { EpochDay } from '#shared/calendar/day.ts';
import { defaultCheckDays } from '#shared/domain/settings/check-days.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { MatchHit, MatchKey } from '../api.ts';
import { Classifier } from './classifier.ts';
import { Columns } from './columns/columns.ts';
import { figuresOf } from './columns/figures.ts';
import { GoodsBook } from './goods-book.ts';
import { aliasToFind, keyToFind } from './search/match-keys.ts';
import { Orders } from './orders/orders.ts';
import { OwnFields } from './columns/own-fields.ts';
import type { QueryContext } from './filter/query.ts';
import { Relations } from './relations/relations.ts';
import { SearchIndex } from './search/search-index.ts';

/** Everything in memory that answers for the customers: columns, search, orders and classes, kept in step. */
export class CustomerIndex {
  readonly columns = new Columns();
  readonly search = new SearchIndex(this.columns);
  readonly orders = new Orders(this.columns);
  readonly relations = new Relations(this.columns);
  readonly goodsBook = new GoodsBook(this.columns);
  readonly classifier: Classifier;
  readonly ownFields = new OwnFields(this.columns, (index, change) => {
    const before = this.search.textsOf(index);
    change();
    this.search.put(index, before);
  });
  /** How often the details of whom are to be checked. */
  checkDays = defaultCheckDays;
  /** The day as of which dossiers are read. */
  today: EpochDay;
  readonly #localDayOf: (instant: string) => EpochDay;
  /** Highest number given to a customer code, by year; `null` until the first is wanted. */
  #codes: Map<string, number> | null = null;

  constructor(today: EpochDay, localDayOf: (instant: string) => EpochDay) {
    this.today = today;
    this.classifier = new Classifier(this.columns, today);
    this.#localDayOf = localDayOf;
  }

  get queryContext(): QueryContext {
    return {
      columns: this.columns,
      search: this.search,
      orders: this.orders,
      relations: this.relations,
      checkDays: this.checkDays,
      today: this.today,
    };
  }

  /** Takes a dossier over; classes are drawn by whoever knows whether the cut points stand. */
  put(dossier: Dossier): number {
    const known = this.columns.indexOf(dossier.customerId);
    const isNew = known < 0;
    const before = isNew ? null : this.search.textsOf(known);
    if (!isNew) this.classifier.leave(known);
    const index = this.columns.put(figuresOf(dossier, this.today, this.#localDayOf));
    this.ownFields.note(index);
    this.search.put(index, before);
    if (this.#codes) noteCode(this.#codes, dossier.customer.code);
    this.orders.touch(index);
    return index;
  }

  remove(customerId: string): void {
    const known = this.columns.indexOf(customerId);
    if (known < 0) return;
    this.classifier.leave(known);
    const index = this.columns.remove(customerId);
    this.search.remove(index);
    this.classifier.forget(index);
    this.orders.touch(index);
  }

  /** `C-2026-00001`: one more than the highest number of the year. */
  nextCode(year: string): string {
    const codes = (this.#codes ??= this.#codesInUse());
    const number = (codes.get(year) ?? 0) + 1;
    codes.set(year, number);
    return `C-${year}-${String(number).padStart(5, '0')}`;
  }

  #codesInUse(): Map<string, number> {
    const codes = new Map<string, number>();
    const { code } = this.columns.texts;
    for (let index = 0; index < code.length; index += 1) noteCode(codes, code.at(index));
    return codes;
  }

  matches(keys: readonly MatchKey[]): MatchHit[][] {
    const { columns } = this;
    return keys.map((key) =>
      this.#find(key).map((index) => ({
        id: columns.idOf(index),
        name: columns.texts.name.at(index),
        phone: columns.texts.phone.at(index),
      })),
    );
  }

  #find(key: MatchKey): number[] {
    const found = this.#presentWith(keyToFind(key));
    return found.length > 0 ? found : this.#presentWith(aliasToFind(key));
  }

  #presentWith(key: string): number[] {
    return key === '' ? [] : this.columns.findKey('matchKeys', key).filter((index) => this.isPresent(index));
  }

  existing(keys: readonly string[]): boolean[] {
    return keys.map((key) => this.columns.findKey('identities', key).some((index) => this.isPresent(index)));
  }

  /** Neither gone nor in the bin. */
  isPresent(index: number): boolean {
    return this.columns.isAlive(index) && this.columns.numbers.deleted[index] === 0;
  }

  isTagInUse(tagId: string, besides: ReadonlySet<string>): boolean {
    const { columns } = this;
    const sets = columns.tagSets.values.map((set) => set.split('\n').includes(tagId));
    for (let index = 0; index < columns.count; index += 1) {
      const has = columns.isAlive(index) && sets[columns.numbers.tagSet[index] ?? 0];
      if (has && !besides.has(columns.idOf(index))) return true;
    }
    return false;
  }
}

function noteCode(codes: Map<string, number>, code: string): void {
  const [, year = '', number = ''] = /^C-(\d{4})-(\d{5,9})$/.exec(code) ?? [];
  if (year !== '' && Number(number) > (codes.get(year) ?? 0)) codes.set(year, Number(number));
}
