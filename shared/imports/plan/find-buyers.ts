import type { Customer, CustomerId } from '../../domain/customer/customer.ts';
import { compatible, nameKey } from '../../match/duplicates.ts';
import { formatPhone, phoneMatchKey } from '../../match/format-phone.ts';
import { looksLikeCompany } from '../../match/company.ts';
import { compareNames, splitPersonName } from '../../match/names.ts';
import { compactText } from '../../match/text.ts';
import type { Buyer } from '../read-buyer.ts';
import type { Problem } from '../problems.ts';
import { keyText, matchAll } from './find-in-archive.ts';
import type { ArchiveLookup, ImportEdit, MatchHit, MatchKey, PlanOptions } from './plan.ts';

/** Whom a row is about, or why that cannot be told. */
export type FoundBuyer =
  | { customerId: CustomerId; problem?: Problem | undefined }
  | { customerId: undefined; problem: Problem };

export interface Buyers {
  find(buyer: Buyer): FoundBuyer;
  /** Creates the customer of a row that is in no list; later rows about the same buyer find it. */
  create(buyer: Buyer, line: number, day: string | undefined): { customerId: CustomerId; problem: Problem };
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
  const keys: MatchKey[] = [];
  for (const buyer of buyers) keys.push(...keysOf(buyer));
  const hits = await matchAll(lookup, keys);
  const hitsOf = (key: MatchKey) => hits.get(keyText(key)) ?? [];
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
    const byPhone = uniqueHits(phoneKeys(buyer).flatMap((phone) => hitsOf({ phone })));
    const chosen = chooseByPhone(buyer, byPhone);
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
      for (const key of createdKeys(buyer)) {
        const customerId = createdByKey.get(key);
        if (customerId !== undefined) return { customerId };
      }
      return archived;
    },
    create(buyer, line, day) {
      const customerId = options.newId() as CustomerId;
      const after = draftOf(buyer, customerId, { batchId: options.batchId, line, day });
      created.set(customerId, { table: 'customer', id: customerId, after });
      for (const key of createdKeys(buyer)) createdByKey.set(key, customerId);
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

/** By what rows about one new buyer find each other: phone with name, and the name alone where no phone is given. */
function createdKeys(buyer: Buyer): string[] {
  const name = nameKey(buyer.name);
  const phones = phoneKeys(buyer);
  if (phones.length === 0) return name === '' ? [] : [`name:${name}`];
  return [...phones.map((phone) => `${phone}|${name}`), ...(name === '' ? [] : [`name:${name}`])];
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

/** Among the customers with this phone: the one so named; the only one, when the row names nobody or a company's person. */
function chooseByPhone(buyer: Buyer, hits: readonly MatchHit[]): FoundBuyer | undefined {
  if (hits.length === 0) return undefined;
  const named = buyer.name === '' ? [] : hits.filter((hit) => compactText(hit.name) === compactText(buyer.name));
  const alike =
    named.length > 0 ? named : buyer.name === '' ? hits : hits.filter((hit) => isSamePerson(buyer.name, hit.name));
  const [only] = alike;
  if (alike.length === 1 && only) return { customerId: only.id };
  if (alike.length > 1)
    return { customerId: undefined, problem: problem('match/ambiguous', 'error', { count: alike.length }) };
  const companies = hits.filter((hit) => looksLikeCompany(hit.name));
  const [company] = companies;
  return companies.length === 1 && company && !looksLikeCompany(buyer.name) ? { customerId: company.id } : undefined;
}

interface Provenance {
  batchId: string;
  line: number;
  day: string | undefined;
}

type CustomerAfter = Omit<Customer, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

function draftOf(buyer: Buyer, id: CustomerId, { batchId, line, day }: Provenance): CustomerAfter {
  const name = buyer.name || (buyer.phones[0] ? formatPhone(buyer.phones[0]) : '') || buyer.code;
  const kind = looksLikeCompany(name) ? 'company' : 'person';
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
