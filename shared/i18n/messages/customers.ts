import type { Sentences } from '../catalogue.ts';

/** The list of customers and its search. */
export const customerMessages = {
  'customers.title': ['客户', 'Customers'],
  'customers.count': ['{count, number} 位', '{count, plural, one {# customer} other {# customers}}'],
  'customers.countOf': ['{count, number} / {total, number}', '{count, number} of {total, number}'],
  'customers.search': ['姓名、拼音、电话、备注', 'Name, phone, company, note'],

  'search.complete': ['可以接着写', 'How it may go on'],

  'customers.new': ['新客户', 'New customer'],
  'customers.import': ['导入', 'Import'],
  'customers.group': ['分组', 'Group'],
  'customers.groupedBy': ['按{dimension}分组', 'Grouped by {dimension}'],
  'customers.noGroups': ['不分组', 'No groups'],
  'customers.addFilter': ['条件', 'Filter'],
  'customers.filter.contact': ['联系与跟进', 'Contact and follow-up'],
  'customers.filter.data': ['资料', 'Details'],
  'customers.clearFilters': ['清除条件', 'Clear filters'],
  'customers.sum.revenue': ['近一年合计 {amount}', 'Past year {amount}'],
  'customers.sum.average': ['平均 {amount}', 'Average {amount}'],
  'customers.sum.overdue': ['逾期跟进 {count}', '{count} overdue'],
  'customers.empty.title': ['还没有客户', 'No customers yet'],
  'customers.none.title': ['档案里没有客户', 'No customers in the archive'],
  'customers.empty.text': [
    '导入手里的名单，或先记下第一位客户。从表格里复制的名单、名片和聊天里的文字，直接粘贴在这里也可以。',
    'Import the list you have, or write down the first customer. Rows copied from a spreadsheet, a card or words from a chat can be pasted right here.',
  ],
  'customers.noMatch.title': ['没有符合的客户', 'No customer matches'],
  'customers.noMatch.text': [
    '换个写法试试：姓名、拼音首字母、电话后四位都可以，也可以写“无电话”“未联系>90天”。按 ? 看更多。',
    'Try another way to write it: a name, a company, the last digits of a phone, or “no:phone”, “not-contacted>90d”. More under ?.',
  ],
  'customers.noMatch.filter': [
    '没有客户符合现在的条件，去掉一条试试。',
    'No customer meets these conditions; try without one of them.',
  ],
  'customers.noMatch.gone': [
    '条件里有已删除的标签、词或字段，没有人会符合。改掉这一条，或到“改动记录”里撤销那次删除。',
    'The conditions ask for a tag, a word or a field that was deleted, so nobody can match. Change that condition, or undo the deletion under Changes.',
  ],
  'customers.noMatch.long': [
    '搜索只看前 {count, number} 个字。',
    'Only the first {count, number} characters are searched for.',
  ],
  'customers.noMatch.create': ['新建“{name}”', 'Create “{name}”'],
} as const satisfies Sentences;
