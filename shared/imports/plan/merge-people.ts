import type { Contact } from '../../domain/contact/contact.ts';
import { normalizeEmail } from '../../match/identifiers.ts';
import { compactText } from '../../match/text.ts';
import type { PersonDraft } from '../read-person.ts';
import { imKey, isEmpty, phoneKey, union } from './merge-customers.ts';
import type { Policy } from './plan.ts';

const scalars = ['reading', 'role', 'title', 'leftOn', 'birthday', 'note'] as const;

function withScalars<P extends PersonDraft>(base: P, more: PersonDraft, takes: (present: unknown) => boolean): P {
  const merged: Record<string, unknown> = { ...base };
  for (const field of scalars) {
    const value = more[field];
    if (value !== undefined && takes(merged[field])) merged[field] = value;
  }
  return merged as P;
}

/** Numbers of both, those of `kept` first. Addresses only where there are none: one is written many ways. */
function mergeLists(
  kept: PersonDraft,
  more: PersonDraft,
): Pick<PersonDraft, 'phones' | 'emails' | 'ims' | 'addresses'> {
  const addresses = kept.addresses?.length ? kept.addresses : more.addresses;
  return {
    phones: union(kept.phones, more.phones, phoneKey),
    emails: union(kept.emails, more.emails, (email) => normalizeEmail(email.address)),
    ims: union(kept.ims, more.ims, imKey),
    ...(addresses && { addresses }),
  };
}

/** Fills what is empty and adds to lists; nothing that is there changes. */
export function fillPerson<P extends PersonDraft>(kept: P, more: PersonDraft): P {
  return { ...withScalars(kept, more, isEmpty), ...mergeLists(kept, more) };
}

/** The person as the file would have them. Who is the one to turn to is for the archive to say. */
export function mergePerson<P extends PersonDraft>(kept: P, more: PersonDraft, policy: Policy): P {
  if (policy !== 'overwrite') return fillPerson(kept, more);
  const addresses = more.addresses?.length ? more.addresses : kept.addresses;
  const filesFirst = { ...more, ...(addresses && { addresses }) };
  return { ...withScalars(kept, more, () => true), ...mergeLists(filesFirst, kept) };
}

type Reached = Pick<PersonDraft, 'name' | 'phones' | 'emails' | 'ims'>;

/** What reaches a person, as keys that can be compared. */
function reachKeys({ phones, emails, ims }: Reached): string[] {
  return [
    ...phones.map((phone) => `phone:${phoneKey(phone)}`),
    ...emails.map(({ address }) => `email:${normalizeEmail(address)}`),
    ...ims.map((im) => `im:${imKey(im)}`),
  ];
}

/**
 * How surely two of one name and one customer are the same person: by something that reaches both, for want of anything on one
 * side, or by the name alone, since numbers change; `null` for people of other names.
 */
function likeness(a: Reached, b: Reached): 'reach' | 'nothing-against' | 'name' | null {
  if (compactText(a.name) !== compactText(b.name)) return null;
  const [ofA, ofB] = [reachKeys(a), new Set(reachKeys(b))];
  if (ofA.some((key) => ofB.has(key))) return 'reach';
  return ofA.length === 0 || ofB.size === 0 ? 'nothing-against' : 'name';
}

/** Of a file that lists people one by one, two of one name with numbers of their own are two. */
export function isSameInFile(a: Reached, b: Reached): boolean {
  const found = likeness(a, b);
  return found === 'reach' || found === 'nothing-against';
}

/** Whom of the archive each of them is: the surest first, and nobody twice. */
export function findPeople(
  people: readonly PersonDraft[],
  known: readonly Contact[],
): ReadonlyMap<PersonDraft, Contact> {
  const found = new Map<PersonDraft, Contact>();
  const free = new Set(known.filter(({ deletedAt }) => deletedAt === undefined));
  for (const wanted of ['reach', 'nothing-against', 'name'] as const) {
    for (const person of people) {
      if (found.has(person)) continue;
      const same = [...free].find((each) => likeness(person, each) === wanted);
      if (!same) continue;
      found.set(person, same);
      free.delete(same);
    }
  }
  return found;
}
