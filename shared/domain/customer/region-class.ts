import type { ClassKey } from '../class-scheme/class-scheme.ts';
import type { Address } from './customer.ts';

/** Provinces that are one city (京津沪渝) or have no cities in GB/T 2260 (台港澳). */
const WHOLE_PROVINCES = new Set(['11', '12', '31', '50', '71', '81', '82']);

const CHINA =
  /^(中国|中國|中华人民共和国|china|cn|chn|p\.?\s?r\.?\s?c\.?|p\.?\s?r\.?\s?china|people'?s republic of china)$/i;

/**
 * The region class of a customer by the first address that says one, one they moved away from last: the city (`3301`), the province where no city is
 * known or the province has none (`33`, `11`; 90 stands for counties directly under a province), `abroad`, else `unknown`.
 */
export function regionClassOf(addresses: readonly Address[]): ClassKey {
  const current = addresses.filter(({ status }) => status !== 'moved');
  for (const { regionCode } of current.length > 0 ? current : addresses) {
    if (regionCode === undefined) continue;
    const province = regionCode.slice(0, 2);
    const city = regionCode.slice(2, 4);
    return WHOLE_PROVINCES.has(province) || city === '' || city === '00' || city === '90' ? province : province + city;
  }
  const isAbroad = addresses.some(
    ({ country }) => country !== undefined && country !== '' && !CHINA.test(country.trim()),
  );
  return isAbroad ? 'abroad' : 'unknown';
}
