import type { EpochDay } from '../../calendar/day.ts';

/** For so many days a word of thanks is still in season. */
const thanksDays = 30;

export interface IntroducedLately {
  firstPurchaseDay: EpochDay | null;
  knownSinceDay: EpochDay;
}

/**
 * Whether the one who introduced this customer is owed thanks: for the first purchase, or, until there is one, for the
 * introduction itself; within 30 days, and unless they were spoken with since. Returns the day it counts from.
 */
export function thanksDueFor(
  introduced: IntroducedLately,
  lastContactDay: EpochDay | null,
  today: EpochDay,
): EpochDay | null {
  const on = introduced.firstPurchaseDay ?? introduced.knownSinceDay;
  const isLately = on <= today && on > today - thanksDays;
  return isLately && (lastContactDay === null || lastContactDay < on) ? on : null;
}

/** Which of these people a title names; a name that is only a part of another's there, or of a longer word or number, is not. */
export function namedIn(title: string, names: readonly string[]): Set<string> {
  const named = new Set<string>();
  let rest = title;
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    if (!standsAlone(name, rest)) continue;
    named.add(name);
    rest = rest.replaceAll(name, '\n');
  }
  return named;
}

const joins = /^[\p{Script=Latin}\p{N}]{2}$/u;

function standsAlone(name: string, text: string): boolean {
  const [first = '', last = ''] = [name.at(0), name.at(-1)];
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = '', after = ''] = [text.at(at - 1), text.at(at + name.length)];
    if ((at === 0 || !joins.test(before + first)) && !joins.test(last + after)) return true;
  }
  return false;
}
