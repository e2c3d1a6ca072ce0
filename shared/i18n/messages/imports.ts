import type { Sentences } from '../catalogue.ts';

export const importMessages = {
  'imports.title': ['数据', 'Data'],
} as const satisfies Sentences;
