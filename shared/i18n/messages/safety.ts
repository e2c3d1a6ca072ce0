import type { Sentences } from '../catalogue.ts';

export const safetyMessages = {
  'safety.title': ['安全', 'Safety'],
} as const satisfies Sentences;
