import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownOperators } from '../../../shared/filter/operator-words.ts';
import { filterSchema, noFilter } from '../../../shared/filter/filter.ts';
import {
  completeSearch,
  longestSearch,
  readSearch,
  withConditions,
  type ChoicesOf,
} from '../../../shared/filter/read-search.ts';

const choices: Partial<Record<string, { key: string; words: string[] }[]>> = {
  region: [
    { key: '3301', words: ['杭州', 'Hangzhou'] },
    { key: '3302', words: ['宁波', 'Ningbo'] },
  ],
  tagIds: [
    { key: 't1', words: ['展会'] },
    { key: 't2', words: ['fair'] },
    { key: 't3', words: ['old friend'] },
  ],
  phoneState: [
    { key: 'vacant', words: ['空号'] },
    { key: 'suspended', words: ['停机'] },
  ],
  bought: [{ key: 'M6 螺丝', words: ['M6 螺丝'] }],
  anniversary: [{ key: '结婚', words: ['结婚'] }],
};
const choicesOf: ChoicesOf = (field) => choices[field] ?? [];

describe('readSearch', () => {
  it.each([
    ['地区:杭州', { field: 'region', test: { is: 'any', of: ['3301'] } }],
    ['region:Hangzhou', { field: 'region', test: { is: 'any', of: ['3301'] } }],
    ['地區：杭', { field: 'region', test: { is: 'any', of: ['3301'] } }],
    ['标签:展会,fair', { field: 'tagIds', test: { is: 'any', of: ['t1', 't2'] } }],
    ['-tag:fair', { field: 'tagIds', not: true, test: { is: 'any', of: ['t2'] } }],
    ['#展会', { field: 'tagIds', test: { is: 'any', of: ['t1'] } }],
    ['-＃fai', { field: 'tagIds', not: true, test: { is: 'any', of: ['t2'] } }],
    ['tag:"old friend"', { field: 'tagIds', test: { is: 'any', of: ['t3'] } }],
    // Where none begins with it, those that have it in them.
    ['tag:friend', { field: 'tagIds', test: { is: 'any', of: ['t3'] } }],
    ['未联系>90天', { field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -90 } } }],
    ['notcontacted>3m', { field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -90 } } }],
    ['not-contacted>90d', { field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -90 } } }],
    ['-Not-Bought>1y', { field: 'lastPurchase', not: false, test: { is: 'days', from: { inDays: -365 } } }],
    ['contacted<2w', { field: 'lastContact', test: { is: 'days', from: { inDays: -14 } } }],
    ['生日<30天', { field: 'birthday', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 30 } } }],
    ['纪念日<30天', { field: 'anniversary', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 30 } } }],
    ['-纪念日:结婚', { field: 'anniversary', named: '结婚', not: true, test: { is: 'filled' } }],
    ['买过:"M6 螺丝"', { field: 'bought', test: { is: 'contains', text: 'M6 螺丝' } }],
    ['-goods:tea', { field: 'bought', not: true, test: { is: 'contains', text: 'tea' } }],
    ['电话状态:空号,停机', { field: 'phoneState', test: { is: 'any', of: ['vacant', 'suspended'] } }],
    ['消费>=1.5万', { field: 'revenue', test: { is: 'between', min: 1_500_000 } }],
    ['次数＞3次', { field: 'purchases', test: { is: 'between', min: 4 } }],
    ['未核实>1年', { field: 'verifiedOn', not: true, test: { is: 'days', from: { inDays: -365 } } }],
    ['负责人:小李', { field: 'owner', test: { is: 'contains', text: '小李' } }],
    ['账期>=30天', { field: 'paymentTermsDays', test: { is: 'between', min: 30 } }],
    // How often and for how much, not when.
    ['购买>3次', { field: 'purchases', test: { is: 'between', min: 4 } }],
    ['购买>1万', { field: 'revenue', test: { is: 'between', min: 1_000_001 } }],
    ['bought>=5k', { field: 'revenue', test: { is: 'between', min: 500_000 } }],
    ['购买>=500元', { field: 'revenue', test: { is: 'between', min: 50_000 } }],
    ['账期>=3个月', { field: 'paymentTermsDays', test: { is: 'between', min: 90 } }],
    ['次数>=1,000', { field: 'purchases', test: { is: 'between', min: 1_000 } }],
    ['介绍人数>=3人', { field: 'introduced', test: { is: 'between', min: 3 } }],
    ['完整率<60%', { field: 'completeness', test: { is: 'between', max: 59 } }],
    // A county is in no list of regions.
    ['-地区:长兴', { field: 'address', not: true, test: { is: 'contains', text: '长兴' } }],
    ['公司:永兴', { field: 'organization', test: { is: 'contains', text: '永兴' } }],
  ])('%s is a condition', (typed, condition) => {
    expect(readSearch(typed, choicesOf, 'CNY')).toEqual({ text: '', conditions: [condition] });
  });

  const month = (shift: number) => ({ is: 'period', unit: 'month', shift });
  const span = (from: string, to: string) => ({ is: 'days', from: { on: from }, to: { on: to } });

  it.each([
    ['跟进:今天', { field: 'followUp', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 0 } } }],
    ['due:tomorrow', { field: 'followUp', test: { is: 'days', from: { inDays: 1 }, to: { inDays: 1 } } }],
    ['跟进：逾期', { field: 'followUp', test: { is: 'days', to: { inDays: -1 } } }],
    ['跟进:下周', { field: 'followUp', test: { is: 'period', unit: 'week', shift: 1 } }],
    ['生日:本月', { field: 'birthday', test: month(0) }],
    ['birthday:"next month"', { field: 'birthday', test: month(1) }],
    ['联系:上个月', { field: 'lastContact', test: month(-1) }],
    ['-购买:今年', { field: 'lastPurchase', not: true, test: { is: 'period', unit: 'year', shift: 0 } }],
    ['未联系:本周', { field: 'lastContact', not: true, test: { is: 'period', unit: 'week', shift: 0 } }],
    // The month of that name that is nearest: it is November.
    ['生日:12月', { field: 'birthday', test: month(1) }],
    ['生日:11月', { field: 'birthday', test: month(0) }],
    ['birthday:March', { field: 'birthday', test: month(4) }],
    ['购买:12月', { field: 'lastPurchase', test: month(-11) }],
    ['contacted:oct', { field: 'lastContact', test: month(-1) }],
    ['购买:2026-02', { field: 'lastPurchase', test: span('2026-02-01', '2026-02-28') }],
    ['购买:2025年', { field: 'lastPurchase', test: span('2025-01-01', '2025-12-31') }],
    ['联系:2026/11/5', { field: 'lastContact', test: span('2026-11-05', '2026-11-05') }],
    // How long, not which.
    ['生日:3个月', { field: 'birthday', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 90 } } }],
    ['联系<3月', { field: 'lastContact', test: { is: 'days', from: { inDays: -90 } } }],
    ['订单>3', { field: 'purchases', test: { is: 'between', min: 4 } }],
  ])('%s is a condition in plain words', (typed, condition) => {
    const read = readSearch(typed, choicesOf, 'CNY', [], '2026-11-30');
    expect(read).toEqual({ text: '', conditions: [condition] });
    expect(filterSchema.safeParse(withConditions(noFilter, read.conditions)).success).toBe(true);
  });

  it.each(['跟进:改天', '联系:逾期', '购买:2026-13', '购买:2026-02-30', '生日:13月'])('%s is none', (typed) => {
    expect(readSearch(typed, choicesOf, 'CNY', [], '2026-11-30').conditions).not.toContainEqual(
      expect.objectContaining({ test: expect.objectContaining({ is: 'period' }) as unknown }),
    );
  });

  const own = ownOperators([
    { id: 'area', label: '店面 面积', type: 'number' },
    { id: 'rent', label: '租金', type: 'money' },
    { id: 'ends', label: '合同到期', type: 'date' },
    { id: 'vip', label: 'VIP', type: 'boolean' },
    { id: 'note', label: '进货渠道说明', type: 'text' },
    { id: 'gone', label: '旧字段', type: 'text', archived: true },
  ]);

  it.each([
    ['店面面积>50', { field: 'custom:area', test: { is: 'between', min: 50.000001 } }],
    ['店面面积>=1.5', { field: 'custom:area', test: { is: 'between', min: 1.5 } }],
    ['店面面积<1,200', { field: 'custom:area', test: { is: 'between', max: 1199.999999 } }],
    ['租金<=2千', { field: 'custom:rent', test: { is: 'between', max: 200_000 } }],
    ['合同到期<30天', { field: 'custom:ends', test: { is: 'days', from: { inDays: 0 }, to: { inDays: 30 } } }],
    ['vip:是', { field: 'custom:vip', test: { is: 'yes' } }],
    ['vip:no', { field: 'custom:vip', not: true, test: { is: 'yes' } }],
    ['-进货渠道说明:老街', { field: 'custom:note', not: true, test: { is: 'contains', text: '老街' } }],
  ])('%s asks of a field of the archive’s own', (typed, condition) => {
    const read = readSearch(typed, choicesOf, 'CNY', own);
    expect(read).toEqual({ text: '', conditions: [condition] });
    expect(filterSchema.safeParse(withConditions(noFilter, read.conditions)).success).toBe(true);
  });

  it('offers what goods and anniversaries are called, and spans of days', () => {
    const words = (typed: string) => completeSearch(typed, 'zh-CN', choicesOf).map(({ word }) => word);
    expect(words('买过:螺')).toEqual(['买过:"M6 螺丝"']);
    expect(words('纪念')).toEqual(['纪念日:']);
    expect(words('纪念日:')).toEqual(
      ['结婚', '今天', '明天', '本周', '下周', '本月', '下月', '30天'].map((word) => `纪念日:${word}`),
    );
    expect(words('联系:上')).toEqual(['联系:上周', '联系:上月']);
    expect(words('跟进:')).toContain('跟进:逾期');
    expect(completeSearch('contacted:last', 'en', choicesOf).map(({ word }) => word)).toEqual([
      'contacted:last-week',
      'contacted:last-month',
      'contacted:last-year',
    ]);
    expect(words('纪念日:结')).toEqual(['纪念日:结婚']);
    expect(words('纪念日<')).not.toContain('纪念日<结婚');
    expect(words('生日<')).toHaveLength(4);
  });

  it.each(['旧字段:x', 'vip:也许', '店面面积>大'])('seeks %s as it stands, whatever fields there are', (typed) => {
    expect(readSearch(typed, choicesOf, 'CNY', own)).toEqual({ text: typed, conditions: [] });
  });

  it('offers own fields by their names', () => {
    expect(completeSearch('租', 'zh-CN', choicesOf, own)).toEqual([{ word: '租金>', line: '租金>' }]);
    expect(completeSearch('店面', 'en', choicesOf, own).map(({ word }) => word)).toEqual(['店面面积>']);
  });

  it.each([
    '王',
    'zhang三',
    '标签:火星',
    '颜色:红',
    '10:30',
    '未联系>很久',
    '未联系>1万',
    '未联系>3次',
    '次数>30天',
    'a-b',
    '标签>展会',
    '买过>茶',
    '纪念日>结婚',
    '生日:结婚',
    'http://a.cn',
  ])('seeks %s as it stands', (typed) => {
    expect(readSearch(typed, choicesOf, 'CNY')).toEqual({ text: typed, conditions: [] });
  });

  it('seeks what stands in quotes, also while they are still open', () => {
    expect(readSearch('"Larkbeck Ltd" 地区:杭州', choicesOf, 'CNY').text).toBe('Larkbeck Ltd');
    expect(readSearch('"张', choicesOf, 'CNY').text).toBe('张');
    expect(readSearch('"', choicesOf, 'CNY').text).toBe('');
  });

  it('takes operators from between words in any order, and waits for one that is being typed', () => {
    const { text, conditions } = readSearch('王 地区:杭州 五金 标签: 未联系>90天', choicesOf, 'CNY');
    expect(text).toBe('王 五金');
    expect(conditions).toMatchObject([{ field: 'region' }, { field: 'lastContact' }]);
  });

  it('makes a filter that may be stored, whatever is typed', () => {
    const word = fc.constantFrom(
      '地区',
      '标签',
      '未联系',
      '消费',
      '次数',
      '公司',
      '王',
      '-',
      ':',
      '>',
      '<=',
      '90天',
      '1万',
      '"',
      '杭州',
      ' ',
      '9999999999',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        const { conditions } = readSearch(words.join(''), choicesOf, 'CNY');
        expect(filterSchema.safeParse(withConditions(noFilter, conditions)).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is empty', () => {
  const without = (field: string) => ({ field, not: true, test: { is: 'filled' } });
  const having = (field: string) => ({ field, test: { is: 'filled' } });
  it.each([
    ['无电话', without('phone')],
    ['没有电话', without('phone')],
    ['没有：邮箱', without('email')],
    ['no:phone', without('phone')],
    ['no：phone', without('phone')],
    ['has：birthday', having('birthday')],
    ['No phone', without('phone')],
    ['no follow-up', without('followUp')],
    ['-无电话', having('phone')],
    ['有生日', having('birthday')],
    ['has:birthday', having('birthday')],
    ['-has:tag', without('tagIds')],
    ['无性别', without('gender')],
  ])('%s asks for it', (typed, condition) => {
    expect(readSearch(typed, choicesOf, 'CNY')).toEqual({ text: '', conditions: [condition] });
  });

  it('is asked of own fields by their names', () => {
    const own = ownOperators([{ id: 'rent', label: '租金', type: 'money' }]);
    expect(readSearch('无租金', choicesOf, 'CNY', own).conditions).toEqual([without('custom:rent')]);
    const [area] = ownOperators([{ id: 'area', label: '店面 面积', type: 'number' }]);
    expect(completeSearch('无店', 'zh-CN', choicesOf, area ? [area] : []).map(({ word }) => word)).toEqual([
      '无店面面积',
    ]);
  });

  it.each(['无', '无锡', '有限公司', 'no', 'no way', 'no:color', '"没有电话"', 'no 电话', 'phone', '没空'])(
    '%s is a text',
    (typed) => {
      expect(readSearch(typed, choicesOf, 'CNY')).toEqual({ text: typed.replaceAll('"', ''), conditions: [] });
    },
  );

  // Everybody has a name, is in some class of each kind and has a number, be it 0; some operators ask for nothing already.
  it.each(['姓名', '价值', '阶段', '行为', '频次', '风险', '类型', '次数', '完整率', '缺失', '未联系', '未核实'])(
    'is never %s',
    (name) => {
      expect(readSearch(`无${name}`, choicesOf, 'CNY')).toEqual({ text: `无${name}`, conditions: [] });
    },
  );

  it('is offered while it is typed', () => {
    const offered = (typed: string) => completeSearch(typed, 'zh-CN', choicesOf).map(({ word }) => word);
    expect(offered('无电')).toEqual(['无电话', '无电话状态']);
    expect(offered('王 -没有邮')).toEqual(['-没有邮箱', '-没有邮箱状态']);
    expect(offered('no:ph')).toEqual(['no:phone', 'no:phone-state']);
    expect(offered('无')).toContain('无电话');
    expect(offered('有')).not.toContain('有电话');
    expect(completeSearch('王 no', 'en', choicesOf)).toContainEqual({ word: 'no:tag', line: '王 no:tag' });
  });
});

describe('or', () => {
  const region = (key: string) => ({ field: 'region', test: { is: 'any', of: [key] } });
  const tag = { field: 'tagIds', test: { is: 'any', of: ['t1'] } };
  const either = { join: 'or', parts: [region('3301'), region('3302')] };
  const read = (typed: string) => readSearch(typed, choicesOf, 'CNY');

  it.each(['地区:杭州 或 地区:宁波', '地区:杭州 或者 地区:宁波', 'region:Hangzhou OR region:Ningbo'])(
    '%s takes either',
    (typed) => {
      expect(read(typed)).toEqual({ text: '', conditions: [either] });
    },
  );

  it('binds closer than the blank, and takes any of a row', () => {
    expect(read('#展会 地区:杭州 或 地区:宁波 王').conditions).toEqual([tag, either]);
    expect(read('地区:杭州 OR 地区:宁波 OR 无电话 #展会').conditions).toEqual([
      { join: 'or', parts: [...either.parts, { field: 'phone', not: true, test: { is: 'filled' } }] },
      tag,
    ]);
    expect(filterSchema.safeParse(withConditions(noFilter, read('地区:杭州 或 #展会').conditions)).success).toBe(true);
  });

  it('waits for the second operator', () => {
    for (const typed of ['地区:杭州 或', '地区:杭州 OR 标签:', '地区: 或 地区:杭州'])
      expect(read(typed)).toEqual({ text: '', conditions: [region('3301')] });
  });

  it.each(['或', 'OR', '王 或 李', 'VISA OR MASTER', 'or', '或许', '"或"'])('%s is a text', (typed) => {
    expect(read(typed)).toEqual({ text: typed.replaceAll('"', ''), conditions: [] });
  });

  it('is a text beside one, and in small letters or quotes anywhere', () => {
    expect(read('地区:杭州 或 王')).toEqual({ text: '或 王', conditions: [region('3301')] });
    expect(read('王 OR 地区:杭州').text).toBe('王 OR');
    expect(read('地区:杭州 或 或 地区:宁波')).toEqual({ text: '或 或', conditions: either.parts });
    expect(read('region:Hangzhou or region:Ningbo')).toEqual({ text: 'or', conditions: either.parts });
    expect(read('地区:杭州 "或" 地区:宁波').text).toBe('或');
  });

  it('is offered behind an operator', () => {
    expect(completeSearch('地区:杭州 o', 'en', choicesOf)[0]).toEqual({ word: 'OR', line: '地区:杭州 OR' });
    expect(completeSearch('王 o', 'en', choicesOf).map(({ word }) => word)).not.toContain('OR');
  });
});

describe('withConditions', () => {
  it('narrows a filter of alternatives as a whole', () => {
    const either = { join: 'or' as const, parts: [{ field: 'phone' as const, test: { is: 'filled' as const } }] };
    const { conditions } = readSearch('标签:展会', choicesOf, 'CNY');
    expect(withConditions(either, conditions)).toEqual({ join: 'and', parts: [either, ...conditions] });
    expect(withConditions(either, [])).toBe(either);
  });
});

describe('completeSearch', () => {
  const offered = (typed: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
    completeSearch(typed, language, choicesOf).map(({ word }) => word);

  it('offers operators, then what can stand behind them', () => {
    expect(offered('标')).toEqual(['标签:']);
    expect(offered('王 标签:')).toEqual(['标签:展会', '标签:fair', '标签:"old friend"']);
    expect(completeSearch('王 -标签:展', 'zh-CN', choicesOf)).toEqual([{ word: '-标签:展会', line: '王 -标签:展会' }]);
    expect(offered('未联系>')).toEqual(['未联系>30天', '未联系>60天', '未联系>90天', '未联系>180天']);
    expect(offered('notc', 'en')).toEqual(['not-contacted>']);
    expect(offered('-not-c', 'en')).toEqual(['-not-contacted>']);
    expect(offered('not-contacted>', 'en')[2]).toBe('not-contacted>90d');
  });

  it('offers tags that begin so, which stand in no text', () => {
    expect(offered('展会')).toEqual(['标签:展会']);
    expect(offered('王 #')).toEqual(['#展会', '#fair', '#"old friend"']);
    expect(offered('old', 'en')).toEqual(['tag:"old friend"']);
    expect(offered('展')).toEqual([]);
  });

  it('offers classes that are called so, which stand in no text either', () => {
    expect(offered('王 杭州')).toEqual(['地区:杭州']);
    expect(offered('Hang', 'en')).toEqual([]);
  });

  it('goes on with the word behind a quoted one', () => {
    expect(completeSearch('公司:"Larkbeck Ltd" 标', 'zh-CN', choicesOf)).toEqual([
      { word: '标签:', line: '公司:"Larkbeck Ltd" 标签:' },
    ]);
    expect(offered('标签:"old fr')).toEqual(['标签:"old friend"']);
  });

  it('offers nothing for a pasted page, of which only the beginning is read', () => {
    expect(offered(`${'长'.repeat(longestSearch)} 标`)).toEqual([]);
    const read = readSearch(`标签:展会 ${'长'.repeat(100_000)}`, choicesOf, 'CNY');
    expect(read.conditions).toHaveLength(1);
    expect(read.text.length).toBeLessThan(longestSearch);
  });

  it.each(['', '王', '-', '标签:展会', '颜色:'])('offers nothing for %s', (typed) => {
    expect(offered(typed)).toEqual([]);
  });
});
