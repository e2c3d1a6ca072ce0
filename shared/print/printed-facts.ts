import type { Contact } from '../domain/contact/contact.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { Fact } from '../facts/fact.ts';
import { contactFacts, facts } from '../facts/facts.ts';
import type { Word } from '../domain/word/word.ts';
import type { Language } from '../i18n/catalogue.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Currency } from '../money/currency.ts';
import { codeName } from '../words/coded-words.ts';
import { repeatsSource } from '../words/sources.ts';
import { isUsable, reachesOf, rulesOf, ways, type Reachable, type Way } from '../reach/ways.ts';

/** How it is said. */
export interface Wording {
  t: Translate;
  language: Language;
  currency: Currency;
}

/** One line of a printed card: what it is, and what is known of it, one value a line. */
export interface PrintedFact {
  label: string;
  values: string[];
}

/** Everything that is known of a customer but the name, which stands above, and what everybody has; nothing that cannot be used any more. */
export function printedFacts(customer: Customer, wording: Wording, words: readonly Word[] = []): PrintedFact[] {
  const { t, language, currency } = wording;
  return facts.flatMap((fact) => {
    if (fact.key === 'name' || fact.isAside === true) return [];
    const { source, sourceDetail = '' } = customer;
    if (fact.list !== undefined) {
      const code = fact.read(customer, currency);
      return code === '' ? [] : [{ label: t(fact.label), values: [codeName(fact.list, code, words, t)] }];
    }
    if (fact.key === 'sourceDetail' && source !== undefined && repeatsSource(sourceDetail, source, words)) return [];
    const own = printedFact(fact, customer, wording);
    if (fact.key !== 'birthday') return own;
    const anniversaries = customer.anniversaries.map(({ label, date }) => `${label} ${sayYearlyDate(language, date)}`);
    return anniversaries.length === 0 ? own : [...own, { label: t('field.anniversaries'), values: anniversaries }];
  });
}

/** The same of a contact person. */
export function printedContactFacts(contact: Contact, wording: Wording): PrintedFact[] {
  const own = contactFacts.flatMap((fact) => (fact.key === 'name' ? [] : printedFact(fact, contact, wording)));
  return [...ways.flatMap((way) => printedWay(way, contact, wording.t)), ...own];
}

function printedFact<R extends Reachable, D>(fact: Fact<R, D>, record: R, wording: Wording): PrintedFact[] {
  const { t, language, currency } = wording;
  const way = ways.find((each) => each === fact.key);
  if (way) return printedWay(way, record, t);
  const value = fact.show ? fact.show(record, t, language, currency) : fact.read(record, currency, language);
  return value === '' ? [] : [{ label: t(fact.label), values: [value] }];
}

function printedWay(way: Way, record: Reachable, t: Translate): PrintedFact[] {
  const values = reachesOf(way, record)
    .filter(isUsable)
    .map((reach) => [rulesOf(way).show(reach), reach.label].filter(Boolean).join(' · '));
  return values.length === 0 ? [] : [{ label: t(`field.${way}`), values }];
}
