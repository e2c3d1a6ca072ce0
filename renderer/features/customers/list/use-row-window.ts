import { useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';

const pageSize = 64;

interface Loaded {
  token: string | null;
  pages: ReadonlyMap<number, CustomerRow[]>;
}

export interface RowWindow {
  rowAt: (index: number) => CustomerRow | undefined;
  /** The loaded rows from `first` to `last`. */
  rows: CustomerRow[];
}

/**
 * Rows of a kept result, fetched page by page as they come into view. While a new result loads, the rows of the
 * last one stay, so the table never flashes empty.
 */
export function useRowWindow(engine: Engine, token: string, total: number, first: number, last: number): RowWindow {
  const [loaded, setLoaded] = useState<Loaded>({ token: null, pages: new Map() });
  const latest = useRef(loaded);
  useEffect(() => {
    latest.current = loaded;
  }, [loaded]);

  const from = Math.max(0, Math.floor(first / pageSize));
  const to = Math.max(from, Math.floor(Math.min(last, total - 1) / pageSize));

  useEffect(() => {
    let isCurrent = true;
    const known = latest.current.token === token ? latest.current.pages : new Map<number, CustomerRow[]>();
    const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((page) => !known.has(page));
    const load = async () => {
      const fresh = await Promise.all(
        wanted.map(async (page) => [page, await engine.rows(token, page * pageSize, (page + 1) * pageSize)] as const),
      );
      if (isCurrent) setLoaded({ token, pages: new Map([...known, ...fresh]) });
    };
    // A result that was replaced in the meantime has nothing to show; the next one is already on its way.
    if (wanted.length > 0) load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [engine, token, from, to]);

  const rows = useMemo(() => {
    const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
    return indexes.flatMap((index) => rowOf(loaded, index) ?? []);
  }, [loaded, first, last]);
  return { rowAt: (index) => rowOf(loaded, index), rows };
}

function rowOf({ pages }: Loaded, index: number): CustomerRow | undefined {
  return pages.get(Math.floor(index / pageSize))?.[index % pageSize];
}
