import type { Address, Customer, Phone } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { tagSchema } from '../domain/tag/tag.ts';
import { hasRoom } from '../facts/fact.ts';
import { typedOf, type ReferenceBook, type WrittenWorld } from '../facts/typed.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { normalizeUscc } from '../match/identifiers.ts';
import type { OwnPlace } from '../match/region/own-places.ts';
import { splitAddress } from '../match/region/resolve-address.ts';
import { cleanText } from '../match/text.ts';
import type { Currency } from '../money/currency.ts';
import { homeCountry } from '../reach/home-country.ts';
import { writeReach } from '../reach/lists.ts';
import { isUsable, wayRules, type Way } from '../reach/ways.ts';
import { ownPlaces } from '../words/places.ts';
import { isGapField, type GapKey } from './gap-fields.ts';

/** What fills a gap: the customer as it should be, a contact person who joins it, or the name of a tag that it gets. */
export type Filling =
  | { customer: CustomerDraft }
  | { person: { name: string; phones: Phone[] } }
  | { tag: string }
  | { problem: MessageKey };

export interface FillWorld extends WrittenWorld {
  today: LocalDate;
  references: ReferenceBook;
}

/** What typing `text` into a gap makes of a customer. What is there already stays: a number that does not work keeps its place. */
export function fillGap(customer: Customer, key: GapKey, text: string, world: FillWorld): Filling {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = customer;
  const clean = cleanText(text);
  if (clean === '') return { problem: 'gaps.problem.empty' };
  if (!isGapField(key)) return withFact(customer, draft, key, clean, world);
  switch (key) {
    case 'phones':
    case 'ims':
    case 'emails':
      return withMore(draft, key, clean, world.currency);
    case 'addresses':
      return withAddress(draft, clean, ownPlaces(world.words));
    case 'region':
      return withRegion(draft, clean, ownPlaces(world.words));
    case 'identity':
      return identityOf(draft, clean);
    case 'tagIds':
      return tagOf(clean.replace(/^#\s*/, ''));
    case 'birthday':
    case 'gender':
    case 'source':
    case 'industry':
    case 'size':
      return withFact(customer, draft, key, clean, world);
  }
}

function withFact(customer: Customer, draft: CustomerDraft, key: GapKey, text: string, world: FillWorld): Filling {
  const fact = typedOf(key, world);
  if (!fact) return { problem: 'bulk.problem.noField' };
  // It was filled elsewhere since the list was gathered.
  if (fact.read(customer, world.currency) !== '') return { problem: 'gaps.problem.filled' };
  if (fact.choices && !fact.isMultiple && !fact.choices.some(({ id }) => id === text)) {
    return { problem: 'bulk.problem.noChoice' };
  }
  const written = fact.write(draft, text, world.today, world.currency);
  return 'problem' in written ? written : { customer: written.draft };
}

function withMore(draft: CustomerDraft, way: Exclude<Way, 'addresses'>, text: string, currency: Currency): Filling {
  const written = writeReach(way, draft[way], draft[way].length, text, {
    country: homeCountry(draft, currency),
  });
  if ('list' in written && written.list.length === draft[way].length) {
    return { problem: way === 'emails' ? 'reach.problem.emails' : 'reach.problem.phones' };
  }
  return 'problem' in written ? written : { customer: { ...draft, [way]: written.list } };
}

/** A street joins the place that is known without one. */
function withAddress(draft: CustomerDraft, text: string, places: readonly OwnPlace[]): Filling {
  const [typed] = wayRules.addresses.read(text, { places });
  if (typeof typed !== 'object' || (typed.street ?? '') === '') return { problem: 'gaps.problem.street' };
  const at = draft.addresses.findIndex(
    ({ street = '', regionCode = '', ...address }) =>
      isUsable(address) && street === '' && (typed.regionCode ?? regionCode).startsWith(regionCode),
  );
  return { customer: { ...draft, addresses: placed(draft.addresses, at, typed) } };
}

/** The place of an address of which only the street is known, or a place alone. */
function withRegion(draft: CustomerDraft, text: string, places: readonly OwnPlace[]): Filling {
  const typed = splitAddress(text, places);
  if (typed?.regionCode === undefined) return { problem: 'gaps.problem.region' };
  const at = draft.addresses.findIndex((address) => isUsable(address) && address.regionCode === undefined);
  const street = draft.addresses[at]?.street ?? typed.street;
  return { customer: { ...draft, addresses: placed(draft.addresses, at, { ...typed, ...(street && { street }) }) } };
}

/** The addresses with more known of one of them, or with one more. */
function placed(addresses: readonly Address[], at: number, more: Address): Address[] {
  const known = addresses[at];
  return known ? addresses.with(at, { ...known, ...more }) : [...addresses, more];
}

function tagOf(name: string): Filling {
  if (name === '') return { problem: 'gaps.problem.empty' };
  return tagSchema.shape.name.safeParse(name).success ? { tag: name } : { problem: 'facts.tooLong' };
}

const usccLike = /^(?=.*\d)[0-9A-Z]{15,20}$/;
const personLike = /^([^\d+]+?)[\s,，:：]*([+\d].*)?$/;

/** A credit code, or the name of a contact person, with numbers behind it. */
function identityOf(draft: CustomerDraft, text: string): Filling {
  const code = normalizeUscc(text);
  if (usccLike.test(code)) {
    return hasRoom('uscc', code) ? { customer: { ...draft, uscc: code } } : { problem: 'facts.tooLong' };
  }
  const [, name = '', numbers = ''] = personLike.exec(text) ?? [];
  const phones = wayRules.phones.read(numbers);
  if (name === '' || typeof phones === 'string') return { problem: 'gaps.problem.identity' };
  return name.length > 120 ? { problem: 'facts.tooLong' } : { person: { name, phones } };
}
