import { describe, expect, it } from 'vitest';
import type { Word } from '#shared/domain/word/word.ts';
import { resolveAddress, splitAddress } from '#shared/match/region/resolve-address.ts';
import { writeReach } from '#shared/reach/lists.ts';
import { ownPlaces } from '#shared/words/places.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows } from '../../helpers/import-run.ts';

const word = (key: string, codes: string[], part: Partial<Word> = {}): Word => ({
  id: key,
  version: 1,
  createdAt: '',
  updatedAt: '',
  list: 'region',
  key,
  codes,
  ...part,
});
const words = [
  word('下沙', ['330114']),
  word('滨江新城', ['330108']),
  word('江浙', ['32', '33']),
  word('老城', ['3301'], { hidden: true }),
  word('朝阳', ['220104']),
];
const places = ownPlaces(words);
const regionOf = (text: string) => splitAddress(text, places)?.regionCode;

describe('a name of the user’s own for a place', () => {
  it('says where an address lies, and stays in the street', () => {
    expect(splitAddress('下沙1号大街8号', places)).toEqual({
      regionCode: '330114',
      province: '浙江省',
      city: '杭州市',
      district: '钱塘区',
      street: '下沙1号大街8号',
    });
    expect(splitAddress('杭州滨江新城3幢', places)).toMatchObject({ regionCode: '330108', street: '滨江新城3幢' });
    expect(resolveAddress({ city: '杭州市', district: '下沙', street: '1号大街' }, places)).toEqual({
      regionCode: '330114',
      province: '浙江省',
      city: '杭州市',
      district: '钱塘区',
      street: '1号大街',
    });
  });

  it('goes before a standard one that is spelled alike, but not against what the address says itself', () => {
    expect(regionOf('朝阳桂林路1号')).toBe('220104');
    expect(regionOf('北京市朝阳区建国路1号')).toBe('110105');
    expect(regionOf('江苏省南京市下沙1号')).toBe('3201');
  });

  it('is none in the name of a street, for several places, or hidden', () => {
    expect(regionOf('下沙路1号')).toBeUndefined();
    expect(regionOf('江浙1号')).toBeUndefined();
    expect(regionOf('老城1号')).toBeUndefined();
  });

  it('is understood in what is typed on the card and in what is imported', async () => {
    expect(writeReach('addresses', [], 0, '下沙1号大街', { places })).toMatchObject({
      list: [{ regionCode: '330114' }],
    });
    const archive = new FakeArchive();
    for (const { version: _version, createdAt: _c, updatedAt: _u, deletedAt: _d, ...after } of words)
      archive.apply([{ table: 'word', id: after.id, after }]);
    await importRows(archive, ['姓名', '地址'], [['安一', '下沙1号大街8号']]);
    expect(archive.all('customer')[0]?.addresses).toMatchObject([{ regionCode: '330114', district: '钱塘区' }]);
  });
});
