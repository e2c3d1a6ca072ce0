import { describe, expect, it } from 'vitest';
import type { Address } from '#shared/domain/customer/customer.ts';
import { factOf } from '#shared/facts/facts.ts';
import { countryOfCurrency } from '#shared/match/country.ts';
import { homeCountry } from '#shared/reach/home-country.ts';
import { writeReach } from '#shared/reach/lists.ts';
import { aCustomer } from '../../helpers/builders.ts';

const london: Address = { street: '12 Harbour Street, London', country: 'United Kingdom' };
const hangzhou: Address = { regionCode: '330106', city: '杭州市' };

describe('the country whose numbers somebody writes', () => {
  it('is that of the first address which says one, in whatever words', () => {
    expect(homeCountry({ addresses: [{ street: '旧地址' }, london, hangzhou] }, 'CNY')).toBe('GB');
    expect(homeCountry({ addresses: [hangzhou, london] }, 'CNY')).toBe('CN');
    expect(homeCountry({ addresses: [{ ...london, country: '英国' }] }, 'CNY')).toBe('GB');
    expect(homeCountry({ addresses: [{ regionCode: '810000' }] }, 'CNY')).toBe('HK');
  });

  it('is told by a postcode and a state where no country is named', () => {
    expect(homeCountry({ addresses: [{ street: '12 High Street', city: 'Oxford', postcode: 'OX1 4AA' }] }, 'CNY')).toBe(
      'GB',
    );
    expect(homeCountry({ addresses: [{ city: 'Toronto', province: 'ON', postcode: 'M5V 3L9' }] }, 'CNY')).toBe('CA');
    expect(homeCountry({ addresses: [{ city: 'Springfield', province: 'IL', postcode: '62704' }] }, 'CNY')).toBe('US');
    expect(homeCountry({ addresses: [{ city: 'Sydney', province: 'NSW', postcode: '2000' }] }, 'CNY')).toBe('AU');
    expect(homeCountry({ addresses: [{ city: 'Berlin', postcode: '10115' }] }, 'CNY')).toBe('CN');
  });

  it('is that of an address they left only where there is no other', () => {
    expect(homeCountry({ addresses: [{ ...london, status: 'moved' }, hangzhou] }, 'CNY')).toBe('CN');
    expect(homeCountry({ addresses: [{ ...london, status: 'moved' }] }, 'CNY')).toBe('GB');
  });

  it('is that of the customer for a contact person without an address, and China in doubt', () => {
    expect(homeCountry({}, 'CNY', { addresses: [london] })).toBe('GB');
    expect(homeCountry({ addresses: [hangzhou] }, 'CNY', { addresses: [london] })).toBe('CN');
    expect(homeCountry({ addresses: [{ street: '?', country: 'Atlantis' }] }, 'CNY')).toBe('CN');
  });
});

describe('a number typed without a country code', () => {
  const country = homeCountry({ addresses: [london] }, 'CNY');
  const readAs = (text: string) => {
    const written = writeReach('phones', [], 0, text, { country });
    return 'list' in written ? written.list : written;
  };

  it('is one of the country where the customer lives', () => {
    expect(readAs('020 7946 0958')).toMatchObject([{ e164: '+442079460958', raw: '020 7946 0958' }]);
    expect(readAs('13800138000')).toMatchObject([{ e164: '+8613800138000' }]);
    expect(readAs('+852 2123 4567')).toMatchObject([{ e164: '+85221234567' }]);
  });

  it('is read so in a cell of the list too', () => {
    const written = factOf('phones')?.write(
      aCustomer({ id: 'c1', addresses: [london] }),
      '020 7946 0958',
      '2026-08-01',
      'CNY',
    );
    expect(written).toMatchObject({ draft: { phones: [{ e164: '+442079460958' }] } });
  });
});

it('of an archive that counts in pounds writes numbers as in Britain, unless an address says another country', () => {
  expect(homeCountry({ addresses: [], phones: [], emails: [], ims: [] }, 'GBP')).toBe('GB');
  expect(homeCountry({ addresses: [{ country: 'Canada' }], phones: [], emails: [], ims: [] }, 'GBP')).toBe('CA');
  expect((['USD', 'CAD', 'AUD', 'JPY', 'EUR'] as const).map(countryOfCurrency)).toEqual(['US', 'CA', 'AU', 'JP', 'CN']);
});
