import type { Sentences } from '../catalogue.ts';

/** Words of the kit: the same on every screen. */
export const uiMessages = {
  'ui.save': ['保存', 'Save'],
  'ui.cancel': ['取消', 'Cancel'],
  'ui.close': ['关闭', 'Close'],
  'ui.back': ['返回', 'Back'],
  'ui.done': ['完成', 'Done'],
  'ui.undo': ['撤销', 'Undo'],
  'ui.redo': ['重做', 'Redo'],
  'ui.remove': ['移除', 'Remove'],
  'ui.search': ['查找', 'Search'],
  'ui.noMatch': ['没有符合的', 'Nothing matches'],
  'ui.remaining': [
    '{minutes, plural, =0 {还需不到 1 分钟} other {还需约 # 分钟}}',
    '{minutes, plural, =0 {less than a minute left} one {about # minute left} other {about # minutes left}}',
  ],
  'ui.moreToFind': ['还有 {count, number} 个，输入几个字就能找到', '{count, number} more; type to find them'],
  'ui.none': ['—', '—'],
  'ui.loading': ['读取中', 'Loading'],
  'ui.retry': ['再试一次', 'Try again'],
  'ui.more': ['更多', 'More'],
  'ui.clear': ['清除', 'Clear'],
  'ui.openCalendar': ['打开日历', 'Open the calendar'],
  'ui.clearDate': ['清除日期', 'Clear the date'],
  'ui.notifications': ['通知', 'Notifications'],
  'ui.increase': ['增加', 'Increase'],
  'ui.decrease': ['减少', 'Decrease'],
  'ui.show': ['显示', 'Show'],
  'ui.hide': ['隐藏', 'Hide'],
  'ui.yes': ['是', 'Yes'],
  'ui.no': ['否', 'No'],
} as const satisfies Sentences;
