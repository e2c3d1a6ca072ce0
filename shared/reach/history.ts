import { isEqualValue } from '../changes/record-content.ts';
import type { FieldHistoryEntry } from '../domain/dossier/dossier.ts';
import { rulesOf, type Reach, type Way } from './ways.ts';

/** What became of one number, account, mail or address in one change. */
export interface ReachChange {
  entry: FieldHistoryEntry;
  /** `first`: another one became the main one and nothing else changed. */
  deed: 'added' | 'removed' | 'changed' | 'first';
  before?: Reach | undefined;
  after?: Reach | undefined;
}

/**
 * The history of a list told value by value, the last change first. What the history holds only by its beginning, because it
 * is so long, cannot be told apart and is left out.
 */
export function reachHistory(way: Way, entries: readonly FieldHistoryEntry[]): ReachChange[] {
  return entries.toReversed().flatMap((entry) => {
    const [before, after] = [listOf(entry.before), listOf(entry.after)];
    return before && after ? changesBetween(way, before, after).map((change) => ({ entry, ...change })) : [];
  });
}

function listOf(value: unknown): Reach[] | null {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as Reach[]) : null;
}

function changesBetween(way: Way, before: readonly Reach[], after: readonly Reach[]): Omit<ReachChange, 'entry'>[] {
  const { keyOf } = rulesOf(way);
  const now = new Map(after.map((reach) => [keyOf(reach), reach]));
  const then = new Map(before.map((reach) => [keyOf(reach), reach]));
  const gone = before.filter((reach) => !now.has(keyOf(reach)));
  const come = after.filter((reach) => !then.has(keyOf(reach)));
  const changes: Omit<ReachChange, 'entry'>[] = [];
  for (const reach of after) {
    const old = then.get(keyOf(reach));
    if (old !== undefined && !isEqualValue(old, reach)) changes.push({ deed: 'changed', before: old, after: reach });
  }
  // One that went and one that came at the same place is one that was written anew.
  for (const old of gone) {
    const at = before.indexOf(old);
    const place = come.findIndex((reach) => after.indexOf(reach) === at);
    const [written] = place < 0 ? [] : come.splice(place, 1);
    changes.push(written ? { deed: 'changed', before: old, after: written } : { deed: 'removed', before: old });
  }
  for (const reach of come) changes.push({ deed: 'added', after: reach });
  if (changes.length === 0 && before.length > 0) changes.push({ deed: 'first', before: before[0], after: after[0] });
  return changes;
}

/** The list as it is with one change taken back; everything else stays. */
export function putBack(way: Way, list: readonly Reach[], change: ReachChange): Reach[] {
  const { keyOf } = rulesOf(way);
  const { deed, before, after } = change;
  const without = (reach: Reach | undefined) =>
    reach === undefined ? [...list] : list.filter((each) => keyOf(each) !== keyOf(reach));
  if (before === undefined) return without(after);
  if (deed === 'first') return [before, ...without(before)];
  const place = list.findIndex((each) => after !== undefined && keyOf(each) === keyOf(after));
  const known = list.findIndex((each) => keyOf(each) === keyOf(before));
  if (place >= 0) return list.with(place, before).filter((each, at) => at === place || keyOf(each) !== keyOf(before));
  return known >= 0 ? list.with(known, before) : [...list, before];
}
