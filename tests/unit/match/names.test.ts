import { describe, expect, it } from 'vitest';
import { companyOf, looksLikeCompany } from '../../../shared/match/company.ts';
import { compareNames } from '../../../shared/match/compare-names.ts';
import { splitPersonName, titledName } from '../../../shared/match/names.ts';

describe('names of people', () => {
  it('splits after the surname, compound surnames first', () => {
    expect(splitPersonName('张伟')).toEqual({ familyName: '张', givenName: '伟' });
    expect(splitPersonName('欧阳 娜娜')).toEqual({ familyName: '欧阳', givenName: '娜娜' });
    expect(splitPersonName('John Smith')).toEqual({ familyName: 'Smith', givenName: 'John' });
    expect(splitPersonName('Smith, John')).toEqual({ familyName: 'Smith', givenName: 'John' });
  });

  it('leaves whole what is no family and given name', () => {
    for (const name of ['买买提·吐尔逊', '张总', 'Madonna', '老王包子铺子', ''])
      expect(splitPersonName(name)).toBeUndefined();
  });

  it('knows forms of address', () => {
    expect(titledName('张总')).toEqual({ familyName: '张', title: '总' });
    expect(titledName('司马老师')).toEqual({ familyName: '司马', title: '老师' });
    expect(titledName('小李')).toEqual({ familyName: '李', title: '小' });
    expect(titledName('于是之')).toBeUndefined();
  });

  it.each([
    ['张伟', '張 偉', 'same'],
    ['张伟', '张玮', 'homophone'],
    ['张总', '张伟', 'title'],
    ['张总', '李伟', 'different'],
    ['王建国', '王建军', 'similar'],
    ['张伟', '章玮', 'homophone'],
    ['张伟', 'Zhang Wei', 'homophone'],
    ['张伟', '李伟', 'different'],
    ['John Smith', 'Smith, John', 'same'],
    ['杭州创达装饰工程有限公司', '创达装饰工程（杭州）', 'same'],
    ['杭州创达有限公司', '杭州创达有限公司上海分公司', 'branch'],
    ['张伟', '杭州创达有限公司', 'different'],
    ['禾瑞物业', '杭州禾瑞物业服务有限公司', 'short'],
    ['张伟', '张伟五金店', 'different'],
    ['朱?宇', '朱䶮宇', 'same'],
    ['??宇', '朱䶮宇', 'different'],
    ['', '', 'different'],
  ] as const)('%s and %s: %s', (a, b, agreement) => {
    expect(compareNames(a, b)).toBe(agreement);
    expect(compareNames(b, a)).toBe(agreement);
  });
});

describe('names of companies', () => {
  it('gives one core for the ways a company is written', () => {
    const cores = [
      '西安博亿文化传媒',
      '博亿文化传媒有限公司（西安）',
      '(西安)博亿文化传媒有限责任公司',
      '西安博亿文化传媒 有限公司',
    ];
    expect(new Set(cores.map((name) => companyOf(name).core))).toEqual(new Set(['西安博亿文化传媒']));
    expect(companyOf('Acme Co., Ltd.').core).toBe('acme');
  });

  it('keeps a branch apart from its company', () => {
    expect(companyOf('中国银行股份有限公司杭州分行')).toEqual({ core: '中国银行', branch: '杭州分行' });
  });

  it('tells companies from people', () => {
    for (const name of ['杭州创达有限公司', '老王包子店', 'Acme Ltd', '西安博亿文化传媒'])
      expect(looksLikeCompany(name)).toBe(true);
    for (const name of ['张伟', '欧阳娜娜', 'John Smith', '李知行']) expect(looksLikeCompany(name)).toBe(false);
  });
});
