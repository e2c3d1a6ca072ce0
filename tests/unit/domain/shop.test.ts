import { describe, expect, it } from 'vitest';
import { isSender, shopLine, shopOf } from '#shared/domain/settings/shop.ts';
import { tidyPhones } from '#shared/match/tidy-phones.ts';

describe('whose archive it is', () => {
  it('is the shop and who is talked to there', () => {
    const shop = shopOf({ shopName: '永兴五金', ownerName: '王建国', shopPhone: '138 0013 8000', shopAddress: '' });
    expect(shopLine(shop)).toBe('永兴五金 · 王建国 · 138 0013 8000');
    expect(isSender(shop)).toBe(false);
  });

  it('is the person alone where the shop has no name, and nobody while nothing was said', () => {
    expect(shopLine(shopOf({ shopName: '', ownerName: '王建国' }))).toBe('王建国');
    expect(shopLine(shopOf({ shopPhone: '138 0013 8000' }))).toBe('');
    expect(shopLine(shopOf(undefined))).toBe('');
  });

  it('sends mail once there is a place for it to come back to', () => {
    const shop = shopOf({ ownerName: 'Jane Doe', shopAddress: '12 High Street\n\nOxford' });
    expect(shop.address).toEqual(['12 High Street', 'Oxford']);
    expect(isSender(shop)).toBe(true);
  });
});

it.each([
  ['13800138000', '138 0013 8000'],
  ['13800138000、0571-88889999', '138 0013 8000 / 0571 8888 9999'],
  [' 13800138000（微信同号） ', '13800138000（微信同号）'],
  ['8888 请转王总', '8888 请转王总'],
  ['', ''],
])('numbers stand as people read them, anything else as it was written: %j', (typed, tidy) => {
  expect(tidyPhones(typed)).toBe(tidy);
});
