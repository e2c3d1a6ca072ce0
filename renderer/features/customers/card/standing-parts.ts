import type { CardSection } from '#shared/domain/settings/card-layout.ts';

/** What is true before the past was read. */
const standing: readonly CardSection[] = ['facts', 'composer'];

/** The parts that come before the first one that tells of the past. */
export function standingFirst(parts: readonly CardSection[]): readonly CardSection[] {
  const end = parts.findIndex((part) => !standing.includes(part));
  return end < 0 ? parts : parts.slice(0, end);
}
