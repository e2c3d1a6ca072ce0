import type { Sentences } from '../catalogue.ts';

/**
 * `why.<dimension>.<rule>`: what put a customer into a class. `next.<rule>`: what would move the customer on.
 * Purchases of one day count as one. Arguments that end in Fen are money, in On days, the rest plain numbers; `sayWhy` and `sayNext` fill them in.
 */
export const classMessages = {
  'classes.title': ['分类', 'Classes'],
  'classes.coverage': ['覆盖 {percent}%', '{percent}% covered'],
  'classes.overlap': ['重叠 {count}', '{count} overlapping'],
  'classes.unknown': ['资料不足 {count}', '{count, plural, one {# lacks} other {# lack}} data'],
  'classes.hint': [
    '每位客户在每个维度里恰好属于一个分类。',
    'Every customer is in exactly one class of each dimension.',
  ],
  'classes.dimensions': ['维度', 'Dimensions'],
  'classes.class': ['分类', 'Class'],
  'classes.customers': ['客户', 'Customers'],
  'classes.share': ['占比', 'Share'],
  'classes.revenue': ['近一年净额', 'Net, past year'],
  'classes.moves': ['本月变动', 'Moves this month'],
  'classes.movedIn': ['+{count}', '+{count}'],
  'classes.movedOut': ['−{count}', '−{count}'],
  'classes.show': [
    '查看“{word}”的 {count} 位客户',
    'Show {count, plural, one {the customer} other {the # customers}} in “{word}”',
  ],
  'classes.more': ['还有 {count} 个分类', '{count, plural, one {# more class} other {# more classes}}'],
  'classes.rules': ['规则', 'Rules'],
  'classes.rulesHint': ['改动后立即重新归类，可以撤销。', 'Everyone is classified again at once; it can be undone.'],
  'classes.rule.valueWindowDays': ['看最近多少天的净额', 'Days of net revenue counted'],
  'classes.rule.valueHighSharePercent': ['高价值：累计占到百分之几', 'High value: up to this cumulative share (%)'],
  'classes.rule.valueMediumSharePercent': ['中价值：累计占到百分之几', 'Medium value: up to this cumulative share (%)'],
  'classes.rule.activeDays': ['活跃：几天内有往来', 'Active: contact within days'],
  'classes.rule.steadyDays': ['平稳：几天内有往来', 'Steady: contact within days'],
  'classes.rule.newProspectDays': ['潜在：建档几天内', 'Prospect: within days of being added'],
  'classes.rule.frequentPurchases': ['高频：一年至少买几天', 'Frequent: purchase days a year'],
  'classes.rule.defaultCycleDays': ['没有规律时按几天一次算', 'Assumed cycle without a rhythm (days)'],
  'classes.saveRules': ['保存规则', 'Save the rules'],
  'classes.resetRules': ['恢复默认', 'Back to the defaults'],
  'classes.rulesSaved': ['规则已保存，客户已重新归类', 'Rules saved and everyone classified again'],
  'classes.rulesWrongOrder': [
    '中价值的比例要大于高价值，平稳的天数要大于活跃',
    'Medium must be above high, and steady above active',
  ],

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
    '{gapDays, plural, =0 {今天首次购买} other {{firstOn}首次购买，至今 # 天}}，还没有复购',
    'Bought once, {gapDays, plural, =0 {today} one {on {firstOn}, # day ago} other {on {firstOn}, # days ago}}',
  ],
  'why.lifecycle.opening': [
    '期初就是老客户：最近一次购买在{gapDays, plural, =0 {今天} other { # 天前}}，之前买过，日子不清楚',
    'A customer from before Kebu: last bought {gapDays, plural, =0 {today} one {# day ago} other {# days ago}}, and earlier on days that are not known',
  ],
  'why.lifecycle.repeat': [
    '购买过 {purchases} 次，最近一次在{gapDays, plural, =0 {今天} other { # 天前}}，{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}',
    'Bought {purchases, plural, one {once} other {# times}}, last {gapDays, plural, =0 {today} one {# day ago} other {# days ago}}, {cycleOf, select, own {usually every {cycleDays} days} other {everybody’s usual is every {cycleDays} days}}',
  ],
  'why.lifecycle.returned': [
    '流失后又回来了：{sinceOn}再次购买，最近一次在{gapDays, plural, =0 {今天} other { # 天前}}',
    'Came back: bought again on {sinceOn}, last {gapDays, plural, =0 {today} one {# day ago} other {# days ago}}',
  ],
  'why.lifecycle.cooled': [
    '从忠诚回到活跃（{sinceOn}）：近 365 天购买 {yearPurchases} 次，最近一次在{gapDays, plural, =0 {今天} other { # 天前}}，{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}',
    'Back from loyal to active ({sinceOn}): bought {yearPurchases, plural, one {once} other {# times}} in 365 days, last {gapDays, plural, =0 {today} one {# day ago} other {# days ago}}, {cycleOf, select, own {usually every {cycleDays} days} other {everybody’s usual is every {cycleDays} days}}',
  ],
  'why.lifecycle.loyal': [
    '近 365 天购买 {yearPurchases} 次，首购至今 {tenureDays} 天，最近一次在{gapDays, plural, =0 {今天} other { # 天前}}，{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}',
    'Bought {yearPurchases, plural, one {once} other {# times}} in 365 days, first {tenureDays} days ago, last {gapDays, plural, =0 {today} one {# day ago} other {# days ago}}, {cycleOf, select, own {usually every {cycleDays} days} other {everybody’s usual is every {cycleDays} days}}',
  ],
  'why.lifecycle.lapsed': [
    '已 {gapDays} 天没有购买，达到流失线 {lostAfterDays} 天（{cycleOf, select, own {平常约 {cycleDays} 天一次} other {大家平常约 {cycleDays} 天一次}}，含 7 天宽限）',
    'No purchase for {gapDays} days, at or beyond the line of {lostAfterDays} ({cycleOf, select, own {usually every {cycleDays} days} other {everybody’s usual is every {cycleDays} days}}, 7 days of grace included)',
  ],
  'why.lifecycle.told': [
    '{sinceOn}记为流失，之后没有再购买',
    'Marked as lost on {sinceOn}, and nothing was bought since',
  ],
  'next.lifecycle.told': [
    '再次购买，或者取消流失标记，就不再算流失',
    'Counts as lost until the next purchase, or until the mark is taken off',
  ],
  'next.lifecycle.first': ['首次成交后成为新客', 'Becomes new with the first purchase'],
  'next.lifecycle.second': [
    '再次购买即转为活跃；到{on}仍没有购买将转为流失',
    'Becomes active with the next purchase; lost on {on} without one',
  ],
  'next.lifecycle.moves': [
    '没有新的购买，{on}起将转为{to, select, active {活跃} loyal {忠诚} other {流失}}',
    'Without a new purchase this becomes {to, select, active {active} loyal {loyal} other {lost}} on {on}',
  ],
  'next.lifecycle.rises': [
    '首购满 180 天（{on}）即成为忠诚',
    'Becomes loyal on {on}, 180 days after the first purchase',
  ],
  'next.lifecycle.return': ['再次购买即回到活跃', 'Becomes active again with the next purchase'],

  'why.opened': [
    '含期初销售：金额全算在最后一次购买那天，更早的日子不知道，不影响购买节奏。',
    'With an opening sale: all of its amount counts on the day of the last purchase; the days before are not known and say nothing of the rhythm.',
  ],
  'why.behaviour.active': [
    '最近一次购买或主动联系在{idleDays, plural, =0 {今天} other { # 天前}}，不超过 {activeDays} 天',
    'Bought or got in touch {idleDays, plural, =0 {today} one {# day ago} other {# days ago}}, within {activeDays}',
  ],
  'why.behaviour.steady': [
    '最近一次购买或主动联系在{idleDays, plural, =0 {今天} other { # 天前}}，超过 {activeDays} 天，不超过 {steadyDays} 天',
    'Bought or got in touch {idleDays} days ago, more than {activeDays} and within {steadyDays}',
  ],
  'why.behaviour.lost': [
    '买过，但已 {idleDays} 天没有购买或主动联系，超过 {steadyDays} 天',
    'Bought before, but neither bought nor got in touch for {idleDays} days, more than {steadyDays}',
  ],
  'why.behaviour.prospect': [
    '还没买过，认识 {knownDays} 天，不超过 {newProspectDays} 天',
    'Has not bought yet, known for {knownDays, plural, one {# day} other {# days}}, within {newProspectDays}',
  ],
  'why.behaviour.silent': [
    '没买过，近 {steadyDays} 天没有主动联系，认识 {knownDays} 天，超过 {newProspectDays} 天',
    'Never bought, not in touch within {steadyDays} days, known for {knownDays}, more than {newProspectDays}',
  ],
  'next.behaviour.moves': [
    '没有购买或主动联系，{on}起将转为{to, select, steady {平稳} lost {流失} prospect {潜在} other {沉默}}',
    'Without a purchase or word from them this becomes {to, select, steady {steady} lost {lost} prospect {a prospect} other {silent}} on {on}',
  ],
  'next.behaviour.returns': ['购买或主动联系一次即转为活跃', 'Becomes active with a purchase or word from them'],

  'why.frequency.frequent': [
    '近 {windowDays} 天购买 {purchases} 次，达到 {frequentPurchases} 次',
    'Bought {purchases} times in {windowDays} days, at least {frequentPurchases}',
  ],
  'why.frequency.medium': [
    '近 {windowDays} 天购买 {purchases} 次，在 2 到 {mostPurchases} 次之间',
    'Bought {purchases} times in {windowDays} days, from 2 to {mostPurchases}',
  ],
  'why.frequency.single': ['近 {windowDays} 天购买 1 次', 'Bought once in {windowDays} days'],
  'why.frequency.past': [
    '近 {windowDays} 天没有购买，上次在 {lastOn}',
    'Nothing bought within {windowDays} days, last on {lastOn}',
  ],
  'why.frequency.none': ['还没有成交记录', 'Has not bought yet'],
  'next.frequency.rises': [
    '再买 {missing} 次即为{to, select, frequent {高频} medium {中频} other {单次}}',
    '{missing, plural, one {One more purchase makes} other {# more purchases make}} this {to, select, frequent {frequent} medium {medium} other {single}}',
  ],
  'next.frequency.falls': [
    '没有新的购买，{on}起将转为{to, select, medium {中频} single {单次} other {历史客户}}',
    'Without a new purchase this becomes {to, select, medium {medium} single {single} other {past buyer}} on {on}',
  ],

  'why.risk.own': [
    '{gapDays, plural, =0 {今天刚买过} other {已 # 天没有购买}}，是自己平常间隔 {cycleDays} 天的 {ratio} 倍',
    '{gapDays, plural, =0 {Bought today} one {No purchase for # day} other {No purchase for # days}}, {ratio} times the customer’s own {cycleDays} days',
  ],
  'why.risk.everyone': [
    '{gapDays, plural, =0 {今天刚买过} other {已 # 天没有购买}}，是全体客户平常间隔 {cycleDays} 天的 {ratio} 倍（自己的购买还不到三次）',
    '{gapDays, plural, =0 {Bought today} one {No purchase for # day} other {No purchase for # days}}, {ratio} times everybody’s usual {cycleDays} days (fewer than three purchases of their own)',
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
  'why.region.abroad': ['地址在境外', 'The address is outside China'],
  'why.region.unknown': ['没有能认出地区的地址', 'No address that names a region'],
  'next.region.enter': ['补上地址即可归类', 'Enter an address to place this customer'],
} as const satisfies Sentences;
