import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { answeredBy } from '#shared/changes/record-content.ts';
import type { CustomerFacts } from '#shared/classify/facts.ts';
import { dimensions, type ClassKey, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customerKinds, sources, type CustomerId } from '#shared/domain/customer/customer.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import { formatAddress } from '#shared/match/format-address.ts';
import { defaultCurrency, type Currency } from '#shared/money/currency.ts';
import { DerivedTexts } from './derived-texts.ts';
import { Details } from './details.ts';
import { detailsOf } from './details-of.ts';
import type { Figures } from './figures.ts';
import { bitsOfGaps } from './gap-bits.ts';
import { listArrays, type NamedArrays, type Unpacker } from '../../image/packing.ts';
import { Interner } from './interner.ts';
import { KeyTables } from './key-tables.ts';
import { putLists } from './put-lists.ts';
import { Ragged } from './ragged.ts';
import { TextColumn } from './text-column.ts';
import { endKey, listsOfRelations } from './relation-lists.ts';
import {
  bitsOfLacks,
  classColumn,
  interners,
  isKeyColumn,
  knownDay,
  type KeyColumn,
  keyColumns,
  type ListColumn,
  listNames,
  listTypes,
  minuteOf,
  none,
  newNumbers,
  type NumberColumn,
  type NumberColumns,
  numberTypes,
  shownTexts,
  soughtTexts,
  textColumns,
  type TextColumnName,
} from './column-layout.ts';

/**
 * The customers as arrays: what every list, search and statistic is answered from. A customer keeps the index under which it
 * was first put in, also while it is gone, so that kept results stay valid.
 */
export class Columns {
  numbers: NumberColumns;
  readonly texts: Record<TextColumnName, TextColumn>;
  /** Folded notes and words of contacts. */
  readonly words = new TextColumn();
  readonly lists: Record<ListColumn, Ragged>;
  /** 1 while there is a customer record. */
  alive = new Uint8Array(0);
  readonly details = new Details();
  /** Fields whose details are ids of customers. */
  references: ReadonlySet<string> = new Set();
  /** What own choice fields offer, in the user's order. */
  optionOrders: ReadonlyMap<string, readonly string[]> = new Map();
  /** Fields of the archive's own that can be asked for. */
  askedFields: readonly CustomField[] = [];
  /** What of the archive's own fields went into `own` and `completeness`; see own-shape.ts. */
  ownShape: readonly string[] = [];
  /** What amounts are in. */
  currency: Currency = defaultCurrency;
  /** Where customers come from, in the user's order. */
  sourceOrder: readonly string[] = sources;
  /** Campaigns as the user ordered them. */
  campaignOrder: readonly string[] = [];
  readonly derived: DerivedTexts;
  classes = new Interner();
  labels = new Interner();
  /** Sets of tags as they occur, ids joined by line feeds. */
  tagSets = new Interner();
  /** Who stands at an end of a relation, as `endKey` writes it. */
  ends = new Interner();
  roles = new Interner();
  /** What is bought, by its name on the orders. */
  goods = new Interner();
  /** Grows whenever a number changes, so that nobody need compare columns to find out that they are the same. */
  revision = 0;
  /** Grows whenever who stands to whom may have become another. */
  relationRevision = 0;
  #count = 0;
  /** Where each customer is; `null` until that is asked for after a restore. */
  #indexes: Map<string, number> | null = new Map();
  readonly #keys: KeyTables;
  /** Who was written since `restore`; `null` once everything is there. */
  #early: Set<number> | null = null;

  constructor() {
    this.numbers = newNumbers(0);
    this.texts = Object.fromEntries(textColumns.map((name) => [name, new TextColumn()])) as never;
    this.derived = new DerivedTexts(this.texts);
    this.lists = Object.fromEntries(
      Object.entries(listTypes).map(([name, types]) => [name, new Ragged(types)]),
    ) as never;
    this.#keys = new KeyTables(this.lists);
  }

  /** Indexes in use, gone customers included. */
  get count(): number {
    return this.#count;
  }

  indexOf(id: string): number {
    return this.#places().get(id) ?? -1;
  }

  idOf(index: number): CustomerId {
    return this.texts.id.at(index) as CustomerId;
  }

  isAlive(index: number): boolean {
    return this.alive[index] === 1;
  }

  put(figures: Figures): number {
    const { customer } = figures;
    const index = this.#places().get(customer.id) ?? this.#add(customer.id);
    this.#putRelations(index, figures);
    this.revision += 1;
    this.alive[index] = 1;
    this.#early?.add(index);
    this.#putNumbers(index, figures);
    this.#putTexts(index, figures);
    putLists(this, index, figures);
    this.#keys.set(index, figures);
    return index;
  }

  #putNumbers(index: number, figures: Figures): void {
    const { customer, text, facts } = figures;
    const set = (column: NumberColumn, value: number | null) => {
      this.numbers[column][index] = value ?? none;
    };
    set('deleted', customer.deletedAt ? 1 : 0);
    set('mergedInto', customer.mergedInto === undefined ? 0 : this.ends.numberOf(endKey(customer.mergedInto)));
    set('kind', customerKinds.indexOf(customer.kind));
    set('source', this.classes.numberOf(facts.source));
    set('regionFact', this.classes.numberOf(facts.region));
    set('lacks', bitsOfLacks(figures.lacks));
    set('reachStates', figures.reachStates);
    set('missing', figures.missing);
    set('gaps', bitsOfGaps(figures.gaps));
    set('createdMs', Date.parse(customer.createdAt));
    set('deletedMs', customer.deletedAt === undefined ? null : Date.parse(customer.deletedAt));
    set('tagSet', this.tagSets.numberOf(customer.tagIds.join('\n')));
    set('lastContactDay', facts.lastContactDay);
    set('lastInboundDay', facts.lastInboundDay);
    set('lastPurchaseDay', facts.purchaseDays[facts.purchaseDays.length - 1] ?? null);
    set('knownSinceDay', facts.knownSinceDay);
    set('verifiedDay', customer.verifiedOn === undefined ? null : toEpochDay(customer.verifiedOn));
    set('futureDay', facts.futureDay);
    set('lostDay', facts.lostDay);
    set('earlierPurchases', facts.earlierPurchases);
    set('purchases', facts.purchaseDays.length + (facts.earlierPurchases ?? 0));
    set('unanswered', figures.isUnanswered ? 1 : 0);
    set('nextDueMin', figures.open[0] ? minuteOf(figures.open[0].due) : null);
    const [nameEnd, fullEnd, initialsEnd, organizationEnd] = text.ends;
    set('nameEnd', nameEnd);
    set('fullEnd', fullEnd);
    set('initialsEnd', initialsEnd);
    set('organizationEnd', organizationEnd);
  }

  #putTexts(index: number, figures: Figures): void {
    const { customer, text } = figures;
    const { texts } = this;
    texts.name.set(index, customer.name);
    texts.organization.set(index, customer.organization ?? '');
    texts.title.set(index, customer.title ?? '');
    texts.phone.set(index, figures.phone);
    texts.code.set(index, customer.code);
    texts.email.set(index, linesOf(customer.emails.map((email) => email.address)));
    texts.im.set(index, linesOf(customer.ims.map((im) => im.account)));
    texts.address.set(index, linesOf(customer.addresses.map(formatAddress)));
    this.details.put(index, detailsOf(customer, figures.attachments));
    texts.sortName.set(index, `${text.reading}\0${customer.name}`);
    texts.sortOrganization.set(
      index,
      customer.organization ? `${text.organizationReading}\0${customer.organization}` : '',
    );
    texts.keys.set(index, text.keys);
    texts.phoneDigits.set(index, text.phones);
    texts.people.set(index, figures.people);
    texts.own.set(index, '');
    texts.openJson.set(index, figures.open.length > 0 ? JSON.stringify(figures.open) : '');
    this.words.set(index, text.words);
    this.derived.touch(index);
  }

  /** The customer is gone for good. The index stays, for kept results and in case the customer comes back. */
  remove(id: string): number {
    const index = this.indexOf(id);
    if (index < 0) return index;
    this.#early?.add(index);
    this.revision += 1;
    this.relationRevision += 1;
    this.alive[index] = 0;
    this.numbers.referrer[index] = 0;
    this.numbers.mergedInto[index] = 0;
    this.#keys.set(index, { identities: [], matchKeys: [] });
    for (const [name, list] of Object.entries(this.lists))
      list.set(
        index,
        listTypes[name as ListColumn].map(() => []),
      );
    for (const dimension of dimensions) this.numbers[classColumn(dimension)][index] = 0;
    // Nothing of somebody who was erased stays in memory; the id keeps the place.
    for (const column of textColumns) if (column !== 'id') this.texts[column].erase(index);
    this.details.put(index, new Map());
    this.words.erase(index);
    this.derived.clear();
    return index;
  }

  /** Most writes leave the relations as they are: then nobody need connect everybody anew. */
  #putRelations(index: number, { customer, relations }: Figures): void {
    const json = relations.length > 0 ? JSON.stringify(relations) : '';
    const referrer = customer.referrerId === undefined ? 0 : this.ends.numberOf(endKey(customer.referrerId));
    const isSame =
      this.alive[index] === 1 &&
      this.numbers.deleted[index] === (customer.deletedAt ? 1 : 0) &&
      this.numbers.referrer[index] === referrer &&
      this.texts.relationsJson.at(index) === json;
    if (isSame) return;
    this.relationRevision += 1;
    this.numbers.referrer[index] = referrer;
    this.texts.relationsJson.set(index, json);
    this.lists.relations.set(index, listsOfRelations(relations, this.ends, this.roles));
  }

  relationsOf(index: number): Relation[] {
    const json = this.texts.relationsJson.at(index);
    return json ? (JSON.parse(json) as Relation[]) : [];
  }

  /** What a customer is called; empty when it is gone. */
  nameOf(id: string): string {
    return this.texts.name.at(this.indexOf(id));
  }

  /** A place in the values of the details as people read it. */
  detailText(field: string, place: number): string {
    const text = this.details.values[place] ?? '';
    return text !== '' && this.references.has(field) ? this.nameOf(text) : text;
  }

  classOf(index: number, dimension: Dimension): ClassKey {
    return this.classes.valueOf(this.numbers[classColumn(dimension)][index] ?? 0);
  }

  tagIdsOf(index: number): string[] {
    const set = this.tagSets.valueOf(this.numbers.tagSet[index] ?? 0);
    return set === '' ? [] : set.split('\n');
  }

  /** Tells for whom anything was answered instead of a value, until the next `put`. */
  answerCheck(): (index: number) => boolean {
    const { details } = this;
    const answers = details.fields.flatMap((field) =>
      answeredBy(field) === null ? [] : (details.column(field) ?? []),
    );
    return (index) => answers.some((places) => (places[index] ?? 0) !== 0);
  }

  openFollowUps(index: number): FollowUp[] {
    const json = this.texts.openJson.at(index);
    return json ? (JSON.parse(json) as FollowUp[]) : [];
  }

  /** What the rules look at. The lists are views: use them before the next `put`. */
  factsOf(index: number): CustomerFacts {
    const { numbers, lists } = this;
    const dayOf = (column: NumberColumn): EpochDay | null => knownDay(numbers[column][index]);
    return {
      purchaseDays: lists.purchases.list(index, 0),
      purchaseFen: lists.purchases.list(index, 1),
      correctionDays: lists.corrections.list(index, 0),
      correctionFen: lists.corrections.list(index, 1),
      earlierPurchases: knownDay(numbers.earlierPurchases[index]),
      lastInboundDay: dayOf('lastInboundDay'),
      lastContactDay: dayOf('lastContactDay'),
      knownSinceDay: numbers.knownSinceDay[index] ?? 0,
      kind: customerKinds[numbers.kind[index] ?? 0] ?? 'person',
      source: this.classes.valueOf(numbers.source[index] ?? 0),
      region: this.classes.valueOf(numbers.regionFact[index] ?? 0),
      futureDay: dayOf('futureDay'),
      lostDay: dayOf('lostDay'),
    };
  }

  /** Who has one of these keys. */
  findKey(column: KeyColumn, key: string): number[] {
    return this.#keys.find(column, key, this.#count);
  }

  /** Packs these customers, in this order, and of others only words, see forget-unused.ts; all but what `packSought` packs. */
  *pack(indexes: Uint32Array): NamedArrays {
    for (const [name, type] of Object.entries(numberTypes)) {
      const column = this.numbers[name as NumberColumn];
      const packed = new type(indexes.length);
      indexes.forEach((index, at) => {
        packed[at] = column[index] ?? 0;
      });
      yield [name, packed];
    }
    for (const name of shownTexts) yield* this.texts[name].pack(name, indexes);
    for (const name of listNames) if (!isKeyColumn(name)) yield* this.lists[name].pack(name, indexes);
    for (const name of interners) yield* listArrays(name, this[name].values);
    yield* listArrays('ownShape', this.ownShape);
    yield* this.details.pack(indexes);
  }

  /** Packs likewise what only looking for customers needs. */
  *packSought(indexes: Uint32Array): NamedArrays {
    for (const name of soughtTexts) yield* this.texts[name].pack(name, indexes);
    yield* this.words.pack('words', indexes);
    for (const name of keyColumns) yield* this.lists[name].pack(name, indexes);
  }

  /** Takes over what `pack` packed; the columns must be empty. */
  restore(unpacker: Unpacker): void {
    this.#early = new Set();
    for (const name of shownTexts) this.texts[name].restore(unpacker.packedTexts(name));
    const { id } = this.texts;
    this.#count = id.length;
    this.#indexes = null;
    this.numbers = newNumbers(this.#count);
    this.alive = new Uint8Array(this.#count).fill(1);
    for (const name of Object.keys(numberTypes) as NumberColumn[]) this.numbers[name].set(unpacker.numbers(name));
    for (const name of listNames) if (!isKeyColumn(name)) this.lists[name].unpack(unpacker, name);
    for (const name of interners) this[name] = new Interner(unpacker.texts(name));
    this.ownShape = unpacker.texts('ownShape');
    this.details.restore(unpacker);
  }

  /** Takes over what `packSought` packed, after `restore`. What was written meanwhile is newer. */
  restoreSought(unpacker: Unpacker): void {
    const early = [...(this.#early ?? [])];
    this.#early = null;
    const newer = early.map((index) => keyColumns.map((name) => this.lists[name].copy(index)));
    for (const name of keyColumns) this.lists[name].unpack(unpacker, name);
    for (const name of soughtTexts) this.texts[name].restore(unpacker.packedTexts(name));
    this.words.restore(unpacker.packedTexts('words'));
    early.forEach((index, at) => {
      keyColumns.forEach((name, k) => this.lists[name].set(index, newer[at]?.[k] ?? []));
      if (this.isAlive(index)) return;
      for (const texts of [...soughtTexts.map((name) => this.texts[name]), this.words]) texts.erase(index);
    });
  }

  #places(): Map<string, number> {
    if (this.#indexes) return this.#indexes;
    const places = new Map<string, number>();
    const { id } = this.texts;
    for (let index = 0; index < id.length; index += 1) places.set(id.at(index), index);
    this.#indexes = places;
    return places;
  }

  #add(id: string): number {
    const index = this.#count;
    this.#count += 1;
    if (index >= this.alive.length) this.#grow();
    this.#places().set(id, index);
    this.texts.id.set(index, id);
    return index;
  }

  #grow(): void {
    const capacity = Math.max(64, Math.ceil(this.alive.length * 1.5));
    const larger = newNumbers(capacity);
    for (const name of Object.keys(numberTypes) as NumberColumn[]) larger[name].set(this.numbers[name]);
    this.numbers = larger;
    const alive = new Uint8Array(capacity);
    alive.set(this.alive);
    this.alive = alive;
  }
}

/** Several values in one text. */
function linesOf(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('\n', ' ')).join('\n');
}
