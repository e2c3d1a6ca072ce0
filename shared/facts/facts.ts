import { contactRoles, type Contact } from '../domain/contact/contact.ts';
import type { ContactDraft } from '../domain/contact/draft-contact.ts';
import { sources, type YearlyDate } from '../domain/customer/customer.ts';
import { readYearlyDate } from '../formats/values/yearly-dates.ts';
import { readWords, writeWords } from '../formats/values/word-list.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';
import { isDayFirstFor } from '../match/country.ts';
import { cleanText } from '../match/text.ts';
import type { Currency } from '../money/currency.ts';
import { codeName } from '../words/coded-words.ts';
import { homeCountry } from '../reach/home-country.ts';
import { rewriteAll } from '../reach/lists.ts';
import { reachesOf, rulesOf, type Way } from '../reach/ways.ts';
import { choiceFact, hasRoom, textFact, without, type Fact, type Written } from './fact.ts';
import { lossFacts } from './loss-facts.ts';
import { termFacts, withName } from './term-facts.ts';

/** The fact of a key, `undefined` when there is none that can be typed. */
export function factOf(key: string): Fact | undefined {
  return facts.find((fact) => fact.key === key);
}

/** All numbers, accounts, mails or addresses as one text; each keeps what is known of it when it is typed again. */
function reachFact(way: Way, extra: Partial<Fact> = {}): Fact {
  const rules = rulesOf(way);
  return {
    key: way,
    label: `field.${way}`,
    hint: 'facts.separated',
    read: (customer, _, language) =>
      reachesOf(way, customer)
        .map(rules.write)
        .join(language === 'en' ? '; ' : '；'),
    show: (customer) => reachesOf(way, customer).map(rules.show).join('\n'),
    write: (draft, text, _, currency) => {
      const written = rewriteAll(way, reachesOf(way, draft), text, { country: homeCountry(draft, currency) });
      return 'problem' in written ? written : { draft: { ...draft, [way]: written.list } };
    },
    ...extra,
  };
}

interface Born {
  birthday?: YearlyDate | undefined;
}

const birthdayFact = {
  key: 'birthday',
  label: 'field.birthday',
  read: ({ birthday }: Born, _: Currency, language: Language = 'zh-CN') =>
    birthday ? sayYearlyDate(language, birthday) : '',
} as const;

/** A record with the birthday that a text says, or without one. */
function writeBirthday<D extends Born>(draft: D, text: string, today: LocalDate, currency: Currency): Written<D> {
  if (cleanText(text) === '') return { draft: without(draft, 'birthday') };
  const birthday = readYearlyDate(cleanText(text), { today, isDayFirst: isDayFirstFor(currency) });
  return birthday ? { draft: { ...draft, birthday } } : { problem: 'facts.invalidBirthday' };
}

/** The facts of a customer in the order of the card. */
export const facts: readonly Fact[] = [
  {
    key: 'name',
    label: 'field.name',
    read: (customer) => customer.name,
    write: (draft, text) => {
      const name = cleanText(text);
      if (name === '') return { problem: 'facts.nameNeeded' };
      return hasRoom('name', name) ? { draft: withName(draft, name) } : { problem: 'facts.tooLong' };
    },
  },
  reachFact('phones', { isPrimary: true }),
  reachFact('ims'),
  reachFact('emails'),
  textFact('organization'),
  textFact('title'),
  reachFact('addresses'),
  { ...birthdayFact, write: writeBirthday },
  {
    key: 'source',
    list: 'source',
    label: 'field.source',
    choices: sources.map((id) => ({ id, label: `class.source.${id}` as const })),
    read: (customer) => customer.source ?? '',
    show: (customer, t) => (customer.source ? codeName('source', customer.source, [], t) : ''),
    write: (draft, text) => ({ draft: text === '' ? without(draft, 'source') : { ...draft, source: text } }),
  },
  textFact('sourceDetail'),
  {
    key: 'campaign',
    list: 'campaign',
    label: 'field.campaign',
    choices: [],
    read: ({ campaign = '' }) => campaign,
    write: (draft, text) => {
      if (text === '') return { draft: without(draft, 'campaign') };
      return hasRoom('campaign', text) ? { draft: { ...draft, campaign: text } } : { problem: 'bulk.problem.noChoice' };
    },
  },
  textFact('reading'),
  {
    key: 'aliases',
    label: 'field.aliases',
    hint: 'facts.separated',
    read: (customer) => writeWords(customer.aliases),
    write: (draft, text) => {
      const aliases = readWords(text, 'semicolon');
      return hasRoom('aliases', aliases) ? { draft: { ...draft, aliases } } : { problem: 'facts.tooLong' };
    },
  },
  choiceFact('gender', [
    { id: 'male', label: 'facts.male' },
    { id: 'female', label: 'facts.female' },
  ]),
  textFact('salutation'),
  textFact('department'),
  textFact('industry'),
  textFact('size'),
  textFact('uscc'),
  textFact('legalRepresentative'),
  textFact('website'),
  ...termFacts,
  ...lossFacts,
  {
    key: 'note',
    label: 'field.note',
    isLong: true,
    read: (customer) => customer.note ?? '',
    write: (draft, text) => ({ draft: text.trim() === '' ? without(draft, 'note') : { ...draft, note: text.trim() } }),
  },
];

type ContactText = 'title' | 'reading' | 'note';

function contactText(key: ContactText, label: MessageKey, extra: Partial<ContactFact> = {}): ContactFact {
  return {
    key,
    label,
    read: (contact) => contact[key] ?? '',
    write: (draft, text) => {
      const clean = key === 'note' ? text.trim() : cleanText(text);
      return { draft: clean === '' ? without(draft, key) : { ...draft, [key]: clean } };
    },
    ...extra,
  };
}

export type ContactFact = Fact<Contact, ContactDraft>;

/** The facts of a contact person; how they are reached stands between `role` and `birthday`. */
export const contactFacts: readonly ContactFact[] = [
  {
    key: 'name',
    label: 'contacts.name',
    isPrimary: true,
    read: (contact) => contact.name,
    write: (draft, text) =>
      cleanText(text) === '' ? { problem: 'contacts.nameNeeded' } : { draft: { ...draft, name: cleanText(text) } },
  },
  contactText('title', 'contacts.titleField', { isPrimary: true }),
  {
    key: 'role',
    label: 'contacts.role',
    isPrimary: true,
    choices: contactRoles.map((id) => ({ id, label: `role.${id}` as const })),
    read: (contact) => contact.role ?? '',
    show: (contact, t) => (contact.role ? t(`role.${contact.role}`) : ''),
    write: (draft, text) => {
      const role = contactRoles.find((id) => id === text);
      return { draft: role === undefined ? without(draft, 'role') : { ...draft, role } };
    },
  },
  { ...birthdayFact, write: writeBirthday },
  contactText('reading', 'field.reading'),
  contactText('note', 'field.note', { isLong: true }),
];
