import type { Sentences } from '../catalogue.ts';

export const classMessages = {
  'classes.title': ['分类', 'Classes'],
} as const satisfies Sentences;
