import type { Word } from '../domain/word/word.ts';
import type { OwnPlace } from '../match/region/own-places.ts';

const known = new WeakMap<readonly Word[], readonly OwnPlace[]>();

/** The user's names for one place each; a name for several places says of no address where it lies. */
export function ownPlaces(words: readonly Word[]): readonly OwnPlace[] {
  const found = known.get(words);
  if (found) return found;
  const places = words.flatMap(({ list, key, codes = [], hidden, deletedAt }): OwnPlace[] => {
    const [code, ...more] = codes;
    const isMeant = list === 'region' && hidden !== true && deletedAt === undefined;
    return isMeant && code !== undefined && more.length === 0 ? [{ name: key, code }] : [];
  });
  known.set(words, places);
  return places;
}
