import { describe, expect, it } from 'vitest';
import type { CustomerRow, QueryResult } from '../../renderer/engine/api.ts';
import { rowsAhead, RowPages, type RowsInView } from '../../renderer/features/customers/list/row-pages.ts';

const total = 10_000;
const result: QueryResult = {
  token: 'a',
  total,
  ofTotal: total,
  groups: [],
  totals: { revenueFen: 0, overdue: 0 },
  elapsedMs: 0,
};

/** The rows of a result that come when `arrive` is called, and never before. */
function pagesOf(): { pages: RowPages; load: (range: RowsInView) => void; arrive: () => Promise<void> } {
  const pages = new RowPages(result, null);
  let waiting: (() => void)[] = [];
  const loadRows = (_token: string, from: number, to: number): Promise<CustomerRow[]> =>
    new Promise((resolve) => {
      waiting.push(() => {
        resolve(Array.from({ length: to - from }, (_, at) => ({ id: String(from + at) }) as CustomerRow));
      });
    });
  return {
    pages,
    load: (range) => void pages.load(range, loadRows),
    async arrive() {
      for (const answer of waiting) answer();
      waiting = [];
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    },
  };
}

describe('the rows of a list', () => {
  it.each([
    ['down', 1],
    ['up', -1],
  ])('are there before they are seen while somebody scrolls %s', async (_, direction) => {
    const { pages, load, arrive } = pagesOf();
    let first = 5_000;
    load({ first, last: first + 27 });
    await arrive();
    let emptyFrames = 0;
    for (let frame = 0; frame < 100; frame += 1) {
      const before = first;
      first += direction * 15;
      const inView = { first, last: first + 27 };
      // The first frame is the one that nobody could know of.
      if (frame > 0 && pages.missingIn(inView) > 0) emptyFrames += 1;
      load(inView);
      const ahead = rowsAhead(before, inView);
      if (ahead) load(ahead);
      await arrive();
    }
    expect(emptyFrames).toBe(0);
  });

  it('are not asked for ahead while the list stands', () => {
    expect(rowsAhead(40, { first: 40, last: 67 })).toBeNull();
  });

  it('are never asked for twice, nor beyond the ends', async () => {
    const pages = new RowPages(result, null);
    const asked: number[] = [];
    const loadRows = async (_token: string, from: number) => {
      asked.push(from);
      return [];
    };
    await Promise.all([
      pages.load({ first: -64, last: 40 }, loadRows),
      pages.load({ first: 0, last: 70 }, loadRows),
      pages.load({ first: total - 10, last: total + 64 }, loadRows),
    ]);
    expect(asked).toEqual([0, 32, 64, 9_984]);
  });

  it('are asked for again where they could not be fetched, and the others are shown', async () => {
    const pages = new RowPages(result, null);
    let isBroken = true;
    const loadRows = async (_token: string, from: number): Promise<CustomerRow[]> => {
      if (isBroken && from === 32) throw new Error('not now');
      return [{ id: String(from) } as CustomerRow];
    };
    let told = 0;
    pages.subscribe(() => {
      told += 1;
    });
    await expect(pages.load({ first: 0, last: 40 }, loadRows)).rejects.toThrow('not now');
    expect([pages.rowAt(0)?.id, pages.missingIn({ first: 0, last: 40 }), told]).toEqual(['0', 1, 1]);
    isBroken = false;
    await pages.load({ first: 0, last: 40 }, loadRows);
    expect([pages.rowAt(32)?.id, pages.missingIn({ first: 0, last: 40 })]).toEqual(['32', 0]);
  });
});
