import type { CountryCode } from 'libphonenumber-js/max';
import type { Customer } from '../domain/customer/customer.ts';
import { digitsOf } from '../match/format-phone.ts';
import { isEmail, isValidUscc } from '../match/identifiers.ts';
import { normalizePhones } from '../match/phone.ts';
import type { Line } from './line.ts';

/** What stands before a value and only says what it is. */
const labelled = (words: string): string => `(?:(?<![A-Za-z])(?:${words})\\s*(?:[:：]|是|为)?\\s*)?`;
/** The same before letters, with which one in Latin letters would be one word: `emily@…` has no label `e`. */
const apart = (words: string): string =>
  `(?:(?<![A-Za-z])(?:${words})(?:\\s*(?:[:：]|是|为)\\s*|\\s+|(?<=\\p{Script=Han})))?`;

/** An address of the web without the beginning that says so. */
const bareDomain = new RegExp(
  `${apart('网址|网站|官网|主页|website|web')}(?<![\\w@.-])((?:[a-z\\d][a-z\\d-]*\\.)+(?:com|cn|net|org|io|co\\.uk|hk|tw|de|fr|es|it|eu)(?:\\/[^\\s,;，；。\\u0000]*)?)(?![\\w@-])`,
  'giu',
);

export function readMarks(line: Line): void {
  line.takeAll(
    new RegExp(
      `${apart('电子邮箱|电子邮件|邮箱|邮件|e-?mail|mail|e')}([^\\s@<>()[\\],;:"，；。\\u0000]+@[\\w.-]+\\.[a-z]{2,})`,
      'giu',
    ),
    ([, address = '']) => (isEmail(address) ? { kind: 'email', address: address.slice(0, 254) } : undefined),
  );
  line.takeAll(
    new RegExp(`${apart('网址|网站|官网|主页|website|web|w')}((?:https?:\\/\\/|www\\.)[^\\s,;，；。\\u0000]+)`, 'giu'),
    ([, url = '']) => ({ kind: 'website', url: url.slice(0, 300) }),
  );
  line.takeAll(bareDomain, ([, url = '']) => ({ kind: 'website', url: url.slice(0, 300) }));
  line.takeAll(
    new RegExp(`${labelled('统一社会信用代码|信用代码|税号')}(?<![\\w])([0-9A-Z]{18})(?![\\w])`, 'gu'),
    ([, code = '']) => (isValidUscc(code) ? { kind: 'uscc', code } : undefined),
  );
  line.takeAll(
    /@\s?(?:"([^"\n]+)"|“([^”\n]+)”|((?:(?:[\p{L}\d.'’-]+|&) ){1,5}?(?:limited|ltd|inc|llc|llp|gmbh|plc)\.?(?![\p{L}\d])|[^\s@#,;，；\0]+(?: (?:&|and) [^\s@#,;，；\0]+)*(?: (?:co\.?,? ?ltd|company|limited|ltd|inc|corp|llc|llp|gmbh|plc)\.?(?![\p{L}]))?))/giu,
    ([, quoted, chinese, plain]) => {
      const name = (quoted ?? chinese ?? plain ?? '').trim();
      return name === '' ? undefined : { kind: 'organization', name: name.slice(0, 200) };
    },
  );
  // In quotes a name may have blanks, wherever it comes from.
  line.takeAll(/^\s*["“]([\p{L}\p{M} .'’·-]{2,80})["”](?=[\s,]|$)/gu, ([, name = '']) => ({
    kind: 'name',
    name: name.trim(),
  }));
  line.takeAll(/(?<![\d\w])[#＃]([^\s#＃@,;，；\0]+)/gu, ([, name = '']) => ({ kind: 'tag', name: name.slice(0, 60) }));
}

const accounts: readonly (readonly [RegExp, Customer['ims'][number]['kind']])[] = [
  [/(?<![\p{L}])(?:企业微信|wecom)(?:号|id)?\s*[::]?\s*([\w-]{3,40})/giu, 'wecom'],
  [
    /(?<![\p{L}])(?:(?:请?加?我?的?)?(?:微信|wechat|weixin|v信|vx|wx)(?:号|id)?\s*:?|v\s*:)\s*([a-z\d][\w-]{3,39})/giu,
    'wechat',
  ],
  [/(?<![\p{L}])qq(?:号)?\s*[::]?\s*(\d{5,12})(?!\d)/giu, 'qq'],
  [/(?<![\p{L}])(?:抖音|douyin)(?:号)?\s*[::]?\s*([\w.-]{3,40})/giu, 'douyin'],
];

export function readAccounts(line: Line): void {
  readSharedNumber(line);
  for (const [pattern, kind] of accounts) {
    line.takeAll(pattern, ([, account = '']) => ({ kind: 'im', im: { kind, account } }));
  }
}

/** A single letter is apart from its number: `T1203` is a room. */
const phoneLabels =
  '(传真|fax|f(?=[\\s:.]))|联系电话|电话号码|手机号码?|手机|电话|座机|移动电话|telephone|tel|mobile|mob|phone|cell|[mtp](?=[\\s:.])';
/** `手机/微信：138…`: the account is the mobile number, too. */
const alsoAccount =
  '(手机|电话|手机号|电话号码|tel|mobile|phone)\\s*[/、&和(及]*\\s*(?:微信|wechat|vx|wx)\\s*(?:同号|号)?\\)?\\s*[::]?\\s*';
const sharedNumber = new RegExp(`${alsoAccount}(1[3-9]\\d(?:[ -]?\\d{4}){2})(?!\\d)`, 'giu');
const amount = '元|块|万|%|个|件|套|箱|斤|kg|rmb';
const labelledNumber = (number: string): RegExp =>
  new RegExp(
    `(?:(?<![A-Za-z])(?:${phoneLabels})\\s*(?:[:.]|是|为)?\\s*|(?<![A-Za-z\\d.+\\p{Sc}]))(${number})(?!\\s*(?:${amount}))`,
    'giu',
  );
/** A mobile number that nothing but an extension can be added to, as those of shops that hide it: what stands beside it is another one, or a room. */
const mobile = labelledNumber(
  '(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d(?:[ -]?\\d{4}){2}(?:\\s*(?:转|分机)\\s*\\d{1,6})?(?!\\d|-\\d)',
);
const phone = labelledNumber(
  '\\+?\\(?\\d[\\d ().-]{4,22}\\d(?:\\s*(?:转|分机|ext\\.?|x|#)\\s*\\d{1,6})?(?![\\d.]*\\d)',
);
const date = /^\(?(?:19|20)\d{2}\s?[-.]\s?\d{1,2}\s?[-.]\s?\d{1,2}/;

/** Nobody at home writes a number so: `(212) 555-0187`, `212-555-0187`; but `400-820-8820`. */
const american = /^(?:\(\d{3}\) ?|(?![48]00)[2-9]\d{2}[-.])\d{3}[-.]\d{4}(?:\s*(?:x|ext)|$)/;

/** What tells where somebody is who writes numbers without a country code. */
const homes: readonly (readonly [CountryCode, RegExp])[] = [
  ['HK', /香港|九龙|九龍|新界|hong ?kong/i],
  ['MO', /澳门|澳門|macau/i],
  ['TW', /台湾|台灣|臺灣|台北|taiwan/i],
  ['IE', /\b(?:Ireland|Dublin|Cork|Galway)\b|爱尔兰/],
  ['AU', /\b(?:Australia|Sydney|Melbourne|Brisbane|Perth|NSW|QLD)\b|澳大利亚|澳洲|悉尼|墨尔本/],
  ['SG', /\bSingapore\b|新加坡/],
  ['IN', /\b(?:India|Mumbai|Delhi|Bangalore|Bengaluru|Chennai|Kolkata|Pune)\b|印度(?!尼)/],
  ['GB', /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b(?:UK|United Kingdom|England|Scotland|Wales|London)\b|英国|\+44/],
];

/** The numbers of a text, as they are at home or where its writer is. */
function numbersIn(written: string, away: CountryCode | undefined, country: CountryCode) {
  if (country === 'CN' && american.test(written)) return normalizePhones(written, 'US');
  const home = normalizePhones(written, country);
  if (away === undefined) return home;
  const abroad = normalizePhones(written, away);
  const isWhole = (readings: typeof home) => readings.every(({ phone: { e164 } }) => e164 !== undefined);
  const isKnown = (readings: typeof home) => isWhole(readings) && readings.every(({ note }) => note === undefined);
  return isKnown(abroad) || (!isKnown(home) && isWhole(abroad)) ? abroad : home;
}

export function readPhones(line: Line, home: CountryCode): void {
  const away = homes.find(([, told]) => told.test(line.whole))?.[0];
  for (const pattern of [mobile, phone]) readNumbers(line, pattern, { away, home });
  readSameNumber(line);
}

/** Whose numbers are written without a country code. */
interface Countries {
  home: CountryCode;
  /** That of a place that the text names. */
  away: CountryCode | undefined;
}

function readNumbers(line: Line, pattern: RegExp, { away, home }: Countries): void {
  for (const match of line.rest.matchAll(pattern)) {
    const [whole, fax, written = ''] = match;
    if (date.test(written)) continue;
    const start = match.index + whole.length - written.length;
    const isNamed = start > match.index;
    // Several numbers in a row are several pieces; the words before the first one belong to it.
    let at = match.index;
    let searchFrom = start;
    for (const { phone: read } of numbersIn(written, away, home)) {
      const found = line.rest.indexOf(read.raw, searchFrom);
      if (found < 0 || !isNumber(read, isNamed)) continue;
      const end = found + read.raw.length;
      line.take(at, end, { kind: 'phone', phone: fax === undefined ? read : { ...read, kind: 'fax' } });
      at = end;
      searchFrom = end;
    }
  }
}

/** A number that can be called, or that is at least written like one. */
function isNumber(phone: Customer['phones'][number], isNamed: boolean): boolean {
  const digits = digitsOf(phone.raw);
  if (phone.e164 !== undefined || isNamed) return true;
  return phone.kind === 'unknown' ? /^\+|^1\d{10}$/.test(phone.raw) : digits.length >= 7;
}

/** `手机/微信：13512345678` is a number and an account. */
function readSharedNumber(line: Line): void {
  for (const match of line.rest.matchAll(sharedNumber)) {
    const [whole, , written = ''] = match;
    const from = match.index + whole.length - written.length;
    const [read] = normalizePhones(written);
    if (!read?.phone.e164) continue;
    line.take(match.index, from, { kind: 'im', im: { kind: 'wechat', account: digitsOf(written).slice(-11) } });
    line.take(from, from + written.length, { kind: 'phone', phone: read.phone });
  }
}

/** `微信同号`, `同微信`: the account is the mobile number. */
function readSameNumber(line: Line): void {
  const mobilePiece = line.pieces.find((piece) => piece.kind === 'phone' && piece.phone.kind === 'mobile');
  if (mobilePiece?.kind !== 'phone') return;
  const account = digitsOf(mobilePiece.phone.raw).slice(-11);
  line.takeAll(
    /(?:加?微信|vx|wx|v信?)?同(?:手机|电话)?号码?|(?:加?微信|vx|wx|v信?)同(?:手机|电话)|同(?:微信|vx|wx|v信?)/giu,
    () => ({
      kind: 'im',
      im: { kind: 'wechat', account },
    }),
  );
}
