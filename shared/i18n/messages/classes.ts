import type { Sentences } from '../catalogue.ts';

/**
 * `why.<dimension>.<rule>`: what put a customer into a class. `next.<rule>`: what would move the customer on.
 * Arguments that end in Fen are money, in On days, the rest plain numbers; `sayWhy` and `sayNext` fill them in.
 */
export const classMessages = {
  'classes.title': ['分类', 'Classes'],

  'why.value.high': [
    '近 {windowDays} 天净额 {netFen} ≥ 高价值线 {highLineFen}（累计占比 {sharePercent}% < {highSharePercent}% → A）',
    'Net {netFen} in {windowDays} days ≥ the high line of {highLineFen} (cumulative share {sharePercent}% < {highSharePercent}% → A)',
  ],
  'why.value.medium': [
    '近 {windowDays} 天净额 {netFen} ≥ 中价值线 {mediumLineFen}，未到高价值线 {highLineFen}（累计占比 {sharePercent}% → B）',
    'Net {netFen} in {windowDays} days ≥ the medium line of {mediumLineFen}, below the high line of {highLineFen} (cumulative share {sharePercent}% → B)',
  ],
  'why.value.low': [
    '近 {windowDays} 天净额 {netFen} < 中价值线 {mediumLineFen}（累计占比 {sharePercent}% ≥ {mediumSharePercent}% → C）',
    'Net {netFen} in {windowDays} days < the medium line of {mediumLineFen} (cumulative share {sharePercent}% ≥ {mediumSharePercent}% → C)',
  ],
  'why.value.nothing': [
    '近 {windowDays} 天有购买，但扣除退货后净额为 {netFen}，算低价值',
    'Bought within {windowDays} days, but {netFen} remain after refunds, so low value',
  ],
  'why.value.past': [
    '近 {windowDays} 天没有购买，上次购买在 {lastOn}，算低价值',
    'Nothing bought within {windowDays} days, last on {lastOn}, so low value',
  ],
  'why.value.never': ['还没有成交记录', 'Has not bought yet'],
  'next.value.rises': [
    '再消费 {missingFen} 即升为{to, select, high {高价值} other {中价值}}',
    'Another {missingFen} makes this {to, select, high {high} other {medium}} value',
  ],
  'next.value.falls': [
    '没有新的购买，{on}起将降为{to, select, medium {中价值} other {低价值}}',
    'Without a new purchase this becomes {to, select, medium {medium} other {low}} value on {on}',
  ],
  'next.value.first': ['首次成交后按净额归类', 'Counts by amount after the first purchase'],

  'why.lifecycle.none': ['还没有成交记录', 'Has not bought yet'],
  'why.lifecycle.first': [
    '{firstOn}首次购买，至今 {gapDays} 天，还没有复购',
    'Bought once, on {firstOn}, {gapDays, plural, one {# day} other {# days}} ago',
  ],
  'why.lifecycle.repeat': [
    '购买过 {purchases} 天，最近一次在 {gapDays} 天前，{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}',
    'Bought on {purchases, plural, one {# day} other {# days}}, last {gapDays, plural, one {# day} other {# days}} ago, {cycleOf, select, own {usually every {cycleDays}} other {everybody’s usual is {cycleDays}}}',
  ],
  'why.lifecycle.returned': [
    '流失后又回来了：{sinceOn}再次购买，最近一次在 {gapDays} 天前',
    'Came back: bought again on {sinceOn}, last {gapDays, plural, one {# day} other {# days}} ago',
  ],
  'why.lifecycle.cooled': [
    '从忠诚回到活跃（{sinceOn}）：近 365 天购买 {yearPurchases} 天，最近一次在 {gapDays} 天前，{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}',
    'Back from loyal to active ({sinceOn}): {yearPurchases, plural, one {# purchase day} other {# purchase days}} in 365 days, last {gapDays, plural, one {# day} other {# days}} ago, {cycleOf, select, own {usually every {cycleDays}} other {everybody’s usual is {cycleDays}}}',
  ],
  'why.lifecycle.loyal': [
    '近 365 天购买 {yearPurchases} 天，首购至今 {tenureDays} 天，最近一次在 {gapDays} 天前，{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}',
    'Bought on {yearPurchases, plural, one {# day} other {# days}} of the past 365, first {tenureDays} days ago, last {gapDays, plural, one {# day} other {# days}} ago, {cycleOf, select, own {usually every {cycleDays}} other {everybody’s usual is {cycleDays}}}',
  ],
  'why.lifecycle.lapsed': [
    '已 {gapDays} 天没有购买，超过 {lostAfterDays} 天（{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}，含 7 天宽限）',
    'No purchase for {gapDays} days, more than {lostAfterDays} ({cycleOf, select, own {usually every {cycleDays}} other {everybody’s usual is {cycleDays}}}, 7 days of grace included)',
  ],
  'next.lifecycle.first': ['首次成交后成为新客', 'Becomes new with the first purchase'],
  'next.lifecycle.second': [
    '再次购买即转为活跃；到 {on}仍没有购买将转为流失',
    'Becomes active with the next purchase; lost on {on} without one',
  ],
  'next.lifecycle.moves': [
    '没有新的购买，{on}起将转为{to, select, active {活跃} loyal {忠诚} other {流失}}',
    'Without a new purchase this becomes {to, select, active {active} loyal {loyal} other {lost}} on {on}',
  ],
  'next.lifecycle.rises': ['保持节奏，{on}起成为忠诚', 'Becomes loyal on {on} if the rhythm holds'],
  'next.lifecycle.return': ['再次购买即回到活跃', 'Becomes active again with the next purchase'],

  'why.behaviour.active': [
    '最近一次购买或来访在 {idleDays} 天前，不超过 {activeDays} 天',
    'Bought or got in touch {idleDays, plural, one {# day} other {# days}} ago, within {activeDays}',
  ],
  'why.behaviour.steady': [
    '最近一次购买或来访在 {idleDays} 天前，超过 {activeDays} 天，不超过 {steadyDays} 天',
    'Bought or got in touch {idleDays} days ago, more than {activeDays} and within {steadyDays}',
  ],
  'why.behaviour.lost': [
    '买过，但已 {idleDays} 天没有购买或来访，超过 {steadyDays} 天',
    'Bought before, but neither bought nor got in touch for {idleDays} days, more than {steadyDays}',
  ],
  'why.behaviour.prospect': [
    '还没买过，认识 {knownDays} 天，不超过 {newProspectDays} 天',
    'Has not bought yet, known for {knownDays, plural, one {# day} other {# days}}, within {newProspectDays}',
  ],
  'why.behaviour.silent': [
    '没买过，近 {steadyDays} 天没有主动联系过，认识 {knownDays} 天，超过 {newProspectDays} 天',
    'Never bought, not in touch within {steadyDays} days, known for {knownDays}, more than {newProspectDays}',
  ],
  'next.behaviour.moves': [
    '没有购买或来访，{on}起将转为{to, select, steady {平稳} lost {流失} prospect {潜在} other {沉默}}',
    'Without a purchase or word from them this becomes {to, select, steady {steady} lost {lost} prospect {a prospect} other {silent}} on {on}',
  ],
  'next.behaviour.returns': ['购买或主动联系一次即转为活跃', 'Becomes active with a purchase or word from them'],

  'why.frequency.frequent': [
    '近 {windowDays} 天购买 {purchases} 天，达到 {frequentPurchases} 天',
    'Bought on {purchases} days of the past {windowDays}, at least {frequentPurchases}',
  ],
  'why.frequency.medium': [
    '近 {windowDays} 天购买 {purchases} 天，在 2 到 {mostPurchases} 天之间',
    'Bought on {purchases} days of the past {windowDays}, from 2 to {mostPurchases}',
  ],
  'why.frequency.single': ['近 {windowDays} 天购买 1 天', 'Bought on one day of the past {windowDays}'],
  'why.frequency.past': [
    '近 {windowDays} 天没有购买，上次在 {lastOn}',
    'Nothing bought within {windowDays} days, last on {lastOn}',
  ],
  'why.frequency.none': ['还没有成交记录', 'Has not bought yet'],
  'next.frequency.rises': [
    '再买 {missing} 天即为{to, select, frequent {高频} medium {中频} other {单次}}',
    '{missing, plural, one {One more purchase day makes} other {# more purchase days make}} this {to, select, frequent {frequent} medium {medium} other {single}}',
  ],
  'next.frequency.falls': [
    '没有新的购买，{on}起将转为{to, select, medium {中频} single {单次} other {历史客户}}',
    'Without a new purchase this becomes {to, select, medium {medium} single {single} other {past buyer}} on {on}',
  ],

  'why.risk.own': [
    '已 {gapDays} 天没有购买，是自己平常间隔 {cycleDays} 天的 {ratio} 倍',
    'No purchase for {gapDays, plural, one {# day} other {# days}}, {ratio} times the customer’s own {cycleDays}',
  ],
  'why.risk.everyone': [
    '已 {gapDays} 天没有购买，是全体客户平常间隔 {cycleDays} 天的 {ratio} 倍（自己的购买还不到三次）',
    'No purchase for {gapDays, plural, one {# day} other {# days}}, {ratio} times everybody’s usual {cycleDays} (fewer than three purchases of their own)',
  ],
  'why.risk.none': ['还没有成交，谈不上流失', 'Has not bought yet, so there is nothing to lose'],
  'next.risk.rises': [
    '没有新的购买，{on}起风险升为{to, select, medium {中} other {高}}',
    'Without a new purchase the risk becomes {to, select, medium {medium} other {high}} on {on}',
  ],
  'next.risk.falls': ['再次购买即回到低风险', 'A purchase makes the risk low again'],

  'why.type.entered': ['按档案里填写的客户类型', 'As entered on the card'],

  'why.source.entered': ['按档案里填写的来源', 'As entered on the card'],
  'why.source.unknown': ['档案里没有填写来源', 'No source is entered on the card'],
  'next.source.enter': ['填上来源即可归类', 'Enter the source to place this customer'],

  'why.region.city': ['地址能认到市', 'The address names the city'],
  'why.region.province': ['地址能认到省级', 'The address names the province'],
  'why.region.abroad': ['地址在境外', 'The address is abroad'],
  'why.region.unknown': ['没有能认出地区的地址', 'No address that names a region'],
  'next.region.enter': ['补上地址即可归类', 'Enter an address to place this customer'],
} as const satisfies Sentences;
