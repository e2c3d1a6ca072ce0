import type { Customer } from '../domain/customer/customer.ts';
import { digitsOf } from '../match/format-phone.ts';
import { isEmail, isValidUscc } from '../match/identifiers.ts';
import { normalizePhones } from '../match/phone.ts';
import type { Line } from './line.ts';

/** What stands before a value and only says what it is. */
const labelled = (words: string): string => `(?:(?<![A-Za-z])(?:${words})\\s*(?:[:：]|是|为)?\\s*)?`;

export function readMarks(line: Line): void {
  line.takeAll(
    new RegExp(
      `${labelled('电子邮箱|电子邮件|邮箱|邮件|e-?mail|mail|e')}([^\\s@<>()[\\],;:"，；。\\u0000]+@[\\w.-]+\\.[a-z]{2,})`,
      'giu',
    ),
    ([, address = '']) => (isEmail(address) ? { kind: 'email', address: address.slice(0, 254) } : undefined),
  );
  line.takeAll(
    new RegExp(
      `${labelled('网址|网站|官网|主页|website|web|w')}((?:https?:\\/\\/|www\\.)[^\\s,;，；。\\u0000]+)`,
      'giu',
    ),
    ([, url = '']) => ({ kind: 'website', url: url.slice(0, 300) }),
  );
  line.takeAll(
    new RegExp(`${labelled('统一社会信用代码|信用代码|税号')}(?<![\\w])([0-9A-Z]{18})(?![\\w])`, 'gu'),
    ([, code = '']) => (isValidUscc(code) ? { kind: 'uscc', code } : undefined),
  );
  line.takeAll(
    /@\s?(?:"([^"\n]+)"|“([^”\n]+)”|([^\s@#,;，；\0]+(?: (?:co\.?,? ?ltd|company|limited|ltd|inc|corp|llc|llp|gmbh|plc)\.?(?![\p{L}]))?))/giu,
    ([, quoted, chinese, plain]) => {
      const name = (quoted ?? chinese ?? plain ?? '').trim();
      return name === '' ? undefined : { kind: 'organization', name: name.slice(0, 200) };
    },
  );
  line.takeAll(/(?<![\d\w])[#＃]([^\s#＃@,;，；\0]+)/gu, ([, name = '']) => ({ kind: 'tag', name: name.slice(0, 60) }));
}

const accounts: readonly (readonly [RegExp, Customer['ims'][number]['kind']])[] = [
  [/(?<![\p{L}])(?:企业微信|wecom)(?:号|id)?\s*[::]?\s*([\w-]{3,40})/giu, 'wecom'],
  [/(?<![\p{L}])(?:微信|wechat|weixin|v信|vx|wx)(?:号|id)?\s*[::]?\s*([a-z\d][\w-]{3,39})/giu, 'wechat'],
  [/(?<![\p{L}])qq(?:号)?\s*[::]?\s*(\d{5,12})(?!\d)/giu, 'qq'],
  [/(?<![\p{L}])(?:抖音|douyin)(?:号)?\s*[::]?\s*([\w.-]{3,40})/giu, 'douyin'],
];

export function readAccounts(line: Line): void {
  for (const [pattern, kind] of accounts) {
    line.takeAll(pattern, ([, account = '']) => ({ kind: 'im', im: { kind, account } }));
  }
}

const phone = new RegExp(
  labelled(
    '(传真|fax|f)|联系电话|电话号码|手机号码?|手机|电话|座机|移动电话|telephone|tel|mobile|mob|phone|cell|m|t|p',
  ) +
    '(?<![A-Za-z\\d.\\p{Sc}])(\\+?\\(?\\d[\\d ().-]{4,22}\\d(?:\\s*(?:转|分机|ext\\.?|x|#)\\s*\\d{1,6})?)' +
    '(?![\\d.]*\\d|\\s*(?:元|块|万|%|个|件|套|箱|斤|kg|rmb))',
  'giu',
);
const date = /^\(?(?:19|20)\d{2}\s?[-.]\s?\d{1,2}\s?[-.]\s?\d{1,2}/;

/** Nobody at home writes a number so: `(212) 555-0187`. */
const american = /^\(\d{3}\) ?\d{3}-\d{4}$/;

export function readPhones(line: Line): void {
  for (const match of line.rest.matchAll(phone)) {
    const [whole, fax, written = ''] = match;
    if (date.test(written)) continue;
    const start = match.index + whole.length - written.length;
    const isNamed = start > match.index;
    // Several numbers in a row are several pieces; the words before the first one belong to it.
    let at = match.index;
    let searchFrom = start;
    for (const { phone: read } of normalizePhones(written, american.test(written) ? 'US' : 'CN')) {
      const found = line.rest.indexOf(read.raw, searchFrom);
      if (found < 0 || !isNumber(read, isNamed)) continue;
      const end = found + read.raw.length;
      line.take(at, end, { kind: 'phone', phone: fax === undefined ? read : { ...read, kind: 'fax' } });
      at = end;
      searchFrom = end;
    }
  }
  readSameNumber(line);
}

/** A number that can be called, or that is at least written like one. */
function isNumber(phone: Customer['phones'][number], isNamed: boolean): boolean {
  const digits = digitsOf(phone.raw);
  if (phone.e164 !== undefined || isNamed) return true;
  return phone.kind === 'unknown' ? /^\+|^1\d{10}$/.test(phone.raw) : digits.length >= 7;
}

/** `微信同号`: the account is the mobile number. */
function readSameNumber(line: Line): void {
  const mobile = line.pieces.find((piece) => piece.kind === 'phone');
  if (mobile?.kind !== 'phone') return;
  const account = digitsOf(mobile.phone.raw).slice(-11);
  line.takeAll(/(?:微信|vx|wx)?(?:同号|同手机号?)/giu, () => ({ kind: 'im', im: { kind: 'wechat', account } }));
}
