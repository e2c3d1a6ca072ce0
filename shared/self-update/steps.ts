import type { ContactDraft } from '../domain/contact/draft-contact.ts';
import type { CustomerId } from '../domain/customer/customer.ts';
import { contactFacts } from '../facts/facts.ts';
import { typedOf } from '../facts/typed.ts';
import { draftCustomer } from '../quick-add/draft-customer.ts';
import { readQuickAdd } from '../quick-add/read-quick-add.ts';
import { countryOfCurrency } from '../match/country.ts';
import { homeCountry } from '../reach/home-country.ts';
import { changeAt, writeReach, type Written } from '../reach/lists.ts';
import { reachesOf, rulesOf, type Reach, type Typing, type Way } from '../reach/ways.ts';
import { ownPlaces } from '../words/places.ts';
import type { Draft, ReplyWorld, Step } from './proposals.ts';

/** Of whom a point is: of the customer, or of the contact person of that id. */
export type Owner = { contactId: string | null };

/** What says of one of a list that it is not in use any more. */
const overStatus = { phones: 'replaced', ims: 'replaced', emails: 'replaced', addresses: 'moved' } as const;

/** Writes to a list of the owner; nothing where the contact person is not there any more. */
function reachStep(
  { contactId }: Owner,
  way: Way,
  { currency }: Pick<ReplyWorld, 'currency'>,
  write: (list: readonly Reach[], typing: Typing) => Written,
): Step {
  return (draft) => {
    const record = contactId === null ? draft.customer : draft.people.find(({ id }) => id === contactId);
    if (!record) return draft;
    const written = write(reachesOf(way, record), { country: homeCountry(record, currency, draft.customer) });
    if ('problem' in written) return written;
    const part = { [way]: written.list };
    if (contactId === null) return { ...draft, customer: { ...draft.customer, ...part } };
    return withPerson(draft, contactId, part);
  };
}

function withPerson(draft: Draft, contactId: string, part: Partial<ContactDraft>): Draft {
  return { ...draft, people: draft.people.map((each) => (each.id === contactId ? { ...each, ...part } : each)) };
}

function placeOf(way: Way, list: readonly Reach[], reach: Reach): number {
  const { keyOf } = rulesOf(way);
  return list.findIndex((each) => keyOf(each) === keyOf(reach));
}

/** The customer said so: it is as good as called. */
function verified(before: readonly Reach[], list: readonly Reach[], at: string): Reach[] {
  const known = new Set(before);
  return list.map((reach) => (known.has(reach) ? reach : { ...reach, verifiedAt: at }));
}

/** As it is now instead of what is known; where that is gone meanwhile, besides the others. */
export function rewriteReach(owner: Owner, way: Way, reach: Reach, text: string, world: ReplyWorld): Step {
  return reachStep(owner, way, world, (list, { country }) => {
    const place = placeOf(way, list, reach);
    const at = place < 0 ? list.length : place;
    const written = writeReach(way, list, at, typedLike(reach, text), { country, places: ownPlaces(world.words) });
    return 'problem' in written ? written : { list: verified(list, written.list, world.at) };
  });
}

/** An account is of the kind that the one in its place was, unless it says otherwise. */
function typedLike(reach: Reach, text: string): string {
  if (!('account' in reach) || /[:：]/.test(text)) return text;
  return `${reach.kind}: ${text}`;
}

export function addReach(owner: Owner, way: Way, text: string, world: ReplyWorld): Step {
  return reachStep(owner, way, world, (list, { country }) => {
    const written = writeReach(way, list, list.length, text, { country, places: ownPlaces(world.words) });
    return 'problem' in written ? written : { list: verified(list, written.list, world.at) };
  });
}

export function confirmReach(owner: Owner, way: Way, reach: Reach, world: ReplyWorld): Step {
  const { at } = world;
  return reachStep(owner, way, world, (list) => ({
    list: changeAt(list, placeOf(way, list, reach), { verifiedAt: at }),
  }));
}

export function endReach(owner: Owner, way: Way, reach: Reach, world: ReplyWorld): Step {
  const part = { status: overStatus[way], verifiedAt: world.at };
  return reachStep(owner, way, world, (list) => ({ list: changeAt(list, placeOf(way, list, reach), part) }));
}

export function writeFact({ contactId }: Owner, key: string, text: string, world: ReplyWorld): Step {
  return (draft) => {
    if (contactId === null) {
      const written = typedOf(key, world)?.write(draft.customer, text, world.today, world.currency);
      if (!written) return draft;
      return 'problem' in written ? written : { ...draft, customer: written.draft };
    }
    const person = draft.people.find(({ id }) => id === contactId);
    const fact = contactFacts.find((each) => each.key === key);
    if (!person || !fact) return draft;
    const written = fact.write(person, text, world.today, world.currency);
    return 'problem' in written ? written : withPerson(draft, contactId, written.draft);
  };
}

export function personLeft(contactId: string, { today }: ReplyWorld): Step {
  return (draft) => withPerson(draft, contactId, { leftOn: today });
}

/** A contact person from one line such as `王芳 采购 13900139003`. */
export function addPerson(customerId: CustomerId, text: string, world: ReplyWorld): Step {
  const id = world.newId();
  return (draft) => {
    const { customer } = draftCustomer(
      customerId,
      readQuickAdd(text, world.today, {}, countryOfCurrency(world.currency)),
      { kind: 'person', source: null },
    );
    const { name, phones, emails, ims, birthday, title } = customer;
    if (name === '') return { problem: 'contacts.nameNeeded' };
    const person: ContactDraft = {
      id,
      customerId,
      name,
      phones,
      emails,
      ims,
      ...(birthday && { birthday }),
      ...(title !== undefined && { title }),
      origin: { kind: 'manual' },
    };
    return { ...draft, people: [...draft.people, person] };
  };
}
