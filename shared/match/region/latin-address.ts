import type { CountryCode } from 'libphonenumber-js/max';
import type { Address } from '../../domain/customer/customer.ts';
import { readCountry } from '../country.ts';

const british = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;
const canadian = /^[A-Z]\d[A-Z] \d[A-Z]\d$/;
const zip = /^\d{5}(?:-\d{4})?$/;
const australian = /^\d{4}$/;

const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX ' +
    'UT VT VA WA WV WI WY'
  ).split(' '),
);
const provinces = new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '));
const territories = new Set('NSW VIC QLD WA SA TAS ACT NT'.split(' '));

/** What stands between the town and the postcode on some British letters. */
const counties = new Set(
  (
    'Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset|Durham|County Durham|' +
    'East Sussex|Essex|Gloucestershire|Greater London|Greater Manchester|Hampshire|Herefordshire|Hertfordshire|Kent|Lancashire|' +
    'Leicestershire|Lincolnshire|Merseyside|Middlesex|Norfolk|North Yorkshire|Northamptonshire|Northumberland|Nottinghamshire|' +
    'Oxfordshire|Rutland|Shropshire|Somerset|South Yorkshire|Staffordshire|Suffolk|Surrey|Tyne and Wear|Warwickshire|West Midlands|' +
    'West Sussex|West Yorkshire|Wiltshire|Worcestershire|Aberdeenshire|Fife|Highland|Lanarkshire|Midlothian|Gwent|Gwynedd|Powys|Dyfed|' +
    'Antrim|County Antrim|Armagh|County Down|Fermanagh|Tyrone'
  ).split('|'),
);

/** A town, and no house, floor or box. */
const town = /^\p{Lu}[\p{L} .'’-]*$/u;

/**
 * `12 High Street, Oxford OX1 4AA`, `1 Market St, Suite 300, San Francisco, CA 94105, USA`: an address that ends with a British,
 * American, Canadian or Australian postcode, by its parts. Without commas the word for the street tells where the town begins.
 * `undefined` where that is not certain.
 */
export function splitLatinAddress(text: string): Address | undefined {
  const { address, country } = takeCountry(text);
  const parts = address
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [, before = '', code = ''] = withCode.exec(parts.pop() ?? '') ?? [];
  if (before !== '') parts.push(before);
  const region = takeRegion(parts, code);
  if (region === undefined) return undefined;
  const written = parts.pop() ?? '';
  const isTown = parts.length > 0 && town.test(written) && written.length <= 40;
  const run = isTown ? { street: '', city: written, province: region } : splitRun(written, region, code);
  if (!run) return undefined;
  const { street, city, province } = run;
  return {
    ...(province !== '' && { province }),
    city,
    street: [...parts, street].filter(Boolean).join(', ').slice(0, 300),
    postcode: code,
    ...(country !== undefined && { country }),
  };
}

const codes = '[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d|\\d{5}(?:-\\d{4})?|\\d{4}';
const withCode = new RegExp(`^(?:(.*) )?(${codes})$`);
const behindCode = new RegExp(`(?<=(?<![\\p{L}\\d])(?:${codes})),? (\\p{L}[\\p{L}. ]+)$`, 'u');

/** The country at the end, behind a comma or the postcode. */
function takeCountry(text: string): { address: string; country: string | undefined } {
  const found = behindCode.exec(text) ?? /(?<=,[^,]*), *(\p{L}[\p{L}. ]+)$/u.exec(text);
  const country = found?.[1];
  return country !== undefined && readCountry(country)
    ? { address: text.slice(0, found?.index), country }
    : { address: text, country: undefined };
}

const house =
  '(?:(?:Flat|Unit|Apt|Apartment|Suite|Shop|Room)\\.? [A-Za-z\\d]{1,5},? )?\\d{1,5}[A-Za-z]?(?:[-–/]\\d{1,5}[A-Za-z]?)?';
const kinds =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Square|Sq|Court|Ct|Place|Pl|Crescent|Cres|Close|Terrace|Gardens|Grove|' +
  'Parade|Highway|Hwy|Parkway|Pkwy|Mews';
/** St Albans, not a street. */
const saints =
  'Albans|Andrews|Agnes|Annes|Ann|Asaph|Augustine|Austell|Bees|Catharines|Charles|Clair|Cloud|Davids|George|Helens|Ives|James|Johns|John|Joseph|Just|' +
  'Kilda|Leonards|Louis|Mary|Marys|Mawes|Michaels|Monans|Neots|Osyth|Paul|Peters|Petersburg|Pete|Thomas';
const streetRun = new RegExp(
  `^(${house}(?: [\\p{L}\\d][\\p{L}\\d'’.-]*){1,4}? (?:${kinds})\\.?(?! (?:(?:${saints})'?\\b|(?:North|South|East|West)\\b))` +
    `(?: (?:[NS][EW]?|[EW])\\b)?(?:,? (?:Suite|Ste|Apt|Unit|Floor|#)\\.? ?[A-Za-z]?\\d{1,5}[A-Za-z]?)?) (?!.*\\b(?:${kinds})\\b(?! (?:${saints})))` +
    `(\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|upon|on|under|in|by|le|of|the)){0,4})$`,
  'u',
);
/** What stands before one of them is a part of it, and no part of its name. */
const withQuarters =
  /\S (?:London|Manchester|Birmingham|Glasgow|Edinburgh|Leeds|Liverpool|Bristol|Sheffield|Cardiff|Belfast|Sydney|Melbourne|Brisbane|Perth|Adelaide|Toronto|Montreal|Vancouver|Chicago|Boston|Seattle)$/;

/** Street, town and county that nothing parts; the county only behind a town of a British address. */
function splitRun(
  text: string,
  region: string,
  code: string,
): { street: string; city: string; province: string } | undefined {
  const [, street = '', behind = ''] = streetRun.exec(text) ?? [];
  const county = british.test(code) ? ([...counties].find((each) => behind.endsWith(` ${each}`)) ?? '') : '';
  const city = county === '' ? behind : behind.slice(0, -county.length - 1);
  if (city === '' || city.length > 40 || withQuarters.test(city)) return undefined;
  return { street, city, province: county === '' ? region : county };
}

/** Where an address lies that names no country, as its postcode and state tell. */
export function countryOfPostcode({ province = '', postcode = '' }: Address): CountryCode | undefined {
  if (british.test(postcode)) return 'GB';
  if (canadian.test(postcode)) return 'CA';
  if (zip.test(postcode) && states.has(province)) return 'US';
  return australian.test(postcode) && territories.has(province) ? 'AU' : undefined;
}

/** Takes the state, province or county off the end; empty where there may be none, `undefined` where one has to be. */
function takeRegion(parts: string[], code: string): string | undefined {
  const last = parts.at(-1) ?? '';
  if (british.test(code)) return parts.length > 2 && counties.has(last) ? parts.pop() : '';
  const known = zip.test(code) ? states : canadian.test(code) ? provinces : australian.test(code) ? territories : null;
  const [, place = '', region = ''] = /^(?:(.*) )?([A-Z]{2,3})$/.exec(last) ?? [];
  if (known?.has(region) !== true) return undefined;
  parts.pop();
  if (place !== '') parts.push(place);
  return region;
}
