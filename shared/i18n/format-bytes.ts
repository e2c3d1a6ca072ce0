import type { Language } from './catalogue.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size for people, in powers of 1024 and at most three figures: `840 B`, `9.4 MB`, `58 GB`. */
export function formatBytes(language: Language, bytes: number): string {
  // From 1,000 of a unit on, the next one says it shorter.
  const power = units.findIndex((_, index) => bytes / 1024 ** index < 1000);
  const at = power < 0 ? units.length - 1 : power;
  const value = bytes / 1024 ** at;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 && at > 0 ? 1 : 0 }).format(value);
  return `${number} ${units[at] ?? ''}`;
}
