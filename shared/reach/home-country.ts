import type { CountryCode } from 'libphonenumber-js/max';
import { countryOfCurrency, readCountry } from '../match/country.ts';
import { countryOfPostcode } from '../match/region/latin-address.ts';
import type { Currency } from '../money/currency.ts';
import { reachesOf, usableFirst, type Reachable } from './ways.ts';

/** Provinces of GB/T 2260 whose numbers have a country code of their own. */
const ownCodes: Readonly<Record<string, CountryCode>> = { '71': 'TW', '81': 'HK', '82': 'MO' };

/**
 * The country whose numbers somebody writes without a country code: that of the first address that says one, one they moved away
 * from last; of a contact person without any, that of the customer; in doubt where the archive is at home, as its currency tells.
 */
export function homeCountry(record: Reachable, currency: Currency, customer: Reachable = record): CountryCode {
  for (const address of [record, customer].flatMap((each) => usableFirst(reachesOf('addresses', each)))) {
    const { country = '', regionCode } = address;
    const named = readCountry(country) ?? countryOfPostcode(address);
    if (named !== undefined) return named;
    if (regionCode !== undefined) return ownCodes[regionCode.slice(0, 2)] ?? 'CN';
  }
  return countryOfCurrency(currency);
}
