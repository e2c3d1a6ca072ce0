import type { Address } from '../domain/customer/customer.ts';

/** An address as it is written on an envelope; a municipality is named once. */
export function formatAddress(address: Address): string {
  const { country, province = '', city = '', district = '', street = '' } = address;
  const place = [province, city === province ? '' : city, district];
  const isChinese = /\p{Script=Han}/u.test(place.join('') + street);
  const region = [country ?? '', ...place].join('');
  // A Latin word does not touch the character before it; a letter of a building, as in A座, does.
  if (isChinese) return [region, /^[a-z]{2}/i.test(street) && region !== '' ? ' ' : '', street].join('');
  return [street, district, city, province, address.postcode, country].filter(Boolean).join(', ');
}
