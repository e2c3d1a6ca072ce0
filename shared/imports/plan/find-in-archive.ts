import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { phoneMatchKey } from '../../match/format-phone.ts';
import { compatible, type Identity } from '../../match/duplicates.ts';
import { compareNames } from '../../match/names.ts';
import { judge, type Entity, type Neighbour } from './customer-entities.ts';
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

function keysOf({ identity }: Entity): MatchKey[] {
  return [
    ...(identity.code ? [{ code: identity.code }] : []),
    ...(identity.uscc ? [{ uscc: identity.uscc }] : []),
    ...identity.phones.map((phone) => ({ phone })),
    { name: identity.name },
  ];
}

/** The customer of the archive that an entity of the file is, and whom it only resembles. */
export interface Found {
  dossier: Dossier | undefined;
  neighbour: Neighbour | undefined;
}

/** Finds for each entity its customer in the archive. Opens only dossiers that may be it. */
export async function findInArchive(lookup: ArchiveLookup, entities: readonly Entity[]): Promise<Map<Entity, Found>> {
  const hits = await matchAll(lookup, entities.flatMap(keysOf));
  const candidates = new Map<Entity, CustomerId[]>();
  const neighbours = new Map<Entity, Neighbour>();
  for (const entity of entities) {
    const ids = new Set<CustomerId>();
    const most = hasKey(entity.identity) ? mostNamesakes.withKey : mostNamesakes.nameOnly;
    for (const key of keysOf(entity)) {
      const found = hits.get(keyText(key)) ?? [];
      if ('name' in key && found.length > most) {
        neighbours.set(entity, { verdict: 'namesake', name: entity.draft.name });
        continue;
      }
      for (const hit of found.slice(0, mostNamesakes.nameOnly)) {
        const agreement = compareNames(entity.draft.name, hit.name);
        if ('phone' in key && !compatible.has(agreement) && agreement !== 'branch') {
          neighbours.set(entity, { verdict: 'shared-phone', name: hit.name });
        } else ids.add(hit.id);
      }
    }
    if (ids.size > 0) candidates.set(entity, [...ids]);
  }
  const dossiers = await loadDossiers(lookup, [...candidates.values()].flat());
  return new Map(
    entities.map((entity) => {
      const open = (candidates.get(entity) ?? []).flatMap((id) => dossiers.get(id) ?? []);
      return [entity, choose(entity, open, neighbours.get(entity))];
    }),
  );
}

/** Whether the archive can be asked for anything but the name. */
function hasKey({ phones, code, uscc }: Identity): boolean {
  return phones.length > 0 || Boolean(code) || Boolean(uscc);
}

function choose(entity: Entity, dossiers: readonly Dossier[], known: Neighbour | undefined): Found {
  let neighbour = known;
  for (const dossier of dossiers) {
    const verdict = judge(entity.identity, identityOfDossier(dossier));
    if (verdict === 'same') return { dossier, neighbour: undefined };
    if (verdict === 'namesake' && saysNothingNew(entity, dossier)) return { dossier, neighbour: undefined };
    if (verdict !== 'different') neighbour = { verdict, name: dossier.customer.name };
  }
  return { dossier: undefined, neighbour };
}

export function identityOfDossier({ customer, contact }: Dossier): Identity {
  return {
    name: customer.name,
    aliases: customer.aliases,
    code: customer.code,
    formerCodes: customer.formerCodes,
    uscc: customer.uscc,
    phones: [...customer.phones, ...contact.flatMap((person) => person.phones)]
      .map(phoneMatchKey)
      .filter((key) => key !== ''),
    emails: customer.emails.map((email) => email.address),
    isCompany: customer.kind !== 'person',
    regionCode: customer.addresses[0]?.regionCode,
  };
}

/** A row with a name and no number that the customer lacks is the row that made this customer before. */
function saysNothingNew(entity: Entity, { customer, contact }: Dossier): boolean {
  const known = new Set(identityOfDossier({ customer, contact } as Dossier).phones);
  const raws = new Set(customer.phones.map((phone) => phone.raw));
  const { draft, identity } = entity;
  const agrees = (field: 'birthday' | 'organization' | 'title' | 'uscc' | 'acquiredOn') =>
    draft[field] === undefined || JSON.stringify(draft[field]) === JSON.stringify(customer[field]);
  // The import adds to a note what it could not place.
  const isNoteKnown = draft.note === undefined || (customer.note ?? '').includes(draft.note);
  return (
    identity.phones.every((phone) => known.has(phone)) &&
    draft.phones.every((phone) => phoneMatchKey(phone) !== '' || raws.has(phone.raw)) &&
    draft.emails.every((email) => customer.emails.some((other) => other.address === email.address)) &&
    draft.addresses.every((address) => customer.addresses.some((other) => other.street === address.street)) &&
    isNoteKnown &&
    (['birthday', 'organization', 'title', 'uscc', 'acquiredOn'] as const).every(agrees)
  );
}
