import { describe, expect, it } from 'vitest';
import { formatAddress } from '#shared/match/format-address.ts';
import { splitAddress } from '#shared/match/region/resolve-address.ts';

describe('an English address', () => {
  it.each([
    ['12 High Street, Oxford OX1 4AA', { street: '12 High Street', city: 'Oxford', postcode: 'OX1 4AA' }],
    ['12 High Street,\nOxford\nOX1 4AA', { street: '12 High Street', city: 'Oxford', postcode: 'OX1 4AA' }],
    [
      'Flat 2, 4 Privet Drive, Little Whinging, Surrey RH1 1AA, UK',
      {
        street: 'Flat 2, 4 Privet Drive',
        city: 'Little Whinging',
        province: 'Surrey',
        postcode: 'RH1 1AA',
        country: 'UK',
      },
    ],
    [
      '1 Market St, Suite 300, San Francisco, CA 94105-1234',
      { street: '1 Market St, Suite 300', city: 'San Francisco', province: 'CA', postcode: '94105-1234' },
    ],
    [
      '290 Bremner Blvd, Toronto, ON M5V 3L9, Canada',
      { street: '290 Bremner Blvd', city: 'Toronto', province: 'ON', postcode: 'M5V 3L9', country: 'Canada' },
    ],
    [
      '25 Market Street, Sydney NSW 2000',
      { street: '25 Market Street', city: 'Sydney', province: 'NSW', postcode: '2000' },
    ],
    ['12 High Street Oxford OX1 4AA', { street: '12 High Street', city: 'Oxford', postcode: 'OX1 4AA' }],
    [
      '12 High Street Oxford, OX1 4AA UK',
      { street: '12 High Street', city: 'Oxford', postcode: 'OX1 4AA', country: 'UK' },
    ],
    [
      'Flat 2, 9 St Johns Road St Albans AL1 2AB',
      { street: 'Flat 2, 9 St Johns Road', city: 'St Albans', postcode: 'AL1 2AB' },
    ],
    [
      '4 Privet Drive Little Whinging Surrey RH1 1AA',
      { street: '4 Privet Drive', city: 'Little Whinging', province: 'Surrey', postcode: 'RH1 1AA' },
    ],
    ['12 High St Durham DH1 3AA', { street: '12 High St', city: 'Durham', postcode: 'DH1 3AA' }],
    [
      '1 Market St Suite 300 San Francisco CA 94105 USA',
      { street: '1 Market St Suite 300', city: 'San Francisco', province: 'CA', postcode: '94105', country: 'USA' },
    ],
    [
      '350 Fifth Avenue New York NY 10118',
      { street: '350 Fifth Avenue', city: 'New York', province: 'NY', postcode: '10118' },
    ],
    [
      '600 Main St NW Washington DC 20001',
      { street: '600 Main St NW', city: 'Washington', province: 'DC', postcode: '20001' },
    ],
    [
      '25 Market Street Sydney NSW 2000',
      { street: '25 Market Street', city: 'Sydney', province: 'NSW', postcode: '2000' },
    ],
    // A part of the street or of the town, a quarter, no word for the street, no number, no state: nothing is certain.
    ['200 King Street West Toronto ON M5V 1J2', undefined],
    ['12 Old Street Shoreditch London EC1V 9BB', undefined],
    ['9 Briggate Leeds LS1 6HD', undefined],
    ['5 The Green Chapel St Leonards PE24 5TQ', undefined],
    ['Rose Cottage Mill Lane Oxford OX1 4AA', undefined],
    ['350 Fifth Avenue New York 10118', undefined],
    // No such state, a room in the place of the town, no postcode: nothing is certain.
    ['5 Elm St, Springfield, ZZ 62704', undefined],
    ['85 Albert Embankment, Floor 3, SE1 7TP', undefined],
    ['85 Albert Embankment, London', undefined],
  ])('%s', (text, parts) => {
    expect(splitAddress(text)).toEqual(parts ?? { street: text.replaceAll('\n', ' ') });
  });

  it.each(['12 High Street, Oxford, OX1 4AA', '1 Market St, San Francisco, CA 94105'])(
    '%s reads as it is written',
    (text) => {
      const parts = splitAddress(text);
      expect(parts?.city).toBeDefined();
      expect(formatAddress(parts ?? {})).toBe(text);
    },
  );
});
