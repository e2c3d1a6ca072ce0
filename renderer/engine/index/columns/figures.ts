import { toEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { boughtGoods, type Bought } from '#shared/classify/bought-goods.ts';
import { deriveFacts, type CustomerFacts } from '#shared/classify/facts.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { ClassChange } from '#shared/domain/class-change/class-change.ts';
import { missingFields } from '#shared/domain/customer/completeness.ts';
import type { Customer, YearlyDate } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Relation } from '#shared/domain/relation/relation.ts';
import { gapsOf, type GapField } from '#shared/gaps/gap-fields.ts';
import { formatPhone } from '#shared/match/format-phone.ts';
import { interactionKey, orderKey } from '#shared/match/identity-keys.ts';
import { isUsable } from '#shared/reach/ways.ts';
import type { OccasionKind } from './column-layout.ts';
import { eachContact } from './each-contact.ts';
import { peopleText } from '../relations/link-people.ts';
import { matchKeysOf } from '../search/match-keys.ts';
import { bitsOfStates } from './reach-states.ts';
import { searchTextOf, type SearchText } from '../search/search-text.ts';

/** Everything the engine's columns keep of one customer; derived from the dossier and nothing else. */
export interface Figures {
  customer: Customer;
  text: SearchText;
  /** Who its contact persons are, as far as it tells them from others. */
  people: string;
  /** As it is shown: the first number that is in use. */
  phone: string;
  /** How many of the fields that every customer of its kind should have are empty. */
  missing: number;
  gaps: readonly GapField[];
  lacks: { phone: boolean; birthday: boolean; region: boolean; source: boolean };
  /** In which states its ways to be reached are; see `bitsOfStates`. */
  reachStates: number;
  facts: CustomerFacts;
  /** The last that happened is that the customer got in touch. */
  isUnanswered: boolean;
  /** Days of all contacts and attempts, in order. */
  contactDays: EpochDay[];
  /** Due and done days of follow-ups that are done. */
  done: { dueDay: EpochDay; doneDay: EpochDay }[];
  /** Open follow-ups, the next one first. */
  open: FollowUp[];
  occasions: { kind: OccasionKind; label: string; date: YearlyDate }[];
  /** What was bought, with the last day and price. */
  goods: ReadonlyMap<string, Bought>;
  moves: Pick<ClassChange, 'dimension' | 'from' | 'to' | 'asOf'>[];
  relations: Relation[];
  attachments: Attachment[];
  /** By what orders and contacts are recognised when their file is imported again. */
  identities: string[];
  /** By what a customer is recognised; see match-keys.ts. */
  matchKeys: string[];
}

/** `localDayOf` tells on which calendar day a machine time fell here. Future entries count from their day on. */
export function figuresOf(dossier: Dossier, asOf: EpochDay, localDayOf: (instant: string) => EpochDay): Figures {
  const { customer, contact: contacts, interaction: interactions, followUp: followUps, order: orders } = dossier;
  const text = searchTextOf({ customer, contacts, interactions, followUps, orders, attachments: dossier.attachment });
  const facts = deriveFacts(orders, interactions, customer, asOf);
  const phones = [...customer.phones, ...contacts.flatMap((each) => each.phones)];
  const shown = phones.find(isUsable) ?? phones[0];
  return {
    customer,
    text,
    people: peopleText(contacts),
    phone: shown ? formatPhone(shown) : '',
    missing: missingFields(customer, contacts).length,
    gaps: gapsOf(customer, contacts),
    lacks: {
      phone: phones.length === 0,
      birthday: customer.birthday === undefined,
      region: facts.region === 'unknown',
      source: customer.source === undefined,
    },
    reachStates: bitsOfStates([customer, ...contacts]),
    facts,
    isUnanswered: lastOf(interactions)?.direction === 'inbound',
    contactDays: interactions.map((each) => toEpochDay(each.at)).sort((a, b) => a - b),
    done: followUps.flatMap(({ status, due, doneAt }) =>
      status === 'done' && doneAt ? [{ dueDay: toEpochDay(due), doneDay: localDayOf(doneAt) }] : [],
    ),
    open: followUps.filter((each) => each.status === 'open').sort(compareDue),
    occasions: occasionsOf(customer, contacts),
    goods: boughtGoods(orders, asOf),
    moves: dossier.classChange,
    relations: dossier.relation,
    attachments: dossier.attachment,
    identities: [...orders.map(orderKey), ...keysOfContacts(interactions)],
    matchKeys: matchKeysOf({ customer, contacts, phoneDigits: text.phones, orders }),
  };
}

const keysOfContacts = eachContact(interactionKey);

function lastOf(interactions: readonly Interaction[]): Interaction | null {
  return interactions.reduce<Interaction | null>((last, each) => (last && last.at > each.at ? last : each), null);
}

function compareDue(a: FollowUp, b: FollowUp): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The customer's own birthday has no label; those of contact persons bear their name. */
function occasionsOf(customer: Customer, contacts: Dossier['contact']): Figures['occasions'] {
  const { birthday: own, anniversaries } = customer;
  return [
    ...(own ? [{ kind: 'birthday' as const, label: '', date: own }] : []),
    ...anniversaries.map((each) => ({ kind: 'anniversary' as const, ...each })),
    ...contacts.flatMap(({ name, birthday }) =>
      birthday ? [{ kind: 'contactBirthday' as const, label: name, date: birthday }] : [],
    ),
  ];
}
