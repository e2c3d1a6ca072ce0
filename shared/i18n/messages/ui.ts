import type { Sentences } from '../catalogue.ts';

/** Words of the kit: the same on every screen. */
export const uiMessages = {
  'ui.save': ['保存', 'Save'],
  'ui.cancel': ['取消', 'Cancel'],
  'ui.close': ['关闭', 'Close'],
  'ui.back': ['返回', 'Back'],
  'ui.next': ['下一步', 'Next'],
  'ui.done': ['完成', 'Done'],
  'ui.undo': ['撤销', 'Undo'],
  'ui.redo': ['重做', 'Redo'],
  'ui.edit': ['修改', 'Edit'],
  'ui.delete': ['删除', 'Delete'],
  'ui.remove': ['移除', 'Remove'],
  'ui.add': ['添加', 'Add'],
  'ui.search': ['查找', 'Search'],
  'ui.none': ['—', '—'],
  'ui.loading': ['读取中', 'Loading'],
  'ui.retry': ['再试一次', 'Try again'],
  'ui.more': ['更多', 'More'],
  'ui.yes': ['是', 'Yes'],
  'ui.no': ['否', 'No'],
} as const satisfies Sentences;
