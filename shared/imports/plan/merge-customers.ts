import type { Customer } from '../../domain/customer/customer.ts';
import { phoneMatchKey } from '../../match/format-phone.ts';
import { normalizeEmail } from '../../match/identifiers.ts';
import { titledName } from '../../match/names.ts';
import { compactText } from '../../match/text.ts';
import type { CustomerDraft } from '../read-customer.ts';

/** Single values of a customer; lists and the name have rules of their own. */
const scalars = [
  'code',
  'familyName',
  'givenName',
  'reading',
  'gender',
  'salutation',
  'birthday',
  'organization',
  'department',
  'title',
  'uscc',
  'legalRepresentative',
  'industry',
  'size',
  'website',
  'source',
  'sourceDetail',
  'campaign',
  'owner',
  'leadStatus',
  'preferredChannel',
  'preferredTime',
  'creditLimitFen',
  'paymentTermsDays',
  'acquiredOn',
  'verifiedOn',
  'lostOn',
  'lostReason',
  'note',
] as const satisfies readonly (keyof CustomerDraft)[];

type Mergeable = CustomerDraft | Omit<Customer, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

/** Everything that was kept, then what is new by its key, as far as there is room up to `max`. */
export function union<T>(kept: readonly T[], more: readonly T[], keyOf: (item: T) => string, max = 50): T[] {
  const keys = new Set(kept.map(keyOf));
  const added = more.filter((item) => {
    const key = keyOf(item);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
  return added.length === 0 ? [...kept] : [...kept, ...added].slice(0, Math.max(max, kept.length));
}

export const phoneKey = (phone: Customer['phones'][number]) => phoneMatchKey(phone) || phone.raw;
export const imKey = (im: Customer['ims'][number]) => `${im.kind}:${compactText(im.account)}`;

/** Numbers and addresses of both, those of `kept` first. Addresses only where there are none: one is written many ways. */
function mergeLists(kept: Mergeable, more: CustomerDraft): Partial<Customer> {
  const addresses = kept.addresses.length > 0 ? kept.addresses : more.addresses;
  return {
    aliases: union(kept.aliases, more.aliases, compactText),
    phones: union(kept.phones, more.phones, phoneKey),
    emails: union(kept.emails, more.emails, (email) => normalizeEmail(email.address)),
    ims: union(kept.ims, more.ims, imKey),
    addresses: [...addresses],
    anniversaries: union(
      kept.anniversaries,
      more.anniversaries,
      (item) => `${item.label}:${JSON.stringify(item.date)}`,
    ),
    doNotContact: union(kept.doNotContact, more.doNotContact, (channel) => channel, 10),
  };
}

/** The whole name over a form of address (`张总` becomes `张伟`); the other becomes an alias. */
function mergeName(kept: Mergeable, more: CustomerDraft): Partial<Customer> {
  if (!titledName(kept.name) || titledName(more.name) || compactText(kept.name) === compactText(more.name)) return {};
  const { familyName, givenName } = more;
  return {
    name: more.name,
    aliases: union([kept.name], kept.aliases, compactText),
    ...(familyName !== undefined && { familyName }),
    ...(givenName !== undefined && { givenName }),
  };
}

function withScalars<T extends Mergeable>(base: T, more: CustomerDraft, takes: (present: unknown) => boolean): T {
  const merged: Record<string, unknown> = { ...base };
  for (const field of scalars) {
    const value = more[field];
    if (value !== undefined && takes(merged[field])) merged[field] = value;
  }
  return merged as T;
}

export const isEmpty = (value: unknown) => value === undefined || value === '';

/** Fills what is empty and adds to lists; nothing that is there changes, but for a name that was only a form of address. */
export function fillEmpty<T extends Mergeable>(kept: T, more: CustomerDraft): T {
  // Where someone was found belongs with the word for it: never one from here and one from there.
  const { sourceDetail, ...rest } = more;
  const isSourceless = kept.source === undefined && sourceDetail !== undefined;
  const filled = withScalars(kept, isSourceless ? { ...rest, sourceDetail } : rest, isEmpty);
  const named = mergeName(kept, more);
  return {
    ...filled,
    ...mergeLists({ ...filled, ...named }, more),
    ...(named.name !== undefined && { name: named.name }),
    ...nameParts(named),
    ...answersOf(more.answers, kept.answers),
  };
}

/** Those of the second where both answer the same. */
function answersOf(first: Customer['answers'], second: Customer['answers']): Pick<Customer, 'answers'> {
  return first === undefined && second === undefined ? {} : { answers: { ...first, ...second } };
}

function nameParts(named: Partial<Customer>): Partial<Customer> {
  const { familyName, givenName } = named;
  return { ...(familyName !== undefined && { familyName }), ...(givenName !== undefined && { givenName }) };
}

/** Everything that the file says wins; what it does not mention stays. Lists are joined, the file's entries first. */
export function overwrite<T extends Mergeable>(kept: T, more: CustomerDraft): T {
  const written = withScalars(kept, more, () => true);
  const turned = { ...more, addresses: more.addresses.length > 0 ? more.addresses : kept.addresses };
  const lists = mergeLists(turned, { ...more, ...kept });
  const name = titledName(more.name) ? kept.name : more.name;
  return { ...written, ...lists, ...answersOf(kept.answers, more.answers), name, kind: more.kind };
}

/** Two rows of one file about the same customer: filled up, and both notes kept. */
export function mergeRows(first: CustomerDraft, second: CustomerDraft): CustomerDraft {
  const merged = fillEmpty(first, second);
  const { note } = second;
  if (note && first.note !== undefined && !first.note.includes(note))
    merged.note = `${first.note}\n${note}`.slice(0, 1_000_000);
  if (compactText(first.name) !== compactText(second.name) && merged.name === first.name && !titledName(second.name)) {
    merged.aliases = union(merged.aliases, [second.name], compactText);
  }
  return merged;
}
