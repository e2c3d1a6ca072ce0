import type { Sentences } from '../catalogue.ts';

/** What people of a trade begin with. */
export const starterMessages = {
  'starters.title': ['行业起步包', 'Starter sets'],
  'starters.intro': [
    '按行业准备好的字段、标签、视图和词。先看再加，已经有的不会重复，一步就能撤销；加进来的都是你自己的，随时可改。',
    'Fields, tags, views and words for a trade. Look before you add: what is there already is left alone, and one undo takes it all back. What you add is yours to change.',
  ],
  'starters.offer': ['按行业准备字段和标签', 'Set up for your trade'],
  'starters.trade.retail': ['零售门店', 'Retail shop'],
  'starters.trade.wholesale': ['批发与外勤销售', 'Wholesale and field sales'],
  'starters.trade.beauty': ['美容美发', 'Beauty and hair'],
  'starters.trade.repair': ['维修与售后', 'Repair and service'],
  'starters.trade.insurance': ['保险与代理', 'Insurance and agents'],
  'starters.trade.education': ['教育培训', 'Education and lessons'],
  'starters.comma': ['、', ', '],
  'starters.look': ['看看内容…', 'Look inside…'],
  'starters.allThere': ['都已加入', 'All of it is there'],
  'starters.hint': [
    '勾选要加入的。视图要用到的字段和标签会一起加入。',
    'Tick what to add. A view comes only with the fields and tags that it asks for.',
  ],
  'starters.kind.field': ['字段', 'Fields'],
  'starters.kind.tag': ['标签', 'Tags'],
  'starters.kind.view': ['视图', 'Views'],
  'starters.kind.source': ['客户来源', 'Sources'],
  'starters.kind.industry': ['行业', 'Industries'],
  'starters.kind.kind': ['关系', 'Relations'],
  'starters.isThere': ['已经有了', 'There already'],
  'starters.apply': ['加入 {count, number} 项', 'Add {count, number}'],
  'starters.done': [
    '已加入“{trade}”的 {count, number} 项',
    '{count, plural, one {# part} other {# parts}} of “{trade}” added',
  ],
} as const satisfies Sentences;
