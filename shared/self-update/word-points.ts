import type { Contact } from '../domain/contact/contact.ts';
import type { Customer } from '../domain/customer/customer.ts';
import { contactFacts, factOf } from '../facts/facts.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Currency } from '../money/currency.ts';
import { isUsable, reachesOf, rulesOf, ways, type Reach, type Way } from '../reach/ways.ts';
import { writtenReach } from './items.ts';
import { propose, type Known, type Proposal, type ReplyWorld } from './proposals.ts';
import { addReach, confirmReach, endReach, rewriteReach, writeFact, type Owner } from './steps.ts';

/** Of whom a point of a reply in words is. */
export interface About {
  owner: Owner;
  record: Customer | Contact;
  person?: string;
}

/** Beside what a reply is laid. */
export interface Beside {
  known: Known;
  world: ReplyWorld;
  /** The words say that something took the place of what was. */
  isChange: (way: Way) => boolean;
}

export function aboutCustomer({ customer }: Known): About {
  return { owner: { contactId: null }, record: customer };
}

export function aboutPerson(contact: Contact): About {
  return { owner: { contactId: contact.id }, record: contact, person: contact.name };
}

/** Everything by which somebody is reached. */
export function allConfirmed(about: About, beside: Beside): Proposal[] {
  return ways.flatMap((way) =>
    reachesOf(way, about.record)
      .filter(isUsable)
      .map((reach) => confirmation(way, reach, about, beside)),
  );
}

export function findSame(way: Way, reach: Reach, record: About['record']): Reach | undefined {
  const { keyOf } = rulesOf(way);
  return reachesOf(way, record).find((each) => keyOf(each) === keyOf(reach));
}

function idOf({ owner: { contactId } }: About, what: string): string {
  return contactId === null ? what : `${contactId}/${what}`;
}

function confirmation(way: Way, reach: Reach, about: About, { known, world }: Beside): Proposal {
  const text = writtenReach(way, reach);
  const { person, owner } = about;
  const point = { id: idOf(about, `${way}=${text}`), label: world.t(`field.${way}`), person, isStale: false };
  return propose(known, { ...point, kind: 'confirmed', now: text, says: text }, confirmReach(owner, way, reach, world));
}

export function overPoint(way: Way, reach: Reach, about: About, { known, world }: Beside): Proposal {
  const now = writtenReach(way, reach);
  const { person, owner } = about;
  const point = { id: idOf(about, `${way}=${now}`), label: world.t(`field.${way}`), person, isStale: false };
  return propose(known, { ...point, kind: 'over', now, says: '' }, endReach(owner, way, reach, world));
}

/** One that is known is confirmed; another one comes besides, or instead of the only one where the words say so. */
export function reachPoint(way: Way, reach: Reach, about: About, beside: Beside): Proposal {
  const { known, world, isChange } = beside;
  const { owner, person, record } = about;
  const same = findSame(way, reach, record);
  if (same) return confirmation(way, same, about, beside);
  const says = writtenReach(way, reach);
  const point = { id: idOf(about, `${way}=${says}`), label: world.t(`field.${way}`), person, says, isStale: false };
  const [only, ...others] = reachesOf(way, record).filter(isUsable);
  const typed = rulesOf(way).write(reach);
  if (only === undefined || others.length > 0 || !isChange(way)) {
    return propose(known, { ...point, kind: 'added', now: '' }, addReach(owner, way, typed, world));
  }
  const now = writtenReach(way, only);
  return propose(known, { ...point, kind: 'changed', now }, rewriteReach(owner, way, only, typed, world));
}

/** Nothing where it is no fact of customers, or none of contact persons. */
export function factPoints(key: string, says: string, about: About, { known, world }: Beside): Proposal[] {
  const { owner, person } = about;
  const told = toldOf(key, owner, known, world.currency);
  if (!told) return [];
  const { label, value, choices } = told;
  const kind = value === says ? 'confirmed' : value === '' ? 'added' : 'changed';
  const say = (text: string) => {
    const choice = choices.find(({ id }) => id === text);
    return choice ? world.t(choice.label) : text;
  };
  const point = { id: idOf(about, key), kind, label: world.t(label), person, isStale: false } as const;
  return [propose(known, { ...point, now: say(value), says: say(says) }, writeFact(owner, key, says, world))];
}

interface Told {
  label: MessageKey;
  value: string;
  choices: readonly { id: string; label: MessageKey }[];
}

function toldOf(key: string, { contactId }: Owner, { customer, contacts }: Known, currency: Currency): Told | null {
  if (contactId === null) {
    const fact = factOf(key);
    return fact ? { label: fact.label, value: fact.read(customer, currency), choices: fact.choices ?? [] } : null;
  }
  const contact = contacts.find(({ id }) => id === contactId);
  const fact = contactFacts.find((each) => each.key === key);
  return contact && fact
    ? { label: fact.label, value: fact.read(contact, currency), choices: fact.choices ?? [] }
    : null;
}
