import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Address, Customer, Phone } from '#shared/domain/customer/customer.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Interaction } from '#shared/domain/interaction/interaction.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { searchKeys, type SearchKeys } from '#shared/match/pinyin.ts';
import { foldText } from '#shared/match/text.ts';
import { eachContact } from '../columns/each-contact.ts';
import { withoutSigns } from './joined-codes.ts';

/**
 * What a customer can be found by.
 * `keys` holds the fields line by line, the most telling first: name, its pinyin, its initials, organisation with pinyin
 * and initials, then everything else. `ends` are the offsets at which the first four end.
 */
export interface SearchText {
  keys: string;
  ends: [name: number, full: number, initials: number, organization: number];
  /** The digits of each number, blanks between the numbers. */
  phones: string;
  /** Notes, the words of contacts and follow-ups, the numbers and goods of orders, and the names of files. */
  words: string;
  /** Syllables of the name with blanks between them: for sorting, and for input that mixes pinyin and initials. */
  reading: string;
  /** The same of the organisation. */
  organizationReading: string;
}

export interface SearchSource {
  customer: Customer;
  contacts: readonly Contact[];
  interactions: readonly Interaction[];
  followUps: readonly FollowUp[];
  orders: readonly Order[];
  attachments: readonly Attachment[];
}

export function searchTextOf(source: SearchSource): SearchText {
  const { customer, contacts } = source;
  const own = cachedKeys(customer.name, customer.reading);
  const organization = customer.organization ? cachedKeys(customer.organization) : noKeys;
  const lines = [
    foldText(customer.name),
    own.full.join(' '),
    own.initials.join(' '),
    spelled(customer.organization, organization),
  ];
  const ends = lines.map((_, index) => lines.slice(0, index + 1).join('\n').length) as SearchText['ends'];
  const rest = [
    ...customer.aliases.map((alias) => spelled(alias, cachedKeys(alias))),
    ...contacts.map((contact) => spelled(contact.name, cachedKeys(contact.name, contact.reading))),
    [customer.title, customer.department, customer.salutation],
    ...[...customer.addresses, ...contacts.flatMap((contact) => contact.addresses ?? [])].map(addressLine),
    [...customer.emails, ...contacts.flatMap((contact) => contact.emails)].map((email) => email.address),
    [...customer.ims, ...contacts.flatMap((contact) => contact.ims)].map((im) => im.account),
    [
      ...[customer.code, ...(customer.formerCodes ?? [])].flatMap(withAndWithoutSigns),
      customer.uscc,
      customer.legalRepresentative,
      customer.industry,
      customer.website,
    ],
  ].map((parts) => (typeof parts === 'string' ? parts : foldText(parts.filter(Boolean).join(' '))));
  return {
    keys: [...lines, ...rest.filter((line) => line !== '')].join('\n'),
    ends,
    phones: phoneDigits([...customer.phones, ...contacts.flatMap((contact) => contact.phones)]),
    words: wordsOf(source),
    reading: own.reading,
    organizationReading: organization.reading,
  };
}

/** British and Canadian postcodes, which are typed without their blank as often: `LS6 2AD`, `M5V 3L9`. */
const spacedPostcode = /\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)\b/gi;

export function addressLine(address: Address): string {
  const { country, province, city, district, street, postcode } = address;
  const parts = [province, city === province ? undefined : city, district, street].filter(Boolean);
  const place = parts.join(parts.some((part = '') => /\p{Script=Han}/u.test(part)) ? '' : ' ');
  const line = [country, place, postcode].filter(Boolean).join(' ');
  const joined = [...line.matchAll(spacedPostcode)].map(([code]) => code.replace(' ', ''));
  return foldText([line, ...joined].join(' '));
}

/** Everything long that was written about a customer, newest contacts last. */
function wordsOf({ customer, contacts, interactions, followUps, orders, attachments }: SearchSource): string {
  const notes: string[] = [];
  if (customer.note) notes.push(customer.note);
  for (const contact of contacts) if (contact.note) notes.push(contact.note);
  const said = wordsOfContacts(interactions).filter((words) => words !== '');
  const texts = followUps.map((followUp) => followUp.title);
  for (const text of orderTexts(orders)) texts.push(text);
  for (const { name } of attachments) texts.push(name);
  return [...notes.map(foldText), ...said, ...texts.map(foldText)].join('\n');
}

const wordsOfContacts = eachContact(({ text }) => foldText(text));

/** Numbers and notes of orders, and what was bought, each once however often. */
function orderTexts(orders: readonly Order[]): Set<string> {
  const texts = new Set<string>();
  for (const { no, note, lines } of orders) {
    if (no !== '') for (const text of withAndWithoutSigns(no)) texts.add(text);
    if (note) texts.add(note);
    for (const { text } of lines) if (text !== '') texts.add(text);
  }
  return texts;
}

/** People type a code with the signs between its parts or without them. */
function withAndWithoutSigns(code: string): string[] {
  const joined = withoutSigns(code);
  return joined === code || joined === '' ? [code] : [code, joined];
}

/** `13800138000`; of `+86 571 8888 0000` both `57188880000` and, as it was dialled, `057188880000`. */
export function phoneDigits(phones: readonly Phone[]): string {
  const numbers = new Set<string>();
  for (const { raw, e164 } of phones) {
    if (e164) numbers.add(e164.replace(/^\+(86)?/, ''));
    const digits = digitsOf(raw);
    if (digits.length > 2 && digits.replace(/^(00)?86/, '') !== e164?.replace(/^\+86/, '')) numbers.add(digits);
  }
  return [...numbers].join(' ');
}

export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}

const noKeys: SearchKeys = { reading: '', full: [], initials: [] };

function spelled(text: string | undefined, keys: SearchKeys): string {
  if (!text) return '';
  return [foldText(text), ...keys.full, ...keys.initials].join(' ');
}

/** Names repeat, those of organisations most; reading one takes longer than anything else here. */
const knownKeys = new Map<string, SearchKeys>();
const mostKnown = 20_000;

function cachedKeys(text: string, reading?: string): SearchKeys {
  if (reading !== undefined) return searchKeys(text, reading);
  const known = knownKeys.get(text);
  if (known) return known;
  if (knownKeys.size >= mostKnown) knownKeys.clear();
  const keys = searchKeys(text);
  knownKeys.set(text, keys);
  return keys;
}
