import { useEffect, useRef, useState } from 'react';
import type { CustomerRow, QueryResult, RowRange } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';

const pageRows = 32;
/** So many rows beyond those in view are fetched before anybody scrolls to them. */
const aheadRows = 96;
/** Fetching ahead waits so long, so that it does not come between two keys. */
const aheadDelayMs = 120;
/** Pages farther away from the ones in view are forgotten. */
const keptPages = 40;

type Pages = ReadonlyMap<number, readonly CustomerRow[]>;

interface Loaded {
  token: string;
  pages: Pages;
}

export interface RowsInView {
  first: number;
  last: number;
}

/** Whole pages around the rows in view, to be asked for together with a query. */
export function rangeToAsk({ first, last }: RowsInView): RowRange {
  return { from: pageOf(first) * pageRows, to: (pageOf(last) + 1) * pageRows };
}

/**
 * Rows of a kept result. The first come with it; the others are fetched page by page before they come into view. While a
 * new result loads, the rows of the last one stay, so the table never flashes empty.
 */
export function useRowWindow(
  engine: Engine,
  result: QueryResult,
  { first, last }: RowsInView,
): (index: number) => CustomerRow | undefined {
  const { token, total } = result;
  const [loaded, setLoaded] = useState<Loaded>(() => ({ token, pages: pagesOf(result) }));
  const pages = loaded.token === token ? loaded.pages : pagesOf(result);
  if (loaded.token !== token && holds(pages, first, Math.min(last, total - 1))) {
    setLoaded({ token, pages: reuse(loaded.pages, pages) });
  }

  const current = useRef({ token, asked: new Set<number>() });
  useEffect(() => {
    const known = pages;
    if (current.current.token !== token) current.current = { token, asked: new Set() };
    const { asked } = current.current;
    const load = async (from: number, to: number): Promise<void> => {
      const wanted: number[] = [];
      for (let page = Math.max(0, from); page <= to; page += 1) {
        if (!known.has(page) && !asked.has(page)) wanted.push(page);
      }
      if (wanted.length === 0) return;
      for (const page of wanted) asked.add(page);
      const fresh = await Promise.all(
        wanted.map(async (page) => [page, await engine.rows(token, page * pageRows, (page + 1) * pageRows)] as const),
      );
      // A result that was replaced in the meantime has nothing to show; the next one is already on its way.
      if (current.current.token !== token) return;
      for (const page of wanted) asked.delete(page);
      setLoaded((old) => ({
        token,
        pages: near(new Map([...(old.token === token ? old.pages : known), ...fresh]), (from + to) / 2),
      }));
    };
    const lastRow = total - 1;
    void load(pageOf(first), pageOf(Math.min(last, lastRow))).catch(() => undefined);
    const timer = window.setTimeout(() => {
      void load(pageOf(first - aheadRows), pageOf(Math.min(last + aheadRows, lastRow))).catch(() => undefined);
    }, aheadDelayMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [engine, token, total, pages, first, last]);

  return (index) => loaded.pages.get(pageOf(index))?.[index % pageRows];
}

function pageOf(index: number): number {
  return Math.floor(index / pageRows);
}

/** The rows that came with a result, which begin with a page. */
function pagesOf({ window: brought }: QueryResult): Pages {
  const pages = new Map<number, readonly CustomerRow[]>();
  if (!brought) return pages;
  for (let at = 0; at < brought.rows.length; at += pageRows) {
    pages.set(pageOf(brought.from + at), brought.rows.slice(at, at + pageRows));
  }
  return pages;
}

function holds(pages: Pages, first: number, last: number): boolean {
  for (let page = pageOf(Math.max(0, first)); page <= pageOf(last); page += 1) if (!pages.has(page)) return false;
  return true;
}

/** The same rows as before stay the same objects, so that what did not change is not drawn again. */
function reuse(before: Pages, pages: Pages): Pages {
  return new Map(
    [...pages].map(([page, rows]) => {
      const old = before.get(page);
      return [page, old ? rows.map((row, at) => (isSame(old[at], row) ? (old[at] ?? row) : row)) : rows];
    }),
  );
}

function isSame(a: CustomerRow | undefined, b: CustomerRow): boolean {
  return a?.id === b.id && JSON.stringify(a) === JSON.stringify(b);
}

function near(pages: ReadonlyMap<number, readonly CustomerRow[]>, middle: number): Pages {
  if (pages.size <= keptPages * 2) return pages;
  return new Map([...pages].filter(([page]) => Math.abs(page - middle) < keptPages));
}
