import { useEffect, useState } from 'react';
import { reportFailure } from '../../../display/report-failure.ts';
import type { ImportClient } from '../import-client.ts';
import type { ComparedLine, ComparisonSummary, ShownLines } from '../protocol.ts';

const pageLines = 64;

interface Lines {
  total: number;
  lineAt: (index: number) => ComparedLine | undefined;
}

interface Fetched {
  shown: ShownLines;
  from: number;
  total: number;
  lines: readonly ComparedLine[];
}

/** The lines in view with a page before and behind them. What was fetched last stays until what is decided is there. */
export function useLines(
  client: ImportClient | null,
  { pile, fact }: ShownLines,
  summary: ComparisonSummary,
  firstInView: number,
): Lines {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const from = Math.max(0, (Math.floor(firstInView / pageLines) - 1) * pageLines);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const shown = { pile, fact };
      const answer = await client?.comparedLines(shown, from, from + 4 * pageLines);
      if (isCurrent && answer) setFetched({ shown, from, ...answer });
    };
    load().catch((error: unknown) => {
      if (isCurrent) reportFailure(error);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, pile, fact, from, summary]);
  if (fetched?.shown.pile !== pile || fetched.shown.fact !== fact) return { total: 0, lineAt: () => undefined };
  return { total: fetched.total, lineAt: (index) => fetched.lines[index - fetched.from] };
}
