import {
  channels,
  customerKinds,
  type Channel,
  type Customer,
  type CustomerKind,
} from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import { readDate } from '../formats/values/dates.ts';
import { readTermsDays } from '../formats/values/payment-terms.ts';
import { writeWords } from '../formats/values/word-list.ts';
import { joinWords } from '../i18n/format.ts';
import { readDoNotContact } from '../imports/choices.ts';
import { isDayFirstFor } from '../match/country.ts';
import { cleanText } from '../match/text.ts';
import { splitPersonName } from '../match/names.ts';
import { readMoney } from '../money/read-money.ts';
import { sayMoney, writeMoney } from '../money/say-money.ts';
import { choiceFact, hasRoom, textFact, without, type Fact, type Written } from './fact.ts';

const channelChoices = channels.map((id) => ({ id, label: `channel.${id}` as const }));

/** On what terms one deals with a customer: of which kind they are, who looks after them, how they want to be reached and pay. */
export const termFacts: readonly Fact[] = [
  {
    ...choiceFact(
      'kind',
      customerKinds.map((id) => ({ id, label: `kind.${id}` as const })),
    ),
    isRequired: true,
    isAside: true,
    write: (draft, text) => {
      const kind = customerKinds.find((each) => each === text);
      return kind === undefined ? { problem: 'bulk.problem.noChoice' } : { draft: withKind(draft, kind) };
    },
  },
  {
    key: 'code',
    label: 'field.code',
    isUnique: true,
    isAside: true,
    read: (customer) => customer.code,
    write: writeCode,
  },
  textFact('owner'),
  choiceFact(
    'leadStatus',
    (['new', 'working', 'parked', 'invalid'] as const).map((id) => ({ id, label: `leadStatus.${id}` as const })),
  ),
  choiceFact('preferredChannel', channelChoices),
  textFact('preferredTime'),
  {
    key: 'doNotContact',
    label: 'field.doNotContact',
    choices: channelChoices,
    isMultiple: true,
    read: (customer) => writeWords(customer.doNotContact),
    show: ({ doNotContact }, t, language) =>
      joinWords(
        language,
        doNotContact.map((channel: Channel) => t(`channel.${channel}`)),
      ),
    write: (draft, text) => {
      if (text.trim() === '') return { draft: { ...draft, doNotContact: [] } };
      const read = readDoNotContact(text);
      return read ? { draft: { ...draft, doNotContact: read } } : { problem: 'bulk.problem.noChoice' };
    },
  },
  {
    key: 'creditLimitFen',
    label: 'field.creditLimitFen',
    hint: 'fields.hint.money',
    read: ({ creditLimitFen }, currency) => (creditLimitFen === undefined ? '' : writeMoney(creditLimitFen, currency)),
    show: ({ creditLimitFen }, _, language, currency) =>
      creditLimitFen === undefined ? '' : sayMoney(language, currency, creditLimitFen),
    write: (draft, text, _, currency) =>
      readMoney(text, currency)?.isForeign === true
        ? { problem: 'fields.problem.currency' }
        : writeNumber(draft, 'creditLimitFen', text, (typed) => readMoney(typed, currency)?.fen),
  },
  {
    key: 'paymentTermsDays',
    label: 'field.paymentTermsDays',
    hint: 'facts.termsHint',
    read: ({ paymentTermsDays }) => (paymentTermsDays === undefined ? '' : String(paymentTermsDays)),
    show: ({ paymentTermsDays }, t) =>
      paymentTermsDays === undefined ? '' : t('facts.terms', { days: paymentTermsDays }),
    write: (draft, text) => writeNumber(draft, 'paymentTermsDays', text, readTermsDays),
  },
  {
    key: 'acquiredOn',
    label: 'field.acquiredOn',
    hint: 'facts.dayHint',
    isAside: true,
    read: ({ acquiredOn = '' }) => acquiredOn,
    write: (draft, text, today, currency) => {
      if (cleanText(text) === '') return { draft: without(draft, 'acquiredOn') };
      const acquiredOn = readDate(text, { today, isDayFirst: isDayFirstFor(currency) })?.slice(0, 10);
      if (acquiredOn === undefined) return { problem: 'fields.problem.date' };
      return acquiredOn > today ? { problem: 'facts.inFuture' } : { draft: { ...draft, acquiredOn } };
    },
  },
];

/** Nobody is without a code: an empty one leaves the code as it is. */
function writeCode(draft: CustomerDraft, text: string): Written<CustomerDraft> {
  const code = cleanText(text);
  if (code === '') return { problem: 'facts.codeNeeded' };
  return hasRoom('code', code) ? { draft: { ...draft, code } } : { problem: 'facts.tooLong' };
}

function writeNumber(
  draft: CustomerDraft,
  key: 'creditLimitFen' | 'paymentTermsDays',
  text: string,
  read: (text: string) => number | undefined,
): Written<CustomerDraft> {
  if (cleanText(text) === '') return { draft: without(draft, key) };
  const value = read(text);
  if (value === undefined || value < 0) {
    return { problem: key === 'creditLimitFen' ? 'fields.problem.money' : 'fields.problem.number' };
  }
  return { draft: { ...draft, [key]: value } };
}

/** Only people have a family name and a given one. */
function withKind(draft: CustomerDraft, kind: CustomerKind): CustomerDraft {
  return kind === 'person' ? { ...draft, kind } : { ...without(without(draft, 'familyName'), 'givenName'), kind };
}

/** Under another name; where its parts are told, those of the new one. */
export function withName(draft: CustomerDraft, name: string): CustomerDraft {
  const { familyName, givenName, ...rest } = draft as CustomerDraft & Pick<Customer, 'familyName' | 'givenName'>;
  if (familyName === undefined && givenName === undefined) return { ...draft, name };
  return { ...rest, name, ...splitPersonName(name) };
}
