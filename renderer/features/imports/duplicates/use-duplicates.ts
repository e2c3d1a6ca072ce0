import { useEffect, useState } from 'react';
import { inPairOrder, pairKey } from '#shared/domain/distinct-pair/distinct-pair.ts';
import type { RelationRole } from '#shared/domain/relation/relation-role.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { DuplicatePair, DuplicateScan, FoundDuplicates } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import type { Question } from '../../../engine/client/question.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';

export type Finding =
  | { is: 'idle' }
  | { is: 'busy'; done: number; total: number }
  | { is: 'done'; scan: DuplicateScan };

/** @param round how many searches ended since */
export function duplicatesQuestion(round: number): Question<FoundDuplicates> {
  return { key: `duplicates ${String(round)}`, ask: (engine) => engine.foundDuplicates() };
}

/** A search for duplicates, and what was decided of what it found. The engine keeps it while other screens are looked at. */
export function useDuplicates() {
  const t = useT();
  const engine = useEngine();
  const commit = useCommit();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  /** Grows with every search that ends. */
  const [round, setRound] = useState(0);
  const [open, setOpen] = useState<DuplicatePair | null>(null);
  const question = duplicatesQuestion(round);
  const { data } = useEngineQuery(question.key, question.ask, { keepsPrevious: true, passing: true });

  useEffect(
    () =>
      engine.on((event) => {
        if (event.type !== 'progress' || event.task !== 'duplicates') return;
        const { done, total } = event;
        setProgress(done < total ? { done, total } : null);
        if (done >= total) setRound((ended) => ended + 1);
      }),
    [engine],
  );

  const scan = data?.scan ?? null;
  const finding: Finding =
    progress || data?.isSearching
      ? { is: 'busy', ...(progress ?? { done: 0, total: 0 }) }
      : scan
        ? { is: 'done', scan }
        : { is: 'idle' };

  const find = async () => {
    setProgress({ done: 0, total: 0 });
    try {
      await engine.findDuplicates();
    } catch (error) {
      reportFailure(error);
    } finally {
      setProgress(null);
      setRound((ended) => ended + 1);
    }
  };

  /** Where two stood side by side that are decided, the next two come. */
  const goOn = (isDecided: (pair: DuplicatePair) => boolean) => {
    if (open && scan) setOpen(nextAfter(scan.pairs, open, isDecided));
  };

  return {
    finding,
    /** Whether the engine has said what it found, if anything. */
    isKnown: data !== undefined,
    open,
    setOpen,
    find,
    stop: () => void engine.stopFinding(),
    /** One of them is the other now. */
    merged: (pair: DuplicatePair, survivor: string) => {
      const gone = pair.a.id === survivor ? pair.b.id : pair.a.id;
      goOn(({ a, b }) => a.id === gone || b.id === gone);
    },
    tellApart: async (pair: DuplicatePair) => {
      const { a, b } = pair;
      const id = newId();
      const after = { id, between: inPairOrder(a.id, b.id) };
      const committed = await commit(
        (writing) => writing.commit('customer/not-same', [{ table: 'distinctPair', id, after }]),
        t('duplicates.toldApart', { a: a.name, b: b.name }),
      );
      if (committed) goOn((each) => keyOfPair(each) === keyOfPair(pair));
    },
    relate: async ({ a, b }: DuplicatePair, role: RelationRole, word: string) => {
      const id = newId();
      const origin = { kind: 'manual' as const };
      const after = { id, customerId: a.id, other: { customerId: b.id }, role, origin };
      await commit(
        (writing) => writing.commit('relation/edit', [{ table: 'relation', id, after }]),
        t('duplicates.related', { a: a.name, b: b.name, role: word }),
      );
    },
  };
}
export type Duplicates = ReturnType<typeof useDuplicates>;

export function keyOfPair({ a, b }: DuplicatePair): string {
  return pairKey(a.id, b.id);
}

/** The next that may be one, in the order of the list, from the first again after the last. */
function nextAfter(
  pairs: readonly DuplicatePair[],
  open: DuplicatePair,
  isDecided: (pair: DuplicatePair) => boolean,
): DuplicatePair | null {
  const at = pairs.findIndex((pair) => keyOfPair(pair) === keyOfPair(open));
  const inOrder = [...pairs.slice(at + 1), ...pairs.slice(0, Math.max(0, at))];
  return inOrder.find((pair) => pair.verdict === 'same' && !isDecided(pair)) ?? null;
}
