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
 * American, Canadian or Australian postcode, with commas between its parts, by its parts. `undefined` where that is not certain.
 */
export function splitLatinAddress(text: string): Address | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const country = parts.length > 2 && /^\p{L}[\p{L}. ]+$/u.test(last) && readCountry(last) ? last : undefined;
  if (country !== undefined) parts.pop();
  const [, before = '', code = ''] =
    /^(?:(.*) )?([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{5}(?:-\d{4})?|\d{4})$/.exec(
      parts.pop() ?? '',
    ) ?? [];
  if (before !== '') parts.push(before);
  const region = parts.length > 1 ? takeRegion(parts, code) : undefined;
  if (region === undefined) return undefined;
  const city = parts.length > 1 ? parts.pop() : undefined;
  if (city === undefined || !town.test(city) || city.length > 40) return undefined;
  return {
    ...(region !== '' && { province: region }),
    city,
    street: parts.join(', ').slice(0, 300),
    postcode: code,
    ...(country !== undefined && { country }),
  };
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
