import type { MessageKey } from '../i18n/messages.ts';
import { rulesOf, type Reach, type Typing, type Way } from './ways.ts';

/** How many of a kind a record takes. */
const mostReaches = 50;

/** The list with the place `at` written anew, or with more at its end where `at` is its length. */
export type Written = { list: Reach[] } | { problem: MessageKey };

/**
 * What typing `text` at a place of a list makes of it. An empty text takes the place away. Another number or address at the same
 * place keeps its label; what was known of the old one (status, verified day) goes. Several pasted at once are all taken.
 */
export function writeReach(way: Way, list: readonly Reach[], at: number, text: string, typing?: Typing): Written {
  const rules = rulesOf(way);
  const read = rules.read(text, typing);
  if (typeof read === 'string') return { problem: read };
  const before = list[at];
  const others = new Set(list.filter((_, place) => place !== at).map(rules.keyOf));
  const fresh: Reach[] = [];
  for (const reach of read) {
    const key = rules.keyOf(reach);
    if (others.has(key)) continue;
    others.add(key);
    fresh.push(reach);
  }
  if (fresh.length === 0 && read.length > 0) return { problem: 'reach.problem.twice' };
  const [first, ...more] = fresh;
  const kept = first === undefined ? [] : [before === undefined ? first : carriedOver(way, before, first), ...more];
  const next = [...list.slice(0, at), ...kept, ...list.slice(at + 1)];
  return next.length > mostReaches ? { problem: 'reach.problem.tooMany' } : { list: next };
}

function carriedOver(way: Way, before: Reach, now: Reach): Reach {
  const isSame = rulesOf(way).keyOf(before) === rulesOf(way).keyOf(now);
  const country = 'country' in before && before.country !== undefined ? { country: before.country } : {};
  if (isSame) return { ...before, ...now, ...country } as Reach;
  return { ...now, ...country, ...(before.label !== undefined && { label: before.label }) };
}

/** What was typed as one text for all of them, by those that are known: they keep what is known of them. */
export function rewriteAll(way: Way, list: readonly Reach[], text: string, typing?: Typing): Written {
  const { keyOf, write, read } = rulesOf(way);
  const known = new Map(list.flatMap((reach) => [[keyOf(reach), reach] as const, [write(reach), reach] as const]));
  const written = read(text, typing);
  if (typeof written === 'string') return { problem: written };
  const next = new Map(written.map((reach) => [keyOf(reach), known.get(keyOf(reach)) ?? reach]));
  return next.size > mostReaches ? { problem: 'reach.problem.tooMany' } : { list: [...next.values()] };
}

/** The list with one place changed; a part that is `undefined` goes. */
export function changeAt<R extends object>(list: readonly R[], at: number, part: object): R[] {
  return list.map((reach, place) => {
    if (place !== at) return reach;
    return Object.fromEntries(Object.entries({ ...reach, ...part }).filter(([, value]) => value !== undefined)) as R;
  });
}

/** The list without the one at `at`. */
export function removeAt<R>(list: readonly R[], at: number): R[] {
  return list.filter((_, place) => place !== at);
}

/** The list with one taken to another place; a place outside the list is its nearest end. */
export function moveTo<R>(list: readonly R[], at: number, to: number): R[] {
  const moved = list[at];
  if (moved === undefined) return [...list];
  const rest = removeAt(list, at);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, moved);
}
