import { useEffect, useRef, useState } from 'react';

/** How far a work was at a time. */
export interface Mark {
  atMs: number;
  done: number;
}

/** So long the pace is looked at before anything is said of it, and so far back it is looked at afterwards. */
const settledMs = 3_000;
const lookBackMs = 60_000;
/** What is over that soon needs no words. */
const leastMs = 5_000;

/** Takes a mark in and lets go of what is too old to tell the pace. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const last = marks.at(-1);
  // Other work has begun under the same name.
  if (last && mark.done < last.done) return [mark];
  const recent = marks.filter(({ atMs }) => mark.atMs - atMs <= lookBackMs);
  return [...(recent.length > 0 ? recent : marks.slice(-1)), mark];
}

/** How long it takes yet at the pace of these marks; `null` as long as nobody can tell, or when it is over soon. */
export function remainingMs(marks: readonly Mark[], total: number): number | null {
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last || last.atMs - first.atMs < settledMs || last.done <= first.done) return null;
  const restMs = ((total - last.done) * (last.atMs - first.atMs)) / (last.done - first.done);
  return restMs < leastMs ? null : restMs;
}

/** Whole minutes that work takes yet, 0 for less than one; `null` as `remainingMs`. */
export function useRemainingMinutes(done: number, total: number): number | null {
  const marks = useRef<{ total: number; marks: Mark[] }>({ total, marks: [] });
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const { current } = marks;
    const before = current.total === total ? current.marks : [];
    const now = total > 0 ? withMark(before, { atMs: performance.now(), done }) : [];
    marks.current = { total, marks: now };
    const restMs = remainingMs(now, total);
    setMinutes(restMs === null ? null : restMs < 60_000 ? 0 : Math.round(restMs / 60_000));
  }, [done, total]);
  return minutes;
}
