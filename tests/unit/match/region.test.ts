import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../shared/match/format-address.ts';
import { provinceNames } from '../../../shared/match/region/provinces.ts';
import { regionIndex, regionPath } from '../../../shared/match/region/regions.ts';
import { resolveAddress, splitAddress } from '../../../shared/match/region/resolve-address.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

describe('resolveAddress', () => {
  it.each([
    ['浙江省杭州市西湖区文三路1号', '330106', '文三路1号'],
    ['杭州西湖文三路1号', '330106', '文三路1号'],
    ['杭州西湖大道1号', '3301', '西湖大道1号'],
    ['余杭区文三路621号', '330110', '文三路621号'],
    ['吉林市船营区天府大道', '220204', '天府大道'],
    ['吉林长春朝阳区人民大街', '220104', '人民大街'],
    ['北京市北京市朝阳区建国路', '110105', '建国路'],
    ['臺灣省台北市信義區', '710107', undefined],
    ['内蒙古呼和浩特新城区', '150102', undefined],
    ['河南省济源市', '419001', undefined],
    ['恩施州利川市', '422802', undefined],
    ['陕西省咸阳市乾县', '610424', undefined],
  ])('%s is in %s', (text, code, street) => {
    const address = splitAddress(text);
    expect(address?.regionCode).toBe(code);
    expect(address?.street).toBe(street);
  });

  it('does not guess between districts of one name, nor take an estate for a city', () => {
    expect(splitAddress('朝阳区建国路8号')).toEqual({ street: '朝阳区建国路8号' });
    expect(splitAddress('大同小区3栋')).toEqual({ street: '大同小区3栋' });
    expect(splitAddress('12 Main St, Springfield')).toEqual({ street: '12 Main St, Springfield' });
  });

  it('joins columns with the street and takes what they repeat only once', () => {
    expect(resolveAddress({ province: '浙江省', city: '杭州', street: '浙江省杭州市余杭区良渚街道1号' })).toEqual({
      regionCode: '330110',
      province: '浙江省',
      city: '杭州市',
      district: '余杭区',
      street: '良渚街道1号',
    });
  });

  it('keeps what it cannot resolve as it was written', () => {
    expect(resolveAddress({ province: 'California', city: 'LA', street: '1 Main St', postcode: '90001' })).toEqual({
      province: 'California',
      city: 'LA',
      street: '1 Main St',
      postcode: '90001',
    });
    expect(resolveAddress({ province: '广东', city: '成都' })).toEqual({
      regionCode: '44',
      province: '广东省',
      city: '成都',
    });
    expect(resolveAddress({ street: ' ' })).toBeUndefined();
  });

  it('finds the postcode at either end', () => {
    expect(splitAddress('310012 浙江杭州')).toMatchObject({ postcode: '310012', regionCode: '3301' });
    expect(splitAddress('浙江杭州文三路1号（邮编：310012）')).toMatchObject({
      postcode: '310012',
      street: '文三路1号',
    });
  });
});

describe('regions', () => {
  it('names a code from province down, without ranks that only group', () => {
    expect(regionPath('330106')).toEqual({ province: '浙江省', city: '杭州市', district: '西湖区' });
    expect(regionPath('500235')).toEqual({ province: '重庆市', district: '云阳县' });
    expect(regionPath('999999')).toBeUndefined();
  });

  it('knows every province by its short name', () => {
    expect(
      regionIndex()
        .provinces.map((province) => province.code)
        .sort(),
    ).toEqual(Object.keys(provinceNames).sort());
  });

  it('writes a municipality once', () => {
    expect(formatAddress({ province: '北京市', city: '北京市', district: '朝阳区', street: '建国路1号' })).toBe(
      '北京市朝阳区建国路1号',
    );
    expect(formatAddress({ street: '1 Main St', city: 'Springfield', postcode: '62701', country: 'USA' })).toBe(
      '1 Main St, Springfield, 62701, USA',
    );
    expect(formatAddress({ city: '上海市', district: '黄浦区', street: 'The Bund 12' })).toBe(
      '上海市黄浦区 The Bund 12',
    );
    expect(formatAddress({ city: '上海市', street: 'A座3楼' })).toBe('上海市A座3楼');
  });
});

describeOracle('region oracle', () => {
  const read = (file: string) =>
    readOracle(`region/${file}`)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').trim().split(','));
  const provinces = new Map(read('provinces.csv').map(([code, name]) => [code, name]));
  const cities = new Map(read('cities.csv').map(([code, name]) => [code, name]));

  it('resolves every county of 2023 to its code, but for zones and the islands recoded in 2024', () => {
    const zone = /开发|高新|园区|管理|新区|示范|产业|工业|合作|试验|保税|食品区/;
    const missed = read('areas.csv').filter(([code, name, cityCode, provinceCode]) => {
      const city = cities.get(cityCode) ?? '';
      const isGrouping = /市辖区|直辖|^县$/.test(city);
      const text = `${provinces.get(provinceCode)}${isGrouping ? '' : city}${name}人民路1号`;
      return splitAddress(text)?.regionCode !== code && !zone.test(name ?? '') && name !== city;
    });
    expect(missed.map(([code]) => code)).toEqual(['460321', '460322', '460323']);
  });
});
