import type { CountryCode } from 'libphonenumber-js/max';
import {
  addressStatuses,
  emailStatuses,
  imStatuses,
  phoneStatuses,
  type Address,
  type Email,
  type Im,
  type Phone,
} from '../domain/customer/customer.ts';
import { formatAddress } from '../match/format-address.ts';
import { formatPhone, phoneMatchKey } from '../match/format-phone.ts';
import { isEmail, normalizeEmail } from '../match/identifiers.ts';
import { normalizePhones } from '../match/phone.ts';
import type { OwnPlace } from '../match/region/own-places.ts';
import { splitAddress } from '../match/region/resolve-address.ts';
import { cleanText, compactText, foldText } from '../match/text.ts';
import type { MessageKey } from '../i18n/messages.ts';

/** The lists of ways to reach somebody, in the order of the card. The first of a list is the main one. */
export const ways = ['phones', 'ims', 'emails', 'addresses'] as const;
export type Way = (typeof ways)[number];

export function isWay(key: string): key is Way {
  return (ways as readonly string[]).includes(key);
}

export interface ReachOf {
  phones: Phone;
  ims: Im;
  emails: Email;
  addresses: Address;
}
export type Reach = ReachOf[Way];

/** A customer or a contact person; only the latter may lack a list. */
export type Reachable = { [W in Way]?: ReachOf[W][] | undefined };

export function reachesOf<W extends Way>(way: W, record: Reachable): readonly ReachOf[W][] {
  return record[way] ?? [];
}

/** What is known where something is typed. */
export interface Typing {
  /** The user's own names for places. */
  places?: readonly OwnPlace[] | undefined;
  /** Whose numbers are written without a country code; China's where nothing is said. */
  country?: CountryCode | undefined;
}

interface WayRules<R> {
  statuses: readonly string[];
  /** Key of the words for its labels that are offered, besides the user's own. */
  labels: readonly MessageKey[];
  /** As it is edited on one line. */
  write: (reach: R) => string;
  /** As people read it. */
  show: (reach: R) => string;
  /** As it is copied: plain, for a dialler or another program. */
  plain: (reach: R) => string;
  /** What a text means: several when several were pasted at once; else the sentence that says why it is none. */
  read: (text: string, typing?: Typing) => R[] | MessageKey;
  /** By what two are the same. */
  keyOf: (reach: R) => string;
}

const imPrefix = /^(qq|微信|wechat|企微|企业微信|wecom|抖音|douyin|other)[:：\s]+/i;
const imKindOf: Record<string, Im['kind']> = {
  qq: 'qq',
  微信: 'wechat',
  wechat: 'wechat',
  企微: 'wecom',
  企业微信: 'wecom',
  wecom: 'wecom',
  抖音: 'douyin',
  douyin: 'douyin',
};

function readIm(text: string): Im {
  const prefix = imPrefix.exec(text);
  if (!prefix) return { kind: /^\d{5,11}$/.test(text) && !/^1\d{10}$/.test(text) ? 'qq' : 'wechat', account: text };
  return { kind: imKindOf[(prefix[1] ?? '').toLowerCase()] ?? 'other', account: text.slice(prefix[0].length) };
}

function piecesOf(text: string): string[] {
  return text
    .split(/[;；\n]/)
    .map(cleanText)
    .filter((piece) => piece !== '');
}

export const wayRules: { readonly [W in Way]: WayRules<ReachOf[W]> } = {
  phones: {
    statuses: phoneStatuses,
    labels: [
      'reach.label.work',
      'reach.label.company',
      'reach.label.home',
      'reach.label.shop',
      'reach.label.assistant',
      'reach.label.family',
    ],
    write: ({ raw }) => raw,
    show: formatPhone,
    plain: ({ raw, e164, extension }) =>
      e164 === undefined ? raw : e164.replace(/^\+86(?=1\d{10}$|[48]00)/, '').replace(/^\+86/, '0') + tailOf(extension),
    read: (text, { country } = {}) => {
      const readings = piecesOf(text).flatMap((piece) => normalizePhones(piece, country));
      if (readings.some(({ note }) => note === 'scientific')) return 'reach.problem.scientific';
      const phones = readings.map(({ phone }) => phone);
      const isNone = readings.some(({ phone, note }) => note === 'no-number' || !/\d/.test(phone.raw));
      return isNone ? 'reach.problem.phones' : phones;
    },
    keyOf: (phone) => phoneMatchKey(phone) || foldText(phone.raw),
  },
  ims: {
    statuses: imStatuses,
    labels: ['reach.label.work', 'reach.label.private'],
    write: ({ kind, account }) => (kind === 'wechat' ? account : `${kind}: ${account}`),
    show: ({ account }) => account,
    plain: ({ account }) => account,
    read: (text) => piecesOf(text).map(readIm),
    keyOf: ({ kind, account }) => `${kind}:${foldText(account)}`,
  },
  emails: {
    statuses: emailStatuses,
    labels: ['reach.label.work', 'reach.label.private'],
    write: ({ address }) => address,
    show: ({ address }) => address,
    plain: ({ address }) => address,
    read: (text) => {
      const addresses = piecesOf(text.replace(/[,，]/g, ';')).map((piece) => piece.replace(/^mailto:/i, ''));
      return addresses.every(isEmail) ? addresses.map((address) => ({ address })) : 'reach.problem.emails';
    },
    keyOf: ({ address }) => normalizeEmail(address),
  },
  addresses: {
    statuses: addressStatuses,
    labels: [
      'reach.label.company',
      'reach.label.home',
      'reach.label.shop',
      'reach.label.delivery',
      'reach.label.invoice',
    ],
    write: (address) => {
      const { country: _country, ...rest } = address;
      const line = formatAddress(rest);
      return rest.postcode === undefined || line.includes(rest.postcode) ? line : `${rest.postcode} ${line}`;
    },
    show: formatAddress,
    plain: formatAddress,
    read: (text, { places } = {}) =>
      piecesOf(text).map((piece) => splitAddress(piece, places) ?? { street: piece.slice(0, 300) }),
    keyOf: (address) => compactText(formatAddress(address)) || foldText(formatAddress(address)),
  },
};

/** What holds for a list. It is given only what stands in that list. */
export function rulesOf(way: Way): WayRules<Reach> {
  return wayRules[way] as unknown as WayRules<Reach>;
}

function tailOf(extension: string | undefined): string {
  return extension === undefined ? '' : `,${extension}`;
}

/** Whether it can still be used, as far as is known. */
export function isUsable({ status }: { status?: string | undefined }): boolean {
  return status === undefined || status === 'valid';
}

/** Those that can be used before the others, each in their order. */
export function usableFirst<R extends { status?: string | undefined }>(list: readonly R[]): R[] {
  return [...list.filter(isUsable), ...list.filter((reach) => !isUsable(reach))];
}

/** Whether the line that is edited tells all of it. What it does not tell is edited part by part. */
export function isWholeLine(way: Way, reach: Reach): boolean {
  if (way !== 'addresses') return true;
  const address = reach as Address;
  const again = wayRules.addresses.read(wayRules.addresses.write(address));
  return typeof again !== 'string' && again.length === 1 && again.every((line) => sameParts(address, line));
}

function sameParts(a: Address, b: Address): boolean {
  const keys = ['regionCode', 'province', 'city', 'district', 'street', 'postcode'] as const;
  return keys.every((key) => a[key] === b[key]);
}
