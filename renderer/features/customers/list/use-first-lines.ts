import { useLayoutEffect, useState } from 'react';
import type { RowPages } from './row-pages.ts';

/** As many as one reads at a glance, and half of a window. */
export const firstLines = 12;

/**
 * The rows that the lines below the first ones are drawn from: those of the answer before, until a frame has shown the first lines of
 * a new one. Half as many lines are there half as late.
 */
export function useRowsBelow(pages: RowPages): RowPages {
  const [below, setBelow] = useState(pages);
  useLayoutEffect(() => {
    if (below === pages) return undefined;
    const follow = () => {
      setBelow(pages);
    };
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(follow);
    });
    // Windows that nobody sees draw no frames.
    const late = window.setTimeout(follow, 100);
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
      window.clearTimeout(late);
    };
  }, [below, pages]);
  return below;
}
