import { sources, type Customer, type Phone, type Source } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import { readYearlyDate, writeYearlyDate } from '../formats/values/yearly-dates.ts';
import type { LocalDate } from '../domain/record.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { Translate } from '../i18n/translate.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone, phoneMatchKey } from '../match/format-phone.ts';
import { normalizePhones } from '../match/phone.ts';
import { splitAddress } from '../match/region/resolve-address.ts';
import { cleanText } from '../match/text.ts';

export type FactKey = keyof CustomerDraft & keyof Customer;

/** A customer with the fact changed, or the sentence that says why the text cannot be one. */
type Written = { draft: CustomerDraft } | { problem: MessageKey };

export interface Fact {
  key: FactKey;
  label: MessageKey;
  /** Shown even when empty. */
  isPrimary?: boolean;
  isLong?: boolean;
  hint?: MessageKey;
  choices?: readonly { id: string; label: MessageKey }[];
  /** As it is edited; empty when there is none. */
  read: (customer: Customer) => string;
  /** As it is shown, where that differs from `read`. */
  show?: (customer: Customer, t: Translate) => string;
  write: (draft: CustomerDraft, text: string, today: LocalDate) => Written;
}

type TextKey =
  | 'organization'
  | 'department'
  | 'title'
  | 'uscc'
  | 'legalRepresentative'
  | 'industry'
  | 'size'
  | 'website'
  | 'sourceDetail'
  | 'owner'
  | 'preferredTime'
  | 'salutation'
  | 'reading';

/** The fact of a key, `undefined` when there is none that can be typed. */
export function factOf(key: string): Fact | undefined {
  return facts.find((fact) => fact.key === key);
}

function without(draft: CustomerDraft, key: FactKey): CustomerDraft {
  const { [key]: _removed, ...rest } = draft;
  return rest as CustomerDraft;
}

function textFact(key: TextKey, extra: Partial<Fact> = {}): Fact {
  return {
    key,
    label: `field.${key}`,
    read: (customer) => customer[key] ?? '',
    write: (draft, text) => {
      const clean = cleanText(text);
      return { draft: clean === '' ? without(draft, key) : { ...draft, [key]: clean } };
    },
    ...extra,
  };
}

function splitList(text: string): string[] {
  return text
    .split(/[;；\n]/)
    .map(cleanText)
    .filter((part) => part !== '');
}

/** Phones typed again keep what was known of them (label, status, verified day). */
function mergePhones(before: readonly Phone[], text: string): Phone[] {
  const known = new Map(before.map((phone) => [phoneMatchKey(phone) || phone.raw, phone]));
  return splitList(text)
    .flatMap((part) => normalizePhones(part))
    .map(({ phone }) => known.get(phoneMatchKey(phone) || phone.raw) ?? phone);
}

const imPrefix = /^(qq|微信|wechat|企微|wecom|抖音|douyin)[:：\s]+/i;
const imKindOf: Record<string, Customer['ims'][number]['kind']> = {
  qq: 'qq',
  微信: 'wechat',
  wechat: 'wechat',
  企微: 'wecom',
  wecom: 'wecom',
  抖音: 'douyin',
  douyin: 'douyin',
};

function parseIm(text: string): Customer['ims'][number] {
  const prefix = imPrefix.exec(text);
  if (!prefix) return { kind: /^\d{5,11}$/.test(text) && !/^1\d{10}$/.test(text) ? 'qq' : 'wechat', account: text };
  return { kind: imKindOf[(prefix[1] ?? '').toLowerCase()] ?? 'other', account: text.slice(prefix[0].length) };
}

/** The facts of a customer in the order of the card. */
export const facts: readonly Fact[] = [
  {
    key: 'name',
    label: 'field.name',
    read: (customer) => customer.name,
    write: (draft, text) =>
      cleanText(text) === '' ? { problem: 'facts.nameNeeded' } : { draft: { ...draft, name: cleanText(text) } },
  },
  {
    key: 'phones',
    label: 'field.phones',
    isPrimary: true,
    hint: 'facts.separated',
    read: (customer) => customer.phones.map((phone) => phone.raw).join('；'),
    show: (customer) => customer.phones.map(formatPhone).join('\n'),
    write: (draft, text) => ({ draft: { ...draft, phones: mergePhones(draft.phones, text) } }),
  },
  {
    key: 'ims',
    label: 'field.ims',
    hint: 'facts.separated',
    read: (customer) =>
      customer.ims.map((im) => (im.kind === 'wechat' ? im.account : `${im.kind}: ${im.account}`)).join('；'),
    show: (customer) => customer.ims.map((im) => im.account).join('\n'),
    write: (draft, text) => ({ draft: { ...draft, ims: splitList(text).map(parseIm) } }),
  },
  {
    key: 'emails',
    label: 'field.emails',
    hint: 'facts.separated',
    read: (customer) => customer.emails.map((email) => email.address).join('；'),
    show: (customer) => customer.emails.map((email) => email.address).join('\n'),
    write: (draft, text) => ({ draft: { ...draft, emails: splitList(text).map((address) => ({ address })) } }),
  },
  textFact('organization'),
  textFact('title'),
  {
    key: 'addresses',
    label: 'field.addresses',
    hint: 'facts.separated',
    read: (customer) => customer.addresses.map(formatAddress).join('；'),
    show: (customer) => customer.addresses.map(formatAddress).join('\n'),
    write: (draft, text) => ({
      draft: {
        ...draft,
        addresses: splitList(text).map(
          (part) =>
            draft.addresses.find((address) => formatAddress(address) === part) ??
            splitAddress(part) ?? { street: part },
        ),
      },
    }),
  },
  {
    key: 'birthday',
    label: 'field.birthday',
    read: (customer) => (customer.birthday ? writeYearlyDate(customer.birthday) : ''),
    write: (draft, text, today) => {
      if (cleanText(text) === '') return { draft: without(draft, 'birthday') };
      const birthday = readYearlyDate(cleanText(text), { today });
      return birthday ? { draft: { ...draft, birthday } } : { problem: 'facts.invalidBirthday' };
    },
  },
  {
    key: 'source',
    label: 'field.source',
    choices: sources.map((id) => ({ id, label: `class.source.${id}` as const })),
    read: (customer) => customer.source ?? '',
    show: (customer, t) => (customer.source ? t(`class.source.${customer.source}`) : ''),
    write: (draft, text) => ({ draft: text === '' ? without(draft, 'source') : { ...draft, source: text as Source } }),
  },
  textFact('sourceDetail'),
  textFact('reading'),
  {
    key: 'aliases',
    label: 'field.aliases',
    hint: 'facts.separated',
    read: (customer) => customer.aliases.join('；'),
    write: (draft, text) => ({ draft: { ...draft, aliases: splitList(text) } }),
  },
  {
    key: 'gender',
    label: 'field.gender',
    choices: [
      { id: 'male', label: 'facts.male' },
      { id: 'female', label: 'facts.female' },
    ],
    read: (customer) => customer.gender ?? '',
    show: (customer, t) => (customer.gender ? t(`facts.${customer.gender}`) : ''),
    write: (draft, text) => ({
      draft: text === '' ? without(draft, 'gender') : { ...draft, gender: text === 'male' ? 'male' : 'female' },
    }),
  },
  textFact('salutation'),
  textFact('department'),
  textFact('industry'),
  textFact('size'),
  textFact('uscc'),
  textFact('legalRepresentative'),
  textFact('website'),
  textFact('owner'),
  textFact('preferredTime'),
  {
    key: 'note',
    label: 'field.note',
    isLong: true,
    read: (customer) => customer.note ?? '',
    write: (draft, text) => ({ draft: text.trim() === '' ? without(draft, 'note') : { ...draft, note: text.trim() } }),
  },
];
