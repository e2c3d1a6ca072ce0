import type { Sentences } from '../catalogue.ts';

/** The frame: rail, status line, palette, lock screen, first run, recovery. */
export const appMessages = {
  'app.name': ['客簿', 'Kebu'],
  'nav.today': ['今日', 'Today'],
  'nav.customers': ['客户', 'Customers'],
  'nav.calendar': ['日历', 'Calendar'],
  'nav.classes': ['分类', 'Classes'],
  'nav.data': ['数据', 'Data'],
  'nav.safety': ['安全', 'Safety'],
  'nav.settings': ['设置', 'Settings'],
} as const satisfies Sentences;
