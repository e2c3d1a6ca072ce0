import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Engine } from '../../../engine/client-types.ts';
import { rowsAhead, type RowPages, type RowsInView } from './row-pages.ts';

/** So many rows beyond those in view are fetched before anybody scrolls to them. */
const aheadRows = 96;
/** Fetching ahead waits so long, so that it does not come between two keys. */
const aheadDelayMs = 120;

/** Fetches rows before they come into view; whoever calls this is drawn again only when one arrives that is in view. */
export function useRowWindow(engine: Engine, pages: RowPages, { first, last }: RowsInView): void {
  useSyncExternalStore(pages.subscribe, () => pages.missingIn({ first, last }));
  const before = useRef({ pages, first });
  useEffect(() => {
    const load = (range: RowsInView) => {
      pages.load(range, (...asked) => engine.rows(...asked)).catch(() => undefined);
    };
    load({ first, last });
    const ahead = before.current.pages === pages ? rowsAhead(before.current.first, { first, last }) : null;
    before.current = { pages, first };
    if (ahead) load(ahead);
    const timer = window.setTimeout(() => {
      load({ first: first - aheadRows, last: last + aheadRows });
    }, aheadDelayMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [engine, pages, first, last]);
}
