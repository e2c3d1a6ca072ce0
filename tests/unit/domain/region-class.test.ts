import { expect, it } from 'vitest';
import { regionClassOf } from '#shared/domain/customer/region-class.ts';

it.each([
  [[{ regionCode: '330106' }], '3301'],
  [[{ regionCode: '3301' }], '3301'],
  [[{ regionCode: '33' }], '33'],
  [[{ regionCode: '330000' }], '33'],
  [[{ regionCode: '110105' }], '11'],
  [[{ regionCode: '429004' }], '42'],
  [[{ regionCode: '810001' }], '81'],
  [[{ street: '某路 1 号' }, { regionCode: '4403' }], '4403'],
  [[{ country: 'Germany' }], 'abroad'],
  [[{ country: 'Germany' }, { regionCode: '4403' }], '4403'],
  [[{ country: '中国' }], 'unknown'],
  [[{ country: 'P.R. China' }], 'unknown'],
  [[{ country: '' }], 'unknown'],
  [[], 'unknown'],
])('the addresses %j are in region %s', (addresses, region) => {
  expect(regionClassOf(addresses)).toBe(region);
});
