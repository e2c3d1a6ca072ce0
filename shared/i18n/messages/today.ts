import type { Sentences } from '../catalogue.ts';

export const todayMessages = {
  'today.title': ['今日', 'Today'],
} as const satisfies Sentences;
