import type { Sentences } from '../catalogue.ts';

export const calendarMessages = {
  'calendar.title': ['日历', 'Calendar'],
} as const satisfies Sentences;
