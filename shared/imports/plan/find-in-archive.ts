import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { phoneMatchKey } from '../../match/format-phone.ts';
import { judgeRecords } from '../../linkage/judge-records.ts';
import { linkRecordOf, type LinkRecord } from '../../linkage/link-record.ts';
import { linkSourceOf } from '../../linkage/link-source.ts';
import { compareForms, compatible, NameForm } from '../../match/compare-names.ts';
import { areNumberedApart, isNameOnly, phoneKeysOf, type Entity, type Neighbour } from './customer-entities.ts';
import { knownSalesOf, type KnownSales } from './openings.ts';
import type { ArchiveLookup, MatchHit, MatchKey } from './plan.ts';

const keysAtOnce = 2_000;
/** They cross the page, which must not feel it. */
const dossiersAtOnce = 50;
/** Namesakes opened to see which of them a row is; more where there is nothing but the name to go by. */
const mostNamesakes = { withKey: 3, nameOnly: 50 };

/** Asks the archive for many keys in batches; the same key is asked once. Answers by `keyText`. */
export async function matchAll(lookup: ArchiveLookup, keys: Iterable<MatchKey>): Promise<Map<string, MatchHit[]>> {
  const wanted = new Map<string, MatchKey>();
  for (const key of keys) wanted.set(keyText(key), key);
  const found = new Map<string, MatchHit[]>();
  const entries = [...wanted];
  for (let start = 0; start < entries.length; start += keysAtOnce) {
    const slice = entries.slice(start, start + keysAtOnce);
    const hits = await lookup.matches(slice.map(([, key]) => key));
    slice.forEach(([text], index) => {
      found.set(text, hits[index] ?? []);
    });
  }
  return found;
}

export function keyText(key: MatchKey): string {
  return JSON.stringify(key);
}

export async function loadDossiers(
  lookup: ArchiveLookup,
  ids: Iterable<CustomerId>,
): Promise<Map<CustomerId, Dossier>> {
  const wanted = [...new Set(ids)];
  const loaded = new Map<CustomerId, Dossier>();
  for (let start = 0; start < wanted.length; start += dossiersAtOnce) {
    for (const dossier of await lookup.dossiers(wanted.slice(start, start + dossiersAtOnce)))
      loaded.set(dossier.customerId, dossier);
  }
  return loaded;
}

function keysOf(entity: Entity): MatchKey[] {
  const { draft, record } = entity;
  return [
    ...(draft.code ? [{ code: draft.code }] : []),
    ...(draft.uscc ? [{ uscc: draft.uscc }] : []),
    ...phoneKeysOf(entity).map((phone) => ({ phone })),
    ...record.emails.map((email) => ({ email })),
    ...record.ims.map((im) => ({ im })),
    { name: draft.name },
  ];
}

/** What an import needs of a dossier once it knows whose it is; the rest of a hundred thousand would not fit beside the file. */
export type KnownCustomer = Pick<
  Dossier,
  'customerId' | 'customer' | 'contact' | 'interaction' | 'followUp' | 'relation' | 'attachment'
> & { sales: KnownSales };

/** The customer of the archive that an entity of the file is, and whom it only resembles. */
export interface Found {
  dossier: KnownCustomer | undefined;
  neighbour: Neighbour | undefined;
}

/** Entities looked for at a time: the dossiers that they turn out not to be are let go of with them. */
const entitiesAtOnce = 500;

/** Finds for each entity its customer in the archive. Opens only dossiers that may be it. `onFound` may wait, and may throw to stop. */
export async function findInArchive(
  lookup: ArchiveLookup,
  entities: readonly Entity[],
  onFound: (done: number, total: number) => Promise<void>,
): Promise<Map<Entity, Found>> {
  const found = new Map<Entity, Found>();
  /** By customer: under which number the file speaks of it. */
  const numbers = new Map<CustomerId, string | undefined>();
  for (let from = 0; from < entities.length; from += entitiesAtOnce) {
    await onFound(from, entities.length);
    await findSome(lookup, entities.slice(from, from + entitiesAtOnce), found, numbers);
  }
  return found;
}

async function findSome(
  lookup: ArchiveLookup,
  entities: readonly Entity[],
  found: Map<Entity, Found>,
  numbers: Map<CustomerId, string | undefined>,
): Promise<void> {
  const hits = await matchAll(lookup, entities.flatMap(keysOf));
  const candidates = new Map<Entity, CustomerId[]>();
  const neighbours = new Map<Entity, Neighbour>();
  for (const entity of entities) {
    const ids = new Set<CustomerId>();
    const most = isNameOnly(entity.record) ? mostNamesakes.nameOnly : mostNamesakes.withKey;
    for (const key of keysOf(entity)) {
      const found = hits.get(keyText(key)) ?? [];
      if ('name' in key && found.length > most) {
        neighbours.set(entity, { verdict: 'namesake', name: entity.draft.name });
        continue;
      }
      for (const hit of found.slice(0, mostNamesakes.nameOnly)) {
        if ('phone' in key && isSurelyAnother(entity.record, hit.name)) {
          neighbours.set(entity, { verdict: 'household', name: hit.name });
        } else ids.add(hit.id);
      }
    }
    if (ids.size > 0) candidates.set(entity, [...ids]);
  }
  const dossiers = await loadDossiers(lookup, [...candidates.values()].flat());
  for (const entity of entities) {
    const open = (candidates.get(entity) ?? []).flatMap((id) => dossiers.get(id) ?? []);
    const { dossier, neighbour } = choose(entity, open, neighbours.get(entity), numbers);
    const chosen: Found = { dossier: dossier && neededOf(dossier, entity), neighbour };
    found.set(entity, chosen);
    if (chosen.dossier) numbers.set(chosen.dossier.customerId, entity.draft.code);
  }
}

/** A number that Kebu gave itself says nothing of the numbers in a file. */
const givenByKebu = /^C-\d{4}-\d{5,}$/;

function isNumberedApart({ draft: { code } }: Entity, { customer }: Dossier, inFile: string | undefined): boolean {
  const known = [customer.code, ...(customer.formerCodes ?? [])].filter((each) => each !== '');
  if (known.some((each) => !areNumberedApart(code, each))) return false;
  if (areNumberedApart(code, inFile)) return true;
  if (known.some((each) => givenByKebu.test(each)) || givenByKebu.test(code ?? '')) return false;
  return known.length > 0;
}

/** Two people's names on one phone: nothing that a dossier holds makes one of them. */
function isSurelyAnother({ name }: LinkRecord, other: string): boolean {
  const form = new NameForm(other);
  if (name.isOrganisation || form.isOrganisation) return false;
  const agreement = compareForms(name, form);
  return !compatible.has(agreement) && agreement !== 'branch';
}

function choose(
  entity: Entity,
  dossiers: readonly Dossier[],
  known: Neighbour | undefined,
  numbers: ReadonlyMap<CustomerId, string | undefined>,
): { dossier: Dossier | undefined; neighbour: Neighbour | undefined } {
  let neighbour = known;
  for (const dossier of dossiers) {
    const verdict = judgeRecords(entity.record, recordOfDossier(dossier));
    const isApart = isNumberedApart(entity, dossier, numbers.get(dossier.customerId));
    if (verdict === 'same' && isApart) {
      neighbour = { verdict: 'numbered-apart', name: dossier.customer.name };
      continue;
    }
    if (verdict === 'same') return { dossier, neighbour: undefined };
    if (isApart) continue;
    if (verdict === 'namesake' && saysNothingNew(entity, dossier)) return { dossier, neighbour: undefined };
    if (verdict !== 'different') neighbour = { verdict, name: dossier.customer.name };
  }
  return { dossier: undefined, neighbour };
}

function neededOf(dossier: Dossier, entity: Entity): KnownCustomer {
  const { customerId, customer, contact, interaction, followUp, relation, attachment, order } = dossier;
  const sales = knownSalesOf(order, entity);
  return { customerId, customer, contact, interaction, followUp, relation, attachment, sales };
}

function recordOfDossier({ customer, contact }: Pick<Dossier, 'customer' | 'contact'>): LinkRecord {
  return linkRecordOf(linkSourceOf(customer, contact));
}

/** A row with a name and no number that the customer lacks is the row that made this customer before. */
function saysNothingNew(entity: Entity, { customer, contact }: Dossier): boolean {
  const known = new Set([customer, ...contact].flatMap(({ phones }) => phones.map(phoneMatchKey)));
  const raws = new Set(customer.phones.map((phone) => phone.raw));
  const { draft } = entity;
  const agrees = (field: 'birthday' | 'organization' | 'title' | 'uscc' | 'acquiredOn') =>
    draft[field] === undefined || JSON.stringify(draft[field]) === JSON.stringify(customer[field]);
  // The import adds to a note what it could not place.
  const isNoteKnown = draft.note === undefined || (customer.note ?? '').includes(draft.note);
  return (
    phoneKeysOf(entity).every((phone) => known.has(phone)) &&
    draft.phones.every((phone) => phoneMatchKey(phone) !== '' || raws.has(phone.raw)) &&
    draft.emails.every((email) => customer.emails.some((other) => other.address === email.address)) &&
    draft.addresses.every((address) => customer.addresses.some((other) => other.street === address.street)) &&
    isNoteKnown &&
    (['birthday', 'organization', 'title', 'uscc', 'acquiredOn'] as const).every(agrees)
  );
}
