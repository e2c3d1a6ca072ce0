import type { FieldValue } from '#shared/custom-fields/values.ts';
import type { Address } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatPhone } from '#shared/match/format-phone.ts';
import { readingsOfName } from '#shared/match/pinyin.ts';
import { foldText } from '#shared/match/text.ts';
import type { Currency } from '#shared/money/currency.ts';
import { writeMoney } from '#shared/money/say-money.ts';
import type { CustomerRow } from '../../api.ts';
import { withoutSigns } from './joined-codes.ts';
import { matchMixed, type SearchTerm } from './search-terms.ts';

export type Match = NonNullable<CustomerRow['match']>;
type Range = [from: number, to: number];

/** Characters shown before a place that was found in a long text, and in all. */
const shownBefore = 3;
/** A place further in than this may not be seen behind the name in a narrow column: a district stands behind province and city. */
const mostBefore = 4;
const shownInAll = 80;
/** What one syllable of a reading stands for: an ideograph, or a word in other letters. Signs are not read. */
const spelledUnit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
/** A text longer than this is folded stretch by stretch, up to the first place. */
const longText = 4_000;

/** What a row shows anyway. */
export interface NamedTexts {
  name: string;
  /** Syllables of the name, blanks between them. */
  reading: string;
  organization: string;
  phone: string;
}

/** Marks where the words stand in what a row shows; `null` when they are found only elsewhere in the dossier. */
export function locateInRow(terms: readonly SearchTerm[], row: NamedTexts): Match | null {
  return (
    locate('name', row.name, terms, (term) => pinyinRange(term, row.name, row.reading)) ??
    locate('phone', row.phone, terms, digitRange(row.phone)) ??
    locate('organization', row.organization, terms)
  );
}

/** Marks the characters that the words spell in a text by the pinyin or initials of any of its readings. */
export function locateByReading(field: string, text: string, terms: readonly SearchTerm[]): Match | null {
  const readings = readingsOfName(text);
  return locate(field, text, terms, (term) => {
    for (const reading of readings) {
      const range = pinyinRange(term, text, reading);
      if (range) return range;
    }
    return null;
  });
}

/** Marks where the words stand in the rest of a dossier, the newest contact first. `null` when nothing can be marked. */
export function locateInDossier(terms: readonly SearchTerm[], dossier: Dossier, currency: Currency): Match | null {
  for (const [field, text, entryId] of textsOf(dossier, currency)) {
    const match = locateAnywhere(field, text, terms);
    if (match) return entryId === undefined ? match : { ...match, entryId };
  }
  return null;
}

function locateAnywhere(field: string, text: string, terms: readonly SearchTerm[]): Match | null {
  if (text.length > longText) return locateInLong(field, text, terms);
  const match = locate(field, text, terms, field === 'phone' ? digitRange(text) : undefined);
  return match && shorten(match);
}

function* textsOf(dossier: Dossier, currency: Currency): Generator<[field: string, text: string, entryId?: string]> {
  const { customer, contact, interaction, followUp, order, attachment } = dossier;
  for (const alias of customer.aliases) yield ['aliases', alias];
  for (const person of contact) yield ['contact', person.name];
  for (const phone of [...customer.phones, ...contact.flatMap((person) => person.phones)])
    yield ['phone', formatPhone(phone)];
  for (const field of ['title', 'department', 'salutation'] as const)
    if (customer[field]) yield [field, customer[field]];
  for (const { country, province, city, district, street, postcode } of addressesOf(dossier)) {
    const place = [province, city === province ? '' : city, district, street].join('');
    yield ['addresses', [country, place, postcode].filter(Boolean).join(' ')];
  }
  for (const email of [...customer.emails, ...contact.flatMap((person) => person.emails)])
    yield ['emails', email.address];
  for (const im of [...customer.ims, ...contact.flatMap((person) => person.ims)]) yield ['ims', im.account];
  for (const former of customer.formerCodes ?? []) yield ['code', former];
  for (const field of ['code', 'uscc', 'legalRepresentative', 'industry', 'website', 'note'] as const) {
    if (customer[field]) yield [field, customer[field]];
  }
  for (const value of Object.values(customer.customFields))
    for (const text of textsOfOwn(value, currency)) yield ['customFields', text];
  for (const person of contact) if (person.note) yield ['contact', person.note];
  for (const each of newestFirst(interaction, ({ at }) => at)) yield ['interaction', each.text, each.id];
  for (const each of followUp) yield ['followUp', each.title, each.id];
  for (const { id, no, note, lines } of newestFirst(order, ({ date }) => date)) {
    yield ['order', [no, ...lines.map(({ text }) => text), note].filter(Boolean).join(' · '), id];
  }
  for (const { id, name } of attachment) yield ['attachment', name, id];
}

/** Most are written down as they happen: then nothing is to be sorted. */
function newestFirst<T>(records: readonly T[], timeOf: (record: T) => string): readonly T[] {
  const isInOrder = records.every((record, at) => at === 0 || timeOf(records[at - 1] ?? record) <= timeOf(record));
  return isInOrder ? records.toReversed() : records.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
}

function addressesOf({ customer, contact }: Dossier): Address[] {
  return [...customer.addresses, ...contact.flatMap((person) => person.addresses ?? [])];
}

/** A value of a field of the archive's own in the ways in which it may be looked for; one that means a customer is none. */
function textsOfOwn(value: FieldValue, currency: Currency): string[] {
  if (typeof value === 'boolean') return [];
  if (typeof value === 'number') return [String(value), writeMoney(value, currency)];
  if (typeof value === 'string') return isId(value) ? [] : [value];
  return [value.join('、')];
}

function isId(text: string): boolean {
  return /^[\da-f]{8}-[\da-f-]{27}$/.test(text);
}

/** Stretches overlap by as much as a word may take, so that none is cut in two. */
function locateInLong(field: string, text: string, terms: readonly SearchTerm[]): Match | null {
  const overlap = terms.reduce((most, term) => Math.max(most, term.text.length * 2), shownInAll);
  for (let from = 0; from < text.length; from += longText) {
    const start = Math.max(0, from - overlap);
    const match = locate(field, text.slice(start, from + longText), terms);
    if (match) return shorten(match, { isCutBefore: start > 0, isCutAfter: from + longText < text.length });
  }
  return null;
}

function locate(
  field: string,
  text: string,
  terms: readonly SearchTerm[],
  otherwise?: (term: SearchTerm) => Range | null,
): Match | null {
  if (text === '') return null;
  if (!otherwise) {
    // Most texts hold none of the words, and folding them at once is far cheaper than character by character.
    const folded = foldText(text);
    if (!terms.some((term) => folded.includes(term.text)) && !holdsJoined(folded, terms)) return null;
  }
  const { folded, places } = foldWithPlaces(text);
  const ranges: Range[] = [];
  for (const term of terms) {
    const at = folded.indexOf(term.text);
    const range: Range | null =
      at >= 0
        ? [places[at] ?? 0, places[at + term.text.length] ?? text.length]
        : (otherwise?.(term) ?? joinedRange(term, folded, places));
    if (range) ranges.push(range);
  }
  return ranges.length > 0 ? { field, text, ranges: merged(ranges) } : null;
}

/** Whether a word stands in a folded text when the signs are left out of both. */
function holdsJoined(folded: string, terms: readonly SearchTerm[]): boolean {
  const joined = withoutSigns(folded);
  if (joined === folded && terms.every((term) => term.joined === '')) return false;
  return terms.some((term) => joined.includes(term.joined || term.text));
}

/** The folded text, and for each of its characters where it stands in the original. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const own = character.trim() === '' ? ' ' : foldText(character);
    for (let unit = 0; unit < own.length; unit += 1) places.push(at);
    folded += own;
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}

/** Finds a part of a code whatever signs stand between its characters. */
function joinedRange({ text, joined }: SearchTerm, folded: string, places: readonly number[]): Range | null {
  const own: number[] = [];
  let all = '';
  for (let at = 0; at < folded.length; at += 1) {
    const kept = withoutSigns(folded.charAt(at));
    if (kept === '') continue;
    all += kept;
    own.push(at);
  }
  const sought = joined || text;
  const at = all.indexOf(sought);
  const last = own[at + sought.length - 1];
  return at < 0 || last === undefined ? null : [places[own[at] ?? 0] ?? 0, places[last + 1] ?? 0];
}

/** The characters that a word in pinyin or initials stands for; the whole name when it cannot be told which. */
function pinyinRange(term: SearchTerm, name: string, reading: string): Range | null {
  if (term.kind === 'text') return null;
  const syllables = reading.split(' ');
  const spelled = matchMixed(term.text, reading, name) ?? withinSyllables(term.text, syllables);
  if (!spelled) return null;
  const units = [...name.matchAll(spelledUnit)];
  const [first, last] = [units[spelled[0]], units[spelled[1] - 1]];
  if (units.length !== syllables.length || !first || !last) return [0, name.length];
  return [first.index, last.index + last[0].length];
}

/** A part of the whole pinyin that begins inside a syllable. */
function withinSyllables(word: string, syllables: readonly string[]): Range | null {
  const at = syllables.join('').indexOf(word);
  if (at < 0) return null;
  let end = 0;
  const ends = syllables.map((syllable) => (end += syllable.length));
  const last = ends.findIndex((each) => each >= at + word.length);
  return [ends.findIndex((each) => each > at), last + 1];
}

/** Finds digits in a number whatever stands between them. */
function digitRange(text: string): (term: SearchTerm) => Range | null {
  return ({ digits: typed, dialledAtHome }) => {
    if (!typed) return null;
    const places: number[] = [];
    let all = '';
    for (let at = 0; at < text.length; at += 1) {
      const digit = text.charAt(at).normalize('NFKC');
      if (!/^\d$/.test(digit)) continue;
      all += digit;
      places.push(at);
    }
    const digits = dialledAtHome !== '' && all === dialledAtHome ? dialledAtHome : typed;
    // Who is found by the end of a number is found by that end, wherever else it stands in it.
    const at = all.endsWith(digits) ? all.length - digits.length : all.indexOf(digits);
    return at < 0 ? null : [places[at] ?? 0, (places[at + digits.length - 1] ?? 0) + 1];
  };
}

function merged(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** A text by the part around the first place found, with ellipses where something is or was left out. */
function shorten(match: Match, { isCutBefore = false, isCutAfter = false } = {}): Match {
  const { field, text, ranges } = match;
  const first = ranges[0]?.[0] ?? 0;
  if (text.length <= shownInAll && first <= mostBefore) return match;
  const from = Math.max(0, first - shownBefore);
  const to = Math.min(text.length, from + shownInAll);
  const lead = from > 0 || isCutBefore ? '…' : '';
  const shift = lead.length - from;
  const kept = ranges.filter(([start]) => start < to).map(([a, b]): Range => [a + shift, Math.min(b, to) + shift]);
  const rest = to < text.length || isCutAfter ? '…' : '';
  return { field, text: `${lead}${text.slice(from, to)}${rest}`, ranges: kept };
}
