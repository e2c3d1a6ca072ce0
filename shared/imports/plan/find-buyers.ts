import type { Customer, CustomerId, CustomerKind } from '../../domain/customer/customer.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { compareNames, compatible } from '../../match/compare-names.ts';
import { formatPhone, phoneMatchKey } from '../../match/format-phone.ts';
import { looksLikeCompany } from '../../match/company.ts';
import { nameKey } from '../../match/name-key.ts';
import { splitPersonName } from '../../match/names.ts';
import { compactText } from '../../match/text.ts';
import type { Buyer } from '../read-buyer.ts';
import type { Problem } from '../problems.ts';
import { keyText, loadDossiers, matchAll } from './find-in-archive.ts';
import type { ArchiveLookup, ImportEdit, MatchHit, MatchKey, PlanOptions } from './plan.ts';

/** Whom a row is about, or why that cannot be told. */
export type FoundBuyer =
  | { customerId: CustomerId; problem?: Problem | undefined }
  | { customerId: undefined; problem: Problem };

export interface Buyers {
  find(buyer: Buyer): FoundBuyer;
  /** Creates the customer of a row that is in no list; later rows about the same buyer find it. */
  create(
    buyer: Buyer,
    line: number,
    day: string | undefined,
    kind?: CustomerKind,
  ): { customerId: CustomerId; problem: Problem };
  /** Customers created so far. */
  edits(): Extract<ImportEdit, { table: 'customer' }>[];
}

const problem = (code: Problem['code'], severity: Problem['severity'], values?: Problem['values']): Problem => ({
  code,
  severity,
  values,
});

/** Orders and contacts go to the customer of their code, else of their phone, else to the only one of exactly their name. */
export async function openBuyers(
  buyers: Iterable<Buyer>,
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<Buyers> {
  const all = [...buyers];
  const hits = await matchAll(lookup, all.flatMap(keysOf));
  const hitsOf = (key: MatchKey) => hits.get(keyText(key)) ?? [];
  const hitsByPhone = (buyer: Buyer) => uniqueHits(phoneKeys(buyer).flatMap((phone) => hitsOf({ phone })));
  const strangers = all.flatMap((buyer) => (isStranger(buyer, hitsByPhone(buyer)) ? hitsByPhone(buyer) : []));
  const dossiers = await loadDossiers(
    lookup,
    strangers.map((hit) => hit.id),
  );
  const created = new Map<CustomerId, Extract<ImportEdit, { table: 'customer' }>>();
  const createdByKey = new Map<string, CustomerId>();

  const findArchived = (buyer: Buyer): FoundBuyer => {
    if (buyer.code !== '') {
      const byCode = hitsOf({ code: buyer.code });
      const [only] = byCode;
      if (
        byCode.length === 1 &&
        only &&
        (buyer.name === '' || isSamePerson(buyer.name, only.name) || hasPhone(buyer, only))
      ) {
        return { customerId: only.id };
      }
    }
    const byPhone = hitsByPhone(buyer);
    const chosen = chooseByPhone(buyer, byPhone) ?? chooseCompany(buyer, byPhone, dossiers);
    if (chosen) return chosen;
    const byName = buyer.name === '' ? [] : uniqueHits(hitsOf({ name: buyer.name }));
    const [only] = byName;
    if (byName.length === 1 && only) return { customerId: only.id };
    if (byName.length > 1)
      return { customerId: undefined, problem: problem('match/ambiguous', 'error', { count: byName.length }) };
    const [holder] = byPhone;
    if (holder)
      return { customerId: undefined, problem: problem('match/shared-phone', 'warning', { name: holder.name }) };
    const isAnonymous = buyer.code === '' && buyer.name === '' && phoneKeys(buyer).length === 0;
    return {
      customerId: undefined,
      problem: problem(isAnonymous ? 'match/no-customer' : 'match/unknown-customer', 'error'),
    };
  };

  return {
    find(buyer) {
      const archived = findArchived(buyer);
      if (archived.customerId !== undefined || archived.problem.code === 'match/ambiguous') return archived;
      const customerId = keysToFind(buyer)
        .map((key) => createdByKey.get(key))
        .find((id) => id !== undefined);
      return customerId === undefined ? archived : { customerId };
    },
    create(buyer, line, day, kind) {
      const customerId = options.newId() as CustomerId;
      const after = draftOf(buyer, customerId, { batchId: options.batchId, line, day, kind });
      created.set(customerId, { table: 'customer', id: customerId, after });
      for (const key of keysOfCreated(buyer)) if (!createdByKey.has(key)) createdByKey.set(key, customerId);
      return { customerId, problem: problem('match/created', 'warning', { name: after.name }) };
    },
    edits: () => [...created.values()],
  };
}

/** A number of a customer whom nobody knows is not enough to make one. */
export function isNamed(buyer: Buyer): boolean {
  return buyer.name !== '' || phoneKeys(buyer).length > 0;
}

function phoneKeys(buyer: Buyer): string[] {
  return buyer.phones.map(phoneMatchKey).filter((key) => key !== '');
}

function keysOf(buyer: Buyer): MatchKey[] {
  return [
    ...(buyer.code === '' ? [] : [{ code: buyer.code }]),
    ...phoneKeys(buyer).map((phone) => ({ phone })),
    ...(buyer.name === '' ? [] : [{ name: buyer.name }]),
  ];
}

/** Under what a new buyer is found by later rows: with the phone, by the name, and by the name for want of a phone. */
function keysOfCreated(buyer: Buyer): string[] {
  const name = nameKey(buyer.name);
  const phones = phoneKeys(buyer).map((phone) => `${phone}|${name}`);
  if (name === '') return phones;
  return [...phones, `name|${name}`, ...(phones.length === 0 ? [`bare|${name}`] : [])];
}

/** One name with two phones may be two people: then only somebody without a phone is taken for the same. */
function keysToFind(buyer: Buyer): string[] {
  const name = nameKey(buyer.name);
  const phones = phoneKeys(buyer).map((phone) => `${phone}|${name}`);
  if (name === '') return phones;
  return phones.length > 0 ? [...phones, `bare|${name}`] : [`name|${name}`];
}

function uniqueHits(hits: readonly MatchHit[]): MatchHit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}

function isSamePerson(a: string, b: string): boolean {
  return compatible.has(compareNames(a, b));
}

function hasPhone(buyer: Buyer, hit: MatchHit): boolean {
  return phoneKeys(buyer).some(
    (phone) => phone === phoneMatchKey({ raw: hit.phone }) || phone.endsWith(hit.phone.replace(/\D/g, '') || '-'),
  );
}

/** Whether nobody with the buyer's phone goes by the buyer's name. */
function isStranger(buyer: Buyer, hits: readonly MatchHit[]): boolean {
  return buyer.name !== '' && hits.length > 0 && !hits.some((hit) => isSamePerson(buyer.name, hit.name));
}

/** Among the customers with this phone: the one so named, or the only one when the row names nobody. */
function chooseByPhone(buyer: Buyer, hits: readonly MatchHit[]): FoundBuyer | undefined {
  if (hits.length === 0) return undefined;
  const named = buyer.name === '' ? [] : hits.filter((hit) => compactText(hit.name) === compactText(buyer.name));
  const alike =
    named.length > 0 ? named : buyer.name === '' ? hits : hits.filter((hit) => isSamePerson(buyer.name, hit.name));
  const [only] = alike;
  if (alike.length === 1 && only) return { customerId: only.id };
  if (alike.length > 1)
    return { customerId: undefined, problem: problem('match/ambiguous', 'error', { count: alike.length }) };
  return undefined;
}

/** A person who has the phone of a company buys for it: one of its people, or anybody when it is the only one. */
function chooseCompany(
  buyer: Buyer,
  hits: readonly MatchHit[],
  dossiers: ReadonlyMap<CustomerId, Dossier>,
): FoundBuyer | undefined {
  if (looksLikeCompany(buyer.name)) return undefined;
  const companies = hits
    .flatMap((hit) => dossiers.get(hit.id) ?? [])
    .filter(({ customer }) => customer.kind !== 'person');
  const employer = companies.find(({ contact }) => contact.some((person) => isSamePerson(buyer.name, person.name)));
  const company = employer ?? (companies.length === 1 ? companies[0] : undefined);
  return company && { customerId: company.customerId };
}

interface Provenance {
  batchId: string;
  line: number;
  day: string | undefined;
  /** Where it does not follow from the name. */
  kind: CustomerKind | undefined;
}

type CustomerAfter = Omit<Customer, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

function draftOf(buyer: Buyer, id: CustomerId, { batchId, line, day, kind: told }: Provenance): CustomerAfter {
  const name = buyer.name || (buyer.phones[0] ? formatPhone(buyer.phones[0]) : '') || buyer.code;
  const kind = told ?? (looksLikeCompany(name) ? 'company' : 'person');
  const parts = kind === 'person' ? splitPersonName(name) : undefined;
  return {
    id,
    code: buyer.code,
    kind,
    name: name.slice(0, 120),
    ...parts,
    aliases: [],
    phones: buyer.phones.slice(0, 50),
    emails: [],
    ims: [],
    addresses: [],
    anniversaries: [],
    doNotContact: [],
    tagIds: [],
    customFields: {},
    ...(day !== undefined && { acquiredOn: day }),
    origin: { kind: 'import', batchId, row: line },
  };
}
