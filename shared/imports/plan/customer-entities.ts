import { isEqualValue } from '../../changes/record-content.ts';
import { judgeRecords, type Verdict } from '../../linkage/judge-records.ts';
import { linkRecordOf, type LinkRecord } from '../../linkage/link-record.ts';
import { linkSourceOf } from '../../linkage/link-source.ts';
import { phoneMatchKey } from '../../match/format-phone.ts';
import { nameKey } from '../../match/name-key.ts';
import { compactText } from '../../match/text.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { LocalTime } from '../../domain/record.ts';
import type { CustomerDraft, CustomerRow, RelatedName } from '../read-customer.ts';
import type { OpeningDraft } from '../read-opening.ts';
import type { PersonDraft } from '../read-person.ts';
import type { PlannedFollowUp } from '../read-follow-up.ts';
import { hasError } from '../problems.ts';
import type { ReadRow } from '../read-row.ts';
import { mergeRows } from './merge-customers.ts';
import { fillPerson } from './merge-people.ts';

/** One customer as all rows of the file tell it. */
export interface Entity {
  draft: CustomerDraft;
  isKindTold: boolean;
  contacts: PersonDraft[];
  tagNames: Set<string>;
  custom: Map<string, string>;
  referrer: string;
  campaign: string;
  related: RelatedName[];
  lastContact: LocalTime | undefined;
  followUp: PlannedFollowUp | undefined;
  /** Of several the one that knows the latest purchase: totals of one customer say the same, each up to its day. */
  opening: OpeningDraft | undefined;
  /** The rows that tell of it; the first one made it. */
  rows: number[];
  /** Rows that only said again what rows before them had said. */
  repeats: Set<number>;
  record: LinkRecord;
}

/** What the file says of somebody who is there already. Their kind is no guess, and only a person's name has parts. */
export function draftAbout({ draft, isKindTold }: Entity, { kind }: Pick<Customer, 'kind'>): CustomerDraft {
  if (isKindTold || kind === draft.kind) return draft;
  if (kind === 'person') return { ...draft, kind };
  const { familyName: _family, givenName: _given, ...rest } = draft;
  return { ...rest, kind };
}

/** Phones of the customer and its people as the archive is asked for them. */
export function phoneKeysOf({ draft, contacts }: Pick<Entity, 'draft' | 'contacts'>): string[] {
  const phones = [...draft.phones, ...contacts.flatMap((contact) => contact.phones)];
  return [...new Set(phones.map(phoneMatchKey))].filter((key) => key !== '');
}

/** A near relation that was not taken for the same customer, worth telling. */
export interface Neighbour {
  /** `numbered-apart`: the same but for their numbers, which are two. */
  verdict: Exclude<Verdict, 'same' | 'different'> | 'numbered-apart';
  name: string;
}

/** Whether both have a number and these are two: whoever keeps numbers gives each customer one. */
export function areNumberedApart(a: string | undefined, b: string | undefined): boolean {
  const [left, right] = [compactText(a ?? ''), compactText(b ?? '')];
  return left !== '' && right !== '' && left !== right;
}

/** Candidates looked at under one key; a telephone that half the file shares must not make the import quadratic. */
const mostCandidates = 20;

interface Keys {
  exact: readonly string[];
  near: readonly string[];
}

/** What became of a row: `neighbour` is somebody it resembles without being the same. */
export interface AddedRow {
  entity: Entity;
  isNew: boolean;
  neighbour: Neighbour | undefined;
}

/** Gathers the rows of a file into customers: in-file duplicates come together, households and namesakes stay apart. */
class EntityIndex {
  readonly entities: Entity[] = [];
  readonly #byKey = new Map<string, Entity[]>();
  /** Phone or e-mail together with the name: found at once, however many share the phone. */
  readonly #byExact = new Map<string, Entity>();

  /** The customer of a row: an earlier one of the file, or a new one. */
  add(row: number, read: CustomerRow, keepApart: boolean): AddedRow {
    const record = linkRecordOf(linkSourceOf(read.draft, read.contacts));
    const keys = keysOf(read.draft.name, record, isNameOnly(record) ? contentKey(read) : undefined);
    const { same, neighbour } = keepApart
      ? { same: undefined, neighbour: undefined }
      : this.#find(record, keys, read.draft.code);
    if (same) {
      this.#join(same, row, read);
      return { entity: same, isNew: false, neighbour };
    }
    const entity: Entity = {
      draft: read.draft,
      isKindTold: read.isKindTold,
      contacts: read.contacts,
      tagNames: new Set(read.tagNames),
      custom: new Map(read.custom.map(({ label, value }) => [label, value])),
      referrer: read.referrer,
      campaign: read.campaign,
      related: read.related,
      lastContact: read.lastContact,
      followUp: read.followUp,
      opening: read.opening,
      rows: [row],
      repeats: new Set(),
      record,
    };
    this.entities.push(entity);
    this.#index(entity, keys);
    return { entity, isNew: true, neighbour };
  }

  #find(
    record: LinkRecord,
    keys: Keys,
    code: string | undefined,
  ): { same: Entity | undefined; neighbour: Neighbour | undefined } {
    for (const key of keys.exact) {
      const exact = this.#byExact.get(key);
      const isRepeat = key.startsWith('all:');
      if (!exact || areNumberedApart(code, exact.draft.code)) continue;
      if (isRepeat || judgeRecords(record, exact.record) === 'same') return { same: exact, neighbour: undefined };
    }
    let neighbour: Neighbour | undefined;
    for (const key of keys.near) {
      for (const candidate of this.#byKey.get(key) ?? []) {
        const verdict = judgeRecords(record, candidate.record);
        if (verdict === 'same' && !areNumberedApart(code, candidate.draft.code))
          return { same: candidate, neighbour: undefined };
        if (verdict === 'same') neighbour = { verdict: 'numbered-apart', name: candidate.draft.name };
        else if (verdict !== 'different') neighbour ??= { verdict, name: candidate.draft.name };
      }
    }
    return { same: undefined, neighbour };
  }

  #index(entity: Entity, keys: Keys): void {
    for (const key of keys.exact) if (!this.#byExact.has(key)) this.#byExact.set(key, entity);
    for (const key of keys.near) {
      const known = this.#byKey.get(key);
      if (!known) this.#byKey.set(key, [entity]);
      else if (known.length < mostCandidates && !known.includes(entity)) known.push(entity);
    }
  }

  #join(entity: Entity, row: number, read: CustomerRow): void {
    const draft = mergeRows(entity.draft, read.draft);
    if (read.isKindTold && !entity.isKindTold) draft.kind = read.draft.kind;
    const contacts = mergeContacts(entity.contacts, read.contacts);
    const added = read.tagNames.filter((name) => !entity.tagNames.has(name));
    const isRepeat = added.length === 0 && isEqualValue([draft, contacts], [entity.draft, entity.contacts]);
    entity.rows.push(row);
    if (isRepeat) entity.repeats.add(row);
    entity.draft = draft;
    entity.isKindTold ||= read.isKindTold;
    entity.contacts = contacts;
    for (const name of added) entity.tagNames.add(name);
    for (const { label, value } of read.custom) if (!entity.custom.has(label)) entity.custom.set(label, value);
    entity.referrer ||= read.referrer;
    entity.campaign ||= read.campaign;
    const told = new Set(entity.related.map(({ label, name }) => `${label}:${name}`));
    entity.related = [...entity.related, ...read.related.filter(({ label, name }) => !told.has(`${label}:${name}`))];
    if (read.lastContact && read.lastContact > (entity.lastContact ?? '')) entity.lastContact = read.lastContact;
    entity.followUp ??= read.followUp;
    if (read.opening && read.opening.date > (entity.opening?.date ?? '')) entity.opening = read.opening;
    if (isRepeat) return;
    entity.record = linkRecordOf(linkSourceOf(draft, contacts));
    this.#index(entity, keysOf(draft.name, entity.record, undefined));
  }
}

/** Whether nothing but the name tells who this is. */
export function isNameOnly(record: LinkRecord): boolean {
  return reachKeys(record).length === 0 && record.codes.length === 0 && record.uscc === '';
}

/** Everything by which somebody is reached, each of which people who belong together may share. */
function reachKeys({ mobiles, landlines, emails, ims }: LinkRecord): string[] {
  return [
    ...mobiles.map((phone) => `phone:${phone}`),
    ...landlines.map((phone) => `phone:${phone}`),
    ...emails.map((email) => `email:${email}`),
    ...ims.map((im) => `im:${im}`),
  ];
}

/** Everything a row says: without a number, only a row that says the same is about the same person. */
function contentKey({ draft, contacts, tagNames, custom, referrer, related }: CustomerRow): string {
  return JSON.stringify([draft, contacts, tagNames, custom, referrer, related]);
}

/** `content` is given where there is nothing else to go by. */
function keysOf(name: string, record: LinkRecord, content: string | undefined): Keys {
  const own = nameKey(name);
  const reach = reachKeys(record);
  const near = [...reach, `name:${own}`, ...record.codes.map((code) => `code:${code}`)];
  if (record.uscc !== '') near.push(`uscc:${record.uscc}`);
  return { exact: content === undefined ? reach.map((key) => `${key}|${own}`) : [`all:${content}`], near };
}

/** People of one company by name; a second row about someone adds to the first. */
function mergeContacts(kept: readonly PersonDraft[], more: readonly PersonDraft[]): PersonDraft[] {
  const merged = [...kept];
  for (const contact of more) {
    const index = merged.findIndex((known) => compactText(known.name) === compactText(contact.name));
    const known = merged[index];
    if (known) merged[index] = fillPerson(known, contact);
    else {
      // Only the first is the one to turn to.
      const { primary: _primary, ...rest } = contact;
      merged.push(merged.length === 0 ? contact : rest);
    }
  }
  return merged;
}

/** The customers that the rows of a file tell of. */
export interface GatheredCustomers {
  entities: readonly Entity[];
  /** By row; `undefined` for rows that are no customer. */
  byRow: readonly (AddedRow | undefined)[];
}

const reportEvery = 1_000;

/** With `keepApart` every row is a customer of its own. `onRows` may wait, and may throw to stop. */
export async function gatherCustomers(
  rows: readonly ReadRow<CustomerRow>[],
  keepApart: boolean,
  onRows: (done: number, total: number) => Promise<void>,
): Promise<GatheredCustomers> {
  const index = new EntityIndex();
  const byRow: (AddedRow | undefined)[] = [];
  for (const [row, { read }] of rows.entries()) {
    if (row % reportEvery === 0) await onRows(row, rows.length);
    byRow.push(read && !hasError(read.problems) ? index.add(row, read, keepApart) : undefined);
  }
  return { entities: index.entities, byRow };
}
