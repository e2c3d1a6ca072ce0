import type { Sentences } from '../catalogue.ts';

export const settingsMessages = {
  'settings.title': ['设置', 'Settings'],
} as const satisfies Sentences;
