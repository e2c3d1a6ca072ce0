import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { readSearch, withConditions } from '#shared/filter/read-search.ts';
import type { CustomerQuery } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { localToday } from '../../../platform/clock.ts';
import { useCurrency } from '../../../state/currency.ts';
import { useOwnOperators, useSearchChoices } from '../filter/search-choices.ts';
import { useListState } from '../list-state.ts';
import { rangeToAsk, RowPages, type RowsInView } from './row-pages.ts';
import type { Listing } from './carry-over.ts';

const slot = 'customers';
/** Fills a large window; more are fetched as soon as more are seen. */
const firstRows: RowsInView = { first: 0, last: 31 };

function questionOf(query: CustomerQuery): string {
  return JSON.stringify(query);
}

function keyOf(query: CustomerQuery): string {
  return `${slot}:${questionOf(query)}`;
}

interface AskedList {
  query: CustomerQuery;
  /** The question of which the listing may not be the answer yet. */
  asked: string;
  listing: Listing | undefined;
  /** Asks for what a line of the search will be asked for, before it is drawn: the engine answers meanwhile. */
  askAhead: (line: string) => void;
  /** Resolves to the token of the answer to what is asked, once that is listed. */
  whenListed: WhenListed;
}

export type WhenListed = () => Promise<string | undefined>;

/** What the list asks for, and the latest answer. `rowsInView` says where the list stands, `whoseRow` whose row is the active one. */
export function useListing(
  rowsInView: () => RowsInView | null | undefined,
  whoseRow: RefObject<CustomerId | undefined>,
): AskedList {
  const { engine, answers } = useEngineAccess();
  const { typed, filter, sort, groupBy } = useListState(
    useShallow(({ text, filter: wanted, sort: order, groupBy: groups }) => ({
      typed: text,
      filter: wanted,
      sort: order,
      groupBy: groups,
    })),
  );
  const choicesOf = useSearchChoices();
  const ownOperators = useOwnOperators();
  const currency = useCurrency();
  const queryOf = (line: string): CustomerQuery => {
    const { text, conditions } = readSearch(line, choicesOf, currency, ownOperators, localToday());
    return { text, filter: withConditions(filter, conditions), sort, groupBy };
  };
  const shown = useRef<Listing | null>(null);
  const list = async (query: CustomerQuery): Promise<Listing> => {
    const question = questionOf(query);
    // A new question is answered from its first row; the same one again where the list stands.
    const seen = (question === shown.current?.question && rowsInView()) || firstRows;
    const answer = await engine.query(slot, query, rangeToAsk(seen), whoseRow.current);
    return { question, result: answer, pages: new RowPages(answer, shown.current?.pages ?? null) };
  };
  const query = queryOf(typed);
  const { data: listing } = useEngineQuery(keyOf(query), () => list(query), {
    keepsPrevious: true,
    passing: { slot },
    isUrgent: true,
  });
  useEffect(() => {
    shown.current = listing ?? null;
  }, [listing]);
  const asked = questionOf(query);
  return {
    query,
    asked,
    listing,
    whenListed: useWhenListed(asked, listing),
    askAhead: (line) => {
      const next = queryOf(line);
      answers.request(keyOf(next), () => list(next), null, { slot });
    },
  };
}

/** The same function always, since the whole list depends on it. */
function useWhenListed(asked: string, listing: Listing | undefined): WhenListed {
  const latest = useRef({ asked, listing });
  const waiting = useRef<(() => void)[]>([]);
  useLayoutEffect(() => {
    latest.current = { asked, listing };
    if (listing?.question === asked) for (const goOn of waiting.current.splice(0)) goOn();
  }, [asked, listing]);
  return useCallback(async () => {
    if (latest.current.listing?.question !== latest.current.asked) {
      await new Promise<void>((resolve) => {
        waiting.current.push(resolve);
      });
    }
    return latest.current.listing?.result.token;
  }, []);
}
