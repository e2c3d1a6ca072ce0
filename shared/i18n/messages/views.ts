import type { Sentences } from '../catalogue.ts';

/** Saved views and smart lists of customers. */
export const viewMessages = {
  'views.label': ['视图', 'Views'],
  'views.all': ['全部', 'All'],
  'views.overdue': ['逾期跟进', 'Overdue'],
  'views.neglected': ['久未联系的高价值', 'Valuable, not contacted'],
  'views.incomplete': ['缺电话', 'Without phone'],
  'views.unreachable': ['号码打不通', 'No working number'],
  'views.checkDue': ['待核实', 'Check due'],
  'views.count': ['{name}，{count, number} 位', '{name}, {count, plural, one {# customer} other {# customers}}'],
  'views.saveNew': ['存为视图', 'Save as view'],
  'views.saveChanges': ['保存改动', 'Save changes'],
  'views.revert': ['还原', 'Revert'],
  'views.menu': ['视图操作', 'View actions'],
  'views.rename': ['改名', 'Rename'],
  'views.left': ['左移', 'Move left'],
  'views.right': ['右移', 'Move right'],
  'views.delete': ['删除视图', 'Delete view'],
  'views.name': ['视图名称', 'Name of the view'],
  'views.nameHint': [
    '记住现在的条件、排序、分组和列；数量随时自己更新。',
    'Keeps the filter, order, groups and columns as they are now; it counts itself.',
  ],
  'views.saved': ['视图“{name}”已保存', 'View “{name}” saved'],
  'views.renamed': ['视图已改名为“{name}”', 'View renamed to “{name}”'],
  'views.moved': ['视图“{name}”已移动', 'View “{name}” moved'],
  'views.deleted': ['视图“{name}”已删除，客户没有变', 'View “{name}” deleted; no customer changed'],
} as const satisfies Sentences;
