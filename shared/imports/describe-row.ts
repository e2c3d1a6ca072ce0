import { writeYearlyDate } from '../formats/values/yearly-dates.ts';
import type { RelationRow } from './read-relation.ts';
import type { ReadOptions } from './row-reader.ts';
import type { Language } from '../i18n/catalogue.ts';
import { codeName } from '../words/coded-words.ts';
import { translate } from '../i18n/translate.ts';
import { joinWords } from '../i18n/format.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone } from '../match/format-phone.ts';
import type { Currency } from '../money/currency.ts';
import { sayMoney } from '../money/say-money.ts';
import type { Field } from './fields.ts';
import type { Buyer } from './read-buyer.ts';
import type { CustomerRow } from './read-customer.ts';
import type { InteractionRow } from './read-interaction.ts';
import type { PersonRow } from './read-person.ts';
import type { OrderRow } from './read-order.ts';

/** What was understood of a row, for people to look at: fields with their values as the screens will show them. */
export type RowFacts = { field: Field; text: string }[];

function facts(entries: readonly (readonly [Field, string | undefined])[]): RowFacts {
  return entries.flatMap(([field, text]) => (text === undefined || text === '' ? [] : [{ field, text }]));
}

type DescribedRow = Omit<CustomerRow, 'isKindTold' | 'related' | 'lastContact' | 'problems'>;

export function describeCustomer(
  { draft, contacts, tagNames, custom, referrer, campaign, followUp, opening }: DescribedRow,
  { language, currency, words = [] }: Pick<ReadOptions, 'language' | 'currency' | 'words'>,
): RowFacts {
  return facts([
    ['name', draft.name],
    ['kind', translate(language, `kind.${draft.kind}`)],
    ['phone', joinWords(language, draft.phones.map(formatPhone))],
    ['organization', draft.organization],
    [
      'contactName',
      joinWords(
        language,
        contacts.map((contact) => contact.name),
      ),
    ],
    ['title', draft.title ?? contacts[0]?.title],
    [
      'email',
      joinWords(
        language,
        draft.emails.map((email) => email.address),
      ),
    ],
    ['address', joinWords(language, draft.addresses.map(formatAddress))],
    ['birthday', draft.birthday && writeYearlyDate(draft.birthday)],
    [
      'source',
      draft.source && codeName('source', draft.source, words, (key, values) => translate(language, key, values)),
    ],
    ['campaign', campaign],
    ['tags', joinWords(language, tagNames)],
    ['referrer', referrer],
    ['acquiredOn', draft.acquiredOn],
    ['nextFollowUp', followUp?.due.replace('T', ' ')],
    ['lastPurchase', opening?.date.replace('T', ' ')],
    ['totalSpent', opening && sayMoney(language, currency, opening.totalFen)],
    ['purchaseCount', opening?.purchases?.toString()],
    [
      'customValue',
      joinWords(
        language,
        custom.map(({ label, value }) => `${label}: ${value}`),
      ),
    ],
    ['note', draft.note],
  ]);
}

export function describePerson({ customer, person }: PersonRow, language: Language): RowFacts {
  const list = (texts: readonly string[]) => joinWords(language, texts);
  return facts([
    ...describeBuyer(customer, language),
    ['contactName', person.name],
    ['contactRole', person.role && translate(language, `role.${person.role}`)],
    ['contactTitle', person.title],
    ['primary', person.primary === true ? translate(language, 'fields.yes') : undefined],
    ['leftOn', person.leftOn],
    ['phone', list(person.phones.map(formatPhone))],
    ['email', list(person.emails.map(({ address }) => address))],
    ['wechat', list(person.ims.map(({ account }) => account))],
    ['address', list((person.addresses ?? []).map(formatAddress))],
    ['birthday', person.birthday && writeYearlyDate(person.birthday)],
    ['note', person.note],
  ]);
}

export function describeOrder(
  row: OrderRow,
  { language, currency }: { language: Language; currency: Currency },
): RowFacts {
  const say = (fen: number) => sayMoney(language, currency, fen);
  return facts([
    ['no', row.no],
    ...describeBuyer(row.buyer, language),
    ['date', row.date?.replace('T', ' ')],
    ['type', translate(language, `orderType.${row.type}`)],
    ['product', row.product],
    ['qty', String(row.qtyMilli / 1000)],
    ['unitPrice', row.unitPriceFen === undefined ? undefined : say(row.unitPriceFen)],
    ['amount', say(row.amountFen)],
    ['discount', row.discountFen === 0 ? undefined : say(row.discountFen)],
    ['refNo', row.refNo],
    ['note', row.note],
  ]);
}

export function describeInteraction(row: InteractionRow, language: Language): RowFacts {
  return facts([
    ...describeBuyer(row.customer, language),
    ['at', row.at?.replace('T', ' ')],
    ['channel', translate(language, `channel.${row.channel}`)],
    ['direction', translate(language, `direction.${row.direction}`)],
    ['purpose', row.purpose && translate(language, `purpose.${row.purpose}`)],
    ['outcome', row.outcome && translate(language, `outcome.${row.outcome}`)],
    ['text', row.text],
    ['nextFollowUp', row.followUp?.due.replace('T', ' ')],
  ]);
}

function describeBuyer(buyer: Buyer, language: Language): [Field, string][] {
  return [
    ['customerName', buyer.name],
    ['customerPhone', joinWords(language, buyer.phones.map(formatPhone))],
    ['customerCode', buyer.code],
  ];
}

export function describeRelation(row: RelationRow, language: Language): RowFacts {
  return facts([
    ...describeBuyer(row.near, language),
    ['contactName', row.nearContact],
    ['role', row.roleText],
    ['otherCode', row.far.code],
    ['otherName', row.far.name],
    ['otherPhone', joinWords(language, row.far.phones.map(formatPhone))],
    ['otherContact', row.farContact],
    ['from', row.from],
    ['until', row.until],
    ['note', row.note],
  ]);
}
