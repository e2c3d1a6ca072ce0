import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { CustomerRow, QueryResult, RowRange } from '../../../engine/api.ts';

const pageRows = 32;
/** Pages farther away from the ones in view are forgotten. */
const keptPages = 40;

export interface RowsInView {
  first: number;
  last: number;
}

type LoadRows = (token: string, from: number, to: number) => Promise<readonly CustomerRow[]>;

/** Whole pages around the rows in view, to be asked for together with a query. */
export function rangeToAsk({ first, last }: RowsInView): RowRange {
  return { from: pageOf(first) * pageRows, to: (pageOf(last) + 1) * pageRows };
}

/** While somebody scrolls, so many rows in that direction are fetched at once: one that comes into view empty is drawn twice. */
const scrolledAheadRows = 64;

/** What comes into view next for somebody who scrolled from where `firstBefore` was the first row; `null` who did not. */
export function rowsAhead(firstBefore: number, { first, last }: RowsInView): RowsInView | null {
  if (first === firstBefore) return null;
  return first > firstBefore
    ? { first: last + 1, last: last + scrolledAheadRows }
    : { first: first - scrolledAheadRows, last: first - 1 };
}

/** The rows of one result as far as they were fetched. Whoever draws some of them is told when one of those arrives. */
export class RowPages {
  readonly #token: string;
  readonly #lastRow: number;
  readonly #pages = new Map<number, readonly CustomerRow[]>();
  readonly #asked = new Set<number>();
  readonly #listeners = new Set<() => void>();

  /** Rows that look the same as in the result before stay the same objects, so that they are not drawn again. */
  constructor({ token, total, window: brought }: QueryResult, before: RowPages | null) {
    this.#token = token;
    this.#lastRow = total - 1;
    const { from, rows } = brought ?? { from: 0, rows: [] };
    const kept = rows.map((row, place) => {
      const old = before?.rowAt(from + place);
      return isSame(old, row) ? old : row;
    });
    for (let at = 0; at < kept.length; at += pageRows) {
      this.#pages.set(pageOf(from + at), kept.slice(at, at + pageRows));
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly rowAt = (index: number): CustomerRow | undefined => this.#pages.get(pageOf(index))?.[index % pageRows];

  /** Where a customer is among the rows that were fetched. */
  placeOf(id: CustomerId): number | undefined {
    for (const [page, rows] of this.#pages) {
      const place = rows.findIndex((row) => row.id === id);
      if (place >= 0) return page * pageRows + place;
    }
    return undefined;
  }

  /** How many of the pages under these rows are missing. */
  missingIn({ first, last }: RowsInView): number {
    let missing = 0;
    this.#each(first, last, (page) => {
      if (!this.#pages.has(page)) missing += 1;
    });
    return missing;
  }

  /** Fetches what is missing under these rows, page by page: what could not be fetched is asked for again the next time. */
  async load({ first, last }: RowsInView, loadRows: LoadRows): Promise<void> {
    const wanted: number[] = [];
    this.#each(first, last, (page) => {
      if (!this.#pages.has(page) && !this.#asked.has(page)) wanted.push(page);
    });
    if (wanted.length === 0) return;
    for (const page of wanted) this.#asked.add(page);
    try {
      await Promise.all(
        wanted.map(async (page) => {
          try {
            this.#pages.set(page, await loadRows(this.#token, page * pageRows, (page + 1) * pageRows));
          } finally {
            this.#asked.delete(page);
          }
        }),
      );
    } finally {
      this.#forgetFarFrom(pageOf((first + last) / 2));
      for (const listener of this.#listeners) listener();
    }
  }

  #each(first: number, last: number, visit: (page: number) => void): void {
    const end = pageOf(Math.min(last, this.#lastRow));
    for (let page = pageOf(Math.max(0, first)); page <= end; page += 1) visit(page);
  }

  #forgetFarFrom(middle: number): void {
    if (this.#pages.size <= keptPages * 2) return;
    for (const page of this.#pages.keys()) if (Math.abs(page - middle) >= keptPages) this.#pages.delete(page);
  }
}

function pageOf(index: number): number {
  return Math.floor(index / pageRows);
}

function isSame(a: CustomerRow | undefined, b: CustomerRow): a is CustomerRow {
  return a?.id === b.id && JSON.stringify(a) === JSON.stringify(b);
}
