import { describe, expect, it } from 'vitest';
import { foldPinyin, searchKeys } from '../../../shared/match/pinyin.ts';
import { describeOracle, readOracle } from '../../helpers/oracles.ts';

describe('searchKeys', () => {
  it('reads the surname as a surname first and tolerates its other readings', () => {
    expect(searchKeys('曾伟')).toEqual({ reading: 'zeng wei', full: ['zengwei', 'cengwei'], initials: ['zw', 'cw'] });
    expect(searchKeys('单雄信').full[0]).toBe('shanxiongxin');
    expect(searchKeys('单雄信').full).toContain('danxiongxin');
    expect(searchKeys('尉迟恭').reading).toBe('yu chi gong');
    expect(searchKeys('单于平').reading).toBe('chan yu ping');
    expect(searchKeys('种师道').reading).toBe('chong shi dao');
  });

  it('reads a company name as words, not as a surname', () => {
    expect(searchKeys('解放路口腔诊所').reading).toBe('jie fang lu kou qiang zhen suo');
    expect(searchKeys('TCL集团')).toMatchObject({ full: ['tcljituan'], initials: ['tcljt'] });
  });

  it('puts the reading typed by the user first', () => {
    const keys = searchKeys('朴敏', 'Piao Min');
    expect(keys).toMatchObject({ reading: 'piao min', initials: ['pm'] });
    expect(searchKeys('仇一', 'chóu yī').full.slice(0, 2)).toEqual(['chouyi', 'qiuyi']);
  });

  it('finds ü typed as u or v', () => {
    const keys = searchKeys('吕绿');
    expect(keys.full).toContain(foldPinyin('lvlü'));
    expect(keys.full).toContain(foldPinyin('lulu'));
  });

  it('keeps Latin names and takes their first letters', () => {
    expect(searchKeys('José Núñez')).toMatchObject({ full: ['josenunez'], initials: ['jn'] });
    expect(searchKeys('')).toEqual({ reading: '', full: [], initials: [] });
  });

  it('gives whole characters outside the basic plane', () => {
    expect(searchKeys('𠮷田').initials[0]).toBe('𠮷t');
  });

  it('keeps few readings of a long name full of ambiguous characters', () => {
    expect(searchKeys('长重行乐').full.length).toBeLessThanOrEqual(6);
  });
});

describeOracle('surname readings of the oracle', () => {
  const toneless = (reading: string) => foldPinyin(reading);
  const { core, compared } = JSON.parse(readOracle('pinyin/surname_polyphones.json')) as {
    core: Record<string, string>;
    compared: { surname: string; agree: boolean; reading: string | null }[];
  };
  const surnameReadingsOf = (surname: string) =>
    searchKeys(`${surname}伟`).full.map((full) => full.replace(/wei$/, ''));

  it.each(Object.entries(core))('%s is read %s', (surname, readings) => {
    const wanted = readings.split('|').map(toneless);
    expect(surnameReadingsOf(surname)[0]).toBe(wanted[0]);
    expect(surnameReadingsOf(surname)).toEqual(expect.arrayContaining(wanted));
  });

  it('finds every reading on which the sources agree', () => {
    for (const { surname, agree, reading } of compared) {
      if (agree && reading) expect(surnameReadingsOf(surname), surname).toContain(toneless(reading));
    }
  });
});
