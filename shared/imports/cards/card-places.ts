import { splitValue, unescapeText } from '../../formats/vcard/card-text.ts';
import { paramOf, type CardProperty } from '../../formats/vcard/read-cards.ts';
import { cleanText } from '../../match/text.ts';

/** An address in the cells that an import has for it. */
export interface CardAddress {
  province: string;
  city: string;
  address: string;
  formattedAddress: string;
  postcode: string;
  country: string;
}

/** Post box, flat, street, city, province, postcode, country (RFC 6350 6.3.1); `null` when all of it is empty. */
export function readCardAddress(property: CardProperty): CardAddress | null {
  const [box = '', flat = '', street = '', city = '', province = '', postcode = '', country = ''] = splitValue(
    property.value,
    ';',
  ).map((part) => cleanText(part));
  const lines = [street, flat, box].filter((part) => part !== '');
  const isHan = lines.some((line) => /\p{Script=Han}/u.test(line));
  const address = lines.join(isHan ? ' ' : ', ');
  const whole = unescapeText(paramOf(property, 'LABEL') ?? '');
  const isEmpty = [address, city, province, postcode, country].every((part) => part === '');
  if (isEmpty && whole.trim() === '') return null;
  return { province, city, address, formattedAddress: isEmpty ? cleanText(whole) : '', postcode, country };
}

const schemes =
  /^(?:x-apple|im|xmpp|aim|ymsgr|msnim|msn|skype|gtalk|google-talk|qq|mqq|icq|wechat|weixin|whatsapp|telegram|sip|facebook|twitter|weibo):\/*/i;

export type AccountField = 'wechat' | 'qq' | 'wecom' | 'douyin' | 'otherAccount';

/** An account somewhere: which field takes it, and its text, with the name of the service where the field does not say it. */
export interface CardAccount {
  field: AccountField;
  account: string;
}

const fields: readonly (readonly [AccountField, RegExp])[] = [
  ['wecom', /企业微信|企微|wecom|wework|wxwork/i],
  ['wechat', /微信|wechat|weixin/i],
  ['douyin', /抖音|douyin/i],
  ['qq', /(?:^|[^a-z])m?qq/i],
];

/** Services with a property of their own, as Android and older address books have them. */
const services: Readonly<Record<string, string>> = {
  'X-WECHAT': '微信',
  'X-WEIXIN': '微信',
  'X-WECOM': '企业微信',
  'X-DOUYIN': '抖音',
  'X-QQ': 'QQ',
  'X-AIM': 'AIM',
  'X-MSN': 'MSN',
  'X-YAHOO': 'Yahoo',
  'X-SKYPE': 'Skype',
  'X-SKYPE-USERNAME': 'Skype',
  'X-ICQ': 'ICQ',
  'X-JABBER': 'Jabber',
  'X-GTALK': 'Google Talk',
  'X-GOOGLE-TALK': 'Google Talk',
  'X-TWITTER': 'Twitter',
};

export function isAccount({ name }: CardProperty): boolean {
  return name === 'IMPP' || name === 'X-SOCIALPROFILE' || Object.hasOwn(services, name);
}

/** `null` for one without an account. `label` is what its group says. */
export function readCardAccount(property: CardProperty, label: string): CardAccount | null {
  const { name } = property;
  const value = cleanText(unescapeText(property.value));
  const scheme = /^([a-z][\w+.-]*):/i.exec(value)?.[1] ?? '';
  const type = property.params.find(([key, word]) => key === 'TYPE' && !/^(?:home|work|pref|other)$/i.test(word))?.[1];
  const told = paramOf(property, 'X-SERVICE-TYPE') ?? services[name] ?? type ?? '';
  const user = paramOf(property, 'X-USER') ?? '';
  const account = user !== '' ? user : value.replace(schemes, '');
  if (account === '') return null;
  const field = fields.find(([, word]) => [told, scheme, label].some((text) => word.test(text)))?.[0];
  if (field) return { field, account };
  const isNamed = scheme !== '' && scheme.toLowerCase() !== 'x-apple';
  const service = told !== '' ? told : label !== '' ? label : isNamed && !/^https?$/i.test(scheme) ? scheme : '';
  return { field: 'otherAccount', account: service === '' ? account : `${service}: ${account}` };
}
