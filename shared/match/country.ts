import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import type { Currency } from '../money/currency.ts';
import { homes } from '../money/homes.ts';
import { foldText } from './text.ts';
import { normalizePhones } from './phone.ts';

const words: readonly (readonly [CountryCode, string])[] = [
  ['CN', '中国|中华人民共和国|china|prc|cn'],
  ['HK', '香港|中国香港|hong kong|hk'],
  ['MO', '澳门|中国澳门|macau|macao|mo'],
  ['TW', '台湾|中国台湾|taiwan|tw'],
  ['GB', '英国|united kingdom|uk|gb|great britain|england|scotland|wales|northern ireland'],
  ['IE', '爱尔兰|ireland|republic of ireland|ie|eire'],
  ['US', '美国|united states|united states of america|usa|us|u.s.|u.s.a.'],
  ['CA', '加拿大|canada|ca'],
  ['AU', '澳大利亚|澳洲|australia|au'],
  ['NZ', '新西兰|new zealand|nz'],
  ['SG', '新加坡|singapore|sg'],
  ['MY', '马来西亚|malaysia|my'],
  ['JP', '日本|japan|jp'],
  ['KR', '韩国|south korea|korea|kr'],
  ['DE', '德国|germany|deutschland|de'],
  ['FR', '法国|france|fr'],
  ['IT', '意大利|italy|italia|it'],
  ['ES', '西班牙|spain|españa|es'],
  ['NL', '荷兰|netherlands|the netherlands|nl'],
  ['IN', '印度|india|in'],
  ['TH', '泰国|thailand|th'],
  ['VN', '越南|vietnam|vn'],
  ['ID', '印度尼西亚|印尼|indonesia|id'],
  ['PH', '菲律宾|philippines|ph'],
  ['RU', '俄罗斯|russia|ru'],
  ['AE', '阿联酋|united arab emirates|uae|ae'],
];
const codes: ReadonlyMap<string, CountryCode> = new Map(
  words.flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
);

/** The country that a cell names, in Chinese or English. */
export function readCountry(text: string): CountryCode | undefined {
  return codes.get(foldText(text));
}

/** Of currencies that several regions share, the country that most people mean. */
const largest: Partial<Record<Currency, CountryCode>> = {
  AUD: 'AU',
  CHF: 'CH',
  DKK: 'DK',
  GBP: 'GB',
  ILS: 'IL',
  MAD: 'MA',
  NOK: 'NO',
  NZD: 'NZ',
  USD: 'US',
};

/** Where an archive that counts in this currency is at home; China where that cannot be told, as of euros. */
export function countryOfCurrency(currency: Currency): CountryCode {
  const home = largest[currency] ?? homes[currency];
  return isSupportedCountry(home) ? home : 'CN';
}

/** Where `3/4/2024` is a day of March, and where years come first (CLDR); anywhere else it is one of April. */
const monthFirst: ReadonlySet<CountryCode> = new Set<CountryCode>(['US', 'PH']);
const yearFirst: ReadonlySet<CountryCode> = new Set<CountryCode>([
  'CN',
  'TW',
  'JP',
  'KR',
  'MN',
  'CA',
  'HU',
  'IR',
  'LT',
  'SE',
  'ZA',
]);

/** Whether `3/4/2025` is the third of April there. */
export function isDayFirstIn(country: CountryCode): boolean {
  return !monthFirst.has(country) && !yearFirst.has(country);
}

/** Of no one country, and in all of them days come first. */
const homesOfMany: Partial<Record<Currency, true>> = { EUR: true };

/** Whether days come before months where an archive that counts in this currency is at home. */
export function isDayFirstFor(currency: Currency): boolean {
  return currency in homesOfMany || isDayFirstIn(countryOfCurrency(currency));
}

export function isMonthFirstFor(currency: Currency): boolean {
  return monthFirst.has(countryOfCurrency(currency));
}

const callingCodes: readonly (readonly [string, CountryCode])[] = [
  ['+852', 'HK'],
  ['+853', 'MO'],
  ['+886', 'TW'],
  ['+353', 'IE'],
  ['+86', 'CN'],
  ['+44', 'GB'],
  ['+61', 'AU'],
  ['+64', 'NZ'],
  ['+65', 'SG'],
  ['+60', 'MY'],
  ['+81', 'JP'],
  ['+82', 'KR'],
  ['+49', 'DE'],
  ['+33', 'FR'],
  ['+39', 'IT'],
  ['+34', 'ES'],
  ['+31', 'NL'],
  ['+91', 'IN'],
  ['+1', 'US'],
];

/** With its country, or as it is dialled within China: digits that only an area code could begin say nothing of where they are. */
const fullNumber = /^\D*?(?:\+|0|1[3-9]|86|400)/;

/** The country whose numbers a list writes without country code: that of most of its addresses and full numbers; in doubt the one at home. */
export function guessCountry(
  countries: Iterable<string>,
  phones: Iterable<string>,
  home: CountryCode = 'CN',
): CountryCode {
  const votes = new Map<CountryCode, number>();
  const vote = (code: CountryCode | undefined) => {
    if (code) votes.set(code, (votes.get(code) ?? 0) + 1);
  };
  for (const text of countries) vote(readCountry(text));
  for (const text of phones) {
    for (const { phone } of normalizePhones(text, home))
      if (fullNumber.test(phone.raw)) vote(callingCodes.find(([prefix]) => phone.e164?.startsWith(prefix))?.[1]);
  }
  let best = home;
  for (const [code, count] of votes) if (count > (votes.get(best) ?? 0)) best = code;
  return best;
}
