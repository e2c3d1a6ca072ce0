import { readDecimal, scaled } from '../formats/values/numbers.ts';
import { normalizeText } from '../match/text.ts';
import { currencies, placesOf, type Currency } from './currency.ts';
import { currencyMark } from './say-money.ts';

export interface Money {
  fen: number;
  /** Another currency was written than the archive's; the number is taken as it stands. */
  isForeign: boolean;
}

/** All that are called dollars, and those that are written with their sign. */
const dollars: readonly Currency[] = [
  ...([
    'USD',
    'CAD',
    'AUD',
    'NZD',
    'HKD',
    'SGD',
    'TWD',
    'BBD',
    'BMD',
    'BND',
    'BSD',
    'BZD',
    'FJD',
    'GYD',
    'JMD',
  ] as const),
  ...(['KYD', 'LRD', 'NAD', 'SBD', 'SRD', 'TTD', 'XCD', 'ARS', 'CLP', 'COP', 'CVE', 'DOP', 'MXN', 'UYU'] as const),
];
const pounds: readonly Currency[] = ['GBP', 'EGP', 'FKP', 'GIP', 'LBP', 'SDG', 'SHP', 'SSP', 'SYP'];
const francs: readonly Currency[] = ['CHF', 'XAF', 'XOF', 'XPF', 'BIF', 'CDF', 'DJF', 'GNF', 'KMF', 'RWF'];
const crowns: readonly Currency[] = ['SEK', 'NOK', 'DKK', 'ISK'];
const rupees: readonly Currency[] = ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR', 'IDR'];

/** What is written beside an amount, in small letters and half width, and the currencies that it may mean. */
const marks: ReadonlyMap<string, readonly Currency[]> = new Map([
  ...currencies.map((currency): [string, readonly Currency[]] => [currency.toLowerCase(), [currency]]),
  ...signs(['CNY', 'JPY'], '¥', '￥'),
  ...signs(['CNY'], 'rmb', '人民币', '块', '块钱', 'yuan', 'cn¥', 'ren min bi'),
  ...signs(['CNY', 'TWD', 'HKD', 'MOP'], '元', '圆', '圆整', '元整'),
  ...signs(['JPY'], '円', '日元', 'jp¥', 'yen'),
  ...signs(dollars, '$', 'dollar', 'dollars'),
  ...signs(['USD'], 'us$', 'u$', '美元', '美金'),
  ...signs(['CAD'], 'ca$', 'c$', 'cdn$', 'cdn', '加元'),
  ...signs(['AUD'], 'a$', 'au$', '澳元'),
  ...signs(['NZD'], 'nz$', '新西兰元'),
  ...signs(['HKD'], 'hk$', '港币', '港元'),
  ...signs(['SGD'], 's$', 'sg$', '新加坡元'),
  ...signs(['TWD'], 'nt$', '新台币', '台币'),
  ...signs(['MOP'], 'mop$', '澳门元'),
  ...signs(['EUR'], '€', '欧元', 'euro', 'euros'),
  ...signs(pounds, '£', 'pound', 'pounds'),
  ...signs(['GBP'], 'gb£', '英镑', 'stg', 'quid'),
  ...signs(francs, 'fr', 'fr.', 'sfr', 'sfr.'),
  ...signs(crowns, 'kr', 'kr.'),
  ...signs(rupees, '₹', 'rs', 'rs.', '卢比'),
  ...signs(['KRW'], '₩', '韩元', '韩币', 'won'),
  ...signs(['RUB'], '₽', '卢布', 'руб', 'руб.'),
  ...signs(['THB'], '฿', '泰铢', 'baht'),
  ...signs(['PHP'], '₱'),
  ...signs(['VND'], '₫', '越南盾'),
  ...signs(['ILS'], '₪'),
  ...signs(['TRY'], '₺'),
  ...signs(['UAH'], '₴'),
  ...signs(['KZT'], '₸'),
  ...signs(['NGN'], '₦'),
  ...signs(['GHS'], '₵', 'gh₵'),
  ...signs(['PLN'], 'zł'),
  ...signs(['CZK'], 'kč'),
  ...signs(['HUF'], 'ft'),
  ...signs(['BRL'], 'r$'),
  ...signs(['ZAR'], 'r'),
  ...signs(['MYR'], 'rm', '林吉特'),
]);

function signs(meant: readonly Currency[], ...written: string[]): [string, readonly Currency[]][] {
  return written.map((sign) => [sign, meant]);
}

/** What neither names a currency nor spoils an amount: `整`, `/件`. */
const fillers = /^(?:整|正)?(?:\/[^\d/]*)?$/u;

/**
 * An amount as it is stored: `¥1,234.50`, `£1,234.50`, `CAD 99`, `1234.5元`, `1.2万`, `12k`, `(100)` and `-100` below zero. `undefined`
 * for no amount, and for one beyond what is counted exactly.
 */
export function readMoney(text: string, currency: Currency): Money | undefined {
  const decimal = readDecimal(text);
  if (!decimal) return undefined;
  const unit = decimal.unit.toLowerCase();
  const isThousands = /^k(?!\p{L})/u.test(unit);
  const places = decimal.places - (isThousands ? 3 : 0);
  const read = [decimal.sign.toLowerCase(), isThousands ? unit.slice(1) : unit].map((mark) => ofMark(mark, currency));
  if (read.includes('unknown')) return undefined;
  const fen = scaled({ ...decimal, places }, placesOf(currency));
  return fen === undefined ? undefined : { fen, isForeign: read.includes('foreign') };
}

function ofMark(written: string, currency: Currency): 'own' | 'foreign' | 'unknown' {
  const [mark = '', ...rest] = written.split(/(?=\/)/u);
  const bare = mark.replace(/[整正]$/u, '');
  if (!fillers.test(rest.join(''))) return 'unknown';
  if (bare === '') return 'own';
  if (bare === signOf(currency)) return 'own';
  const meant = marks.get(bare) ?? composed(bare);
  if (!meant) return 'unknown';
  return meant.includes(currency) ? 'own' : 'foreign';
}

/** The sign that Kebu itself writes before amounts of a currency. */
function signOf(currency: Currency): string {
  return normalizeText(currencyMark('en', currency)).toLowerCase();
}

/** `cad$`, `$cad`, `人民币¥`: a code and a sign, of which the narrower one counts. */
function composed(mark: string): readonly Currency[] | undefined {
  for (let at = 1; at < mark.length; at += 1) {
    const [a, b] = [marks.get(mark.slice(0, at)), marks.get(mark.slice(at))];
    if (a && b) return a.length <= b.length ? a : b;
  }
  return undefined;
}

/** Whether an amount says in which currency it is: `£12`, `860元`; a bare number, or one of something else, does not. */
export function namesCurrency(text: string): boolean {
  const decimal = readDecimal(text);
  return [decimal?.sign, decimal?.unit].some(
    (mark = '') => mark !== '' && ofMark(mark.toLowerCase(), 'CNY') !== 'unknown',
  );
}

/** Codes that are no words or other abbreviations, and need no brackets. */
const unmistakable =
  /^(?:AED|AUD|BRL|CAD|CHF|CNY|DKK|EUR|GBP|HKD|HUF|IDR|INR|JPY|KRW|KWD|MXN|MYR|NGN|NOK|NZD|PHP|PKR|PLN|RMB|RUB|SAR|SEK|SGD|THB|TWD|USD|VND|ZAR)$/u;

/** The only currency that a heading names: `Amount (GBP)`, `金额（美元）`, `Price €`. Signs that several share say nothing. */
export function currencyNamedIn(heading: string): Currency | undefined {
  const bracketed = [...heading.matchAll(/[(（[]\s*([^()（）[\]]+?)\s*[)）\]]/gu)].map(([, inside = '']) => inside);
  const words = heading.match(/[\p{L}\p{Sc}]+/gu) ?? [];
  const telling = words.filter((word) => unmistakable.test(word) || /[\p{Sc}\p{Script=Han}]/u.test(word));
  const named = new Set(
    [...bracketed, ...telling].flatMap((word) => {
      const meant = marks.get(word.toLowerCase()) ?? [];
      return meant.length === 1 ? meant : [];
    }),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

/** A heading without the code behind it, as exports write it: `预算（CNY）`, `Budget (GBP)`. */
export function withoutCurrency(heading: string): string {
  const [behind = '', code] = /\s*[(（]([A-Z]{3})[)）]$/u.exec(heading) ?? [];
  return currencies.some((each) => each === code) ? heading.slice(0, -behind.length) : heading;
}
