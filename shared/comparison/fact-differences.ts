import type { Customer } from '../domain/customer/customer.ts';
import type { Contact } from '../domain/contact/contact.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone } from '../match/format-phone.ts';
import { normalizeEmail } from '../match/identifiers.ts';
import { nameKey } from '../match/name-key.ts';
import { titledName } from '../match/names.ts';
import { compactText, foldText } from '../match/text.ts';
import { imKey, phoneKey, union } from '../imports/plan/merge-customers.ts';
import type { CustomerDraft } from '../imports/read-customer.ts';
import { listFacts, longestNote, singleFacts, type SingleFact } from '../merge/merge-fields.ts';
import { agrees, isKnownAddress, isNothing, textOf } from './agreement.ts';
import type { ComparedFact, Difference } from './difference.ts';

/** What the facts of a customer and the people there say, without what the engine keeps. */
export interface Ours {
  customer: Omit<Customer, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
  contacts: readonly Contact[];
}

/** Whether a value is told to be wrong already. */
export type IsDismissed = (said: { fact: string; said: string }) => boolean;

type Part = Partial<Customer>;
const simpleFacts = (Object.keys(singleFacts) as SingleFact[]).filter(
  (fact) => fact !== 'name' && fact !== 'referrerId',
);

/** Facts that the row itself says. */
export function rowDifferences(ours: Ours, theirs: CustomerDraft, isDismissed: IsDismissed): Difference[] {
  const { customer, contacts } = ours;
  const isNew = (fact: string, said: string) => !isDismissed({ fact, said });
  const singles: (Difference | undefined)[] = [
    nameDifference(customer, theirs),
    isFormerCode(customer, theirs.code) ? undefined : singleDifference('code', ['code'], customer, theirs),
    ...simpleFacts.map((fact) => singleDifference(fact, singleFacts[fact], customer, theirs)),
  ];
  const reached = [customer, ...contacts];
  const lists: (Difference | undefined)[] = [
    listDifference('phones', theirs.phones, customer.phones, {
      known: reached.flatMap(({ phones }) => phones),
      keyOf: phoneKey,
      textOf: formatPhone,
      isNew,
    }),
    listDifference('emails', theirs.emails, customer.emails, {
      known: reached.flatMap(({ emails }) => emails),
      keyOf: ({ address }) => normalizeEmail(address),
      textOf: ({ address }) => address,
      isNew,
    }),
    listDifference('ims', theirs.ims, customer.ims, {
      known: reached.flatMap(({ ims }) => ims),
      keyOf: imKey,
      textOf: ({ kind, account }) => `${kind} ${account}`,
      isNew,
    }),
    listDifference('aliases', theirs.aliases, customer.aliases, {
      known: [customer.name, ...customer.aliases],
      keyOf: (alias) => compactText(alias) || foldText(alias),
      textOf: (alias) => alias,
      isNew,
    }),
    listDifference('doNotContact', theirs.doNotContact, customer.doNotContact, {
      known: customer.doNotContact,
      keyOf: (channel) => channel,
      textOf: (channel) => channel,
      isNew,
    }),
    addressDifference(customer, theirs, isNew),
    anniversaryDifference(customer, theirs, isNew),
  ];
  const told = singles.filter((each) => each?.dismissedAs.said.every((said) => isNew(each.fact, said)));
  return [...told, ...lists].flatMap((each) => each ?? []);
}

function difference(fact: ComparedFact, said: readonly string[], ours: Part, theirs: Part, takes: Part): Difference {
  return { fact, dismissedAs: { fact, said }, ours: { part: ours }, theirs: { part: theirs }, takes };
}

function pick(source: object, fields: readonly string[]): Part {
  const values = source as Record<string, unknown>;
  return Object.fromEntries(fields.flatMap((field) => (isNothing(values[field]) ? [] : [[field, values[field]]])));
}

/** What only makes sense together is taken together: never a source from here and its details from there. */
function singleDifference(
  fact: ComparedFact,
  fields: readonly (keyof CustomerDraft & keyof Customer)[],
  ours: Ours['customer'],
  theirs: CustomerDraft,
): Difference | undefined {
  if (fields.every((field) => agrees(field, ours[field], theirs[field]))) return undefined;
  const told = pick(theirs, fields);
  const [first] = fields;
  const isAboutFirst = first !== undefined && !agrees(first, ours[first], theirs[first]);
  const takes = isAboutFirst ? Object.fromEntries(fields.map((field) => [field, theirs[field]])) : told;
  return difference(fact, [Object.values(told).map(textOf).join(' ')], pick(ours, fields), told, takes);
}

function isFormerCode({ formerCodes = [] }: Ours['customer'], code: string | undefined): boolean {
  return formerCodes.some((former) => agrees('code', former, code));
}

/** A name by which the customer is known, or that is only a form of address, is no other one. */
function nameDifference(ours: Ours['customer'], theirs: CustomerDraft): Difference | undefined {
  const known = new Set([ours.name, ...ours.aliases].map(nameKey));
  if (known.has(nameKey(theirs.name)) || titledName(theirs.name)) return undefined;
  const parts = Object.fromEntries(singleFacts.name.map((field) => [field, theirs[field]])) as Part;
  const aliases = titledName(ours.name) ? { aliases: union([ours.name], ours.aliases, compactText) } : {};
  return difference('name', [theirs.name], pick(ours, ['name']), pick(theirs, ['name']), { ...parts, ...aliases });
}

interface ListRules<T> {
  /** Where it may stand already. */
  known: readonly T[];
  keyOf: (item: T) => string;
  textOf: (item: T) => string;
  isNew: (fact: string, said: string) => boolean;
}

/** What the list has and nobody here knows comes first; what is here stays. */
function listDifference<F extends 'phones' | 'emails' | 'ims' | 'aliases' | 'doNotContact'>(
  fact: F,
  theirs: Customer[F],
  ours: Customer[F],
  { known, keyOf, textOf: say, isNew }: ListRules<Customer[F][number]>,
): Difference | undefined {
  const keys = new Set(known.map(keyOf));
  const items: readonly Customer[F][number][] = theirs;
  const added = items
    .filter((item) => !keys.has(keyOf(item)) && isNew(fact, say(item)))
    .slice(0, Math.max(0, listFacts[fact].most - ours.length));
  if (added.length === 0) return undefined;
  const takes = { [fact]: [...added, ...ours] } as Part;
  return difference(fact, added.map(say), { [fact]: ours }, { [fact]: added }, takes);
}

/** The only address, of which the list says nothing, becomes the other; of several none goes. */
function addressDifference(
  { addresses }: Ours['customer'],
  theirs: CustomerDraft,
  isNew: ListRules<never>['isNew'],
): Difference | undefined {
  const added = theirs.addresses.filter(
    (address) => !isKnownAddress(addresses, address) && isNew('addresses', formatAddress(address)),
  );
  if (added.length === 0) return undefined;
  const isConfirmed = theirs.addresses.some((address) => isKnownAddress(addresses, address));
  const kept = addresses.length > 1 || isConfirmed ? addresses : [];
  const takes = { addresses: [...added, ...kept].slice(0, listFacts.addresses.most) };
  return difference('addresses', added.map(formatAddress), { addresses }, { addresses: added }, takes);
}

/** A day of the same name becomes another. */
function anniversaryDifference(
  { anniversaries }: Ours['customer'],
  theirs: CustomerDraft,
  isNew: ListRules<never>['isNew'],
): Difference | undefined {
  const sayDay = ({ label, date }: Customer['anniversaries'][number]) => `${label} ${textOf(date)}`;
  const known = new Set(anniversaries.map(sayDay));
  const added = theirs.anniversaries.filter((each) => !known.has(sayDay(each)) && isNew('anniversaries', sayDay(each)));
  if (added.length === 0) return undefined;
  const others = anniversaries.filter(({ label }) => !added.some((each) => each.label === label));
  const takes = { anniversaries: [...others, ...added].slice(0, listFacts.anniversaries.most) };
  return difference('anniversaries', added.map(sayDay), { anniversaries }, { anniversaries: added }, takes);
}

/** Lines of a note that the note here has not got; they are added to it. */
export function noteDifference(
  ours: Ours['customer'],
  theirs: string | undefined,
  isDismissed: IsDismissed,
): Difference | undefined {
  const note = ours.note ?? '';
  const lines = (theirs ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !note.includes(line) && !isDismissed({ fact: 'note', said: line }));
  if (lines.length === 0) return undefined;
  const takes = { note: [...(note === '' ? [] : [note]), ...lines].join('\n').slice(0, longestNote) };
  return difference('note', lines, pick(ours, ['note']), { note: lines.join('\n') }, takes);
}
