import { useState } from 'react';
import type { TimelineEntry } from '#shared/domain/timeline/list-timeline.ts';

/** Which row on the page each entry of a list has, top down. */
export interface EntryKeys {
  list: string;
  entries: readonly TimelineEntry[];
  keys: readonly number[];
}

/**
 * A row stays with its entry while the list is the same. The first row of the list before becomes the first of another
 * list and so on, so that turning the page fills the rows that are there instead of making them anew.
 */
export function assignKeys(before: EntryKeys | null, list: string, entries: readonly TimelineEntry[]): EntryKeys {
  const used = before?.keys ?? [];
  let highest = Math.max(-1, ...used);
  const isSameList = before?.list === list;
  const rowOf = new Map(isSameList ? before.entries.map(({ id }, at) => [id, used[at]]) : []);
  const keys = entries.map(({ id }, at) => (isSameList ? rowOf.get(id) : used[at]) ?? ++highest);
  return { list, entries, keys };
}

/** @param list names whose entries they are, and which kind of them. */
export function useEntryKeys(list: string, entries: readonly TimelineEntry[]): readonly number[] {
  const [assigned, setAssigned] = useState(() => assignKeys(null, list, entries));
  if (assigned.list === list && assigned.entries === entries) return assigned.keys;
  const next = assignKeys(assigned, list, entries);
  setAssigned(next);
  return next.keys;
}
