import type { Address } from '../domain/customer/customer.ts';

/** An address as it is written on an envelope; a municipality is named once. */
export function formatAddress(address: Address): string {
  const { country, province = '', city = '', district = '', street = '' } = address;
  const place = [province, city === province ? '' : city, district];
  const isChinese = /\p{Script=Han}/u.test(place.join('') + street);
  const region = [country ?? '', ...place].join('');
  // A Latin word does not touch the character before it; a letter of a building, as in A座, does.
  if (isChinese) return [region, /^[a-z]{2}/i.test(street) && region !== '' ? ' ' : '', street].join('');
  // `CA 94105`, `NSW 2000`; a county is written out.
  const end = [province, address.postcode].filter(Boolean);
  const coded = /^[A-Z]{2,3}$/.test(province) ? [end.join(' ')] : end;
  return [street, district, city, ...coded, country].filter(Boolean).join(', ');
}
