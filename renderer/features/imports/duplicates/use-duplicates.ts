import { useEffect, useState } from 'react';
import { inPairOrder, pairKey } from '#shared/domain/distinct-pair/distinct-pair.ts';
import type { RelationRole } from '#shared/domain/relation/relation-role.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { DuplicatePair, DuplicateScan } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/engine-context.tsx';
import { useCommit } from '../../../engine/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';

export type Finding =
  | { is: 'idle' }
  | { is: 'busy'; done: number; total: number }
  | { is: 'done'; scan: DuplicateScan };

/** A search for duplicates, and what was decided of what it found. */
export function useDuplicates() {
  const t = useT();
  const engine = useEngine();
  const commit = useCommit();
  const [finding, setFinding] = useState<Finding>({ is: 'idle' });
  const [open, setOpen] = useState<DuplicatePair | null>(null);

  useEffect(
    () =>
      engine.on((event) => {
        if (event.type !== 'progress' || event.task !== 'duplicates') return;
        const { done, total } = event;
        setFinding((now) => (now.is === 'busy' ? { is: 'busy', done, total } : now));
      }),
    [engine],
  );

  const find = async () => {
    setFinding({ is: 'busy', done: 0, total: 0 });
    try {
      const scan = await engine.findDuplicates();
      setFinding(scan ? { is: 'done', scan } : { is: 'idle' });
    } catch (error) {
      setFinding({ is: 'idle' });
      reportFailure(error);
    }
  };

  /** Takes pairs off the list; where two stood side by side, the next two come. */
  const settle = (isSettled: (pair: DuplicatePair) => boolean) => {
    if (finding.is !== 'done') return;
    const { scan } = finding;
    const left = scan.pairs.filter((pair) => !isSettled(pair));
    const counts = { ...scan.counts };
    for (const pair of scan.pairs) if (isSettled(pair)) counts[pair.verdict] -= 1;
    setFinding({ is: 'done', scan: { ...scan, pairs: left, counts } });
    if (open) setOpen(nextAfter(scan.pairs, open, left));
  };

  return {
    finding,
    open,
    setOpen,
    find,
    stop: () => void engine.stopFinding(),
    /** One of them is the other now. */
    merged: (pair: DuplicatePair, survivor: string) => {
      const gone = pair.a.id === survivor ? pair.b.id : pair.a.id;
      settle(({ a, b }) => a.id === gone || b.id === gone);
    },
    tellApart: async (pair: DuplicatePair) => {
      const { a, b } = pair;
      const id = newId();
      const after = { id, between: inPairOrder(a.id, b.id) };
      const committed = await commit(
        (writing) => writing.commit('customer/not-same', [{ table: 'distinctPair', id, after }]),
        t('duplicates.toldApart', { a: a.name, b: b.name }),
      );
      if (committed) settle((each) => each === pair);
    },
    relate: async (pair: DuplicatePair, role: RelationRole, word: string) => {
      const { a, b } = pair;
      const id = newId();
      const origin = { kind: 'manual' as const };
      const after = { id, customerId: a.id, other: { customerId: b.id }, role, origin };
      const committed = await commit(
        (writing) => writing.commit('relation/edit', [{ table: 'relation', id, after }]),
        t('duplicates.related', { a: a.name, b: b.name, role: word }),
      );
      if (committed) settle((each) => each === pair);
    },
  };
}
export type Duplicates = ReturnType<typeof useDuplicates>;

export function keyOfPair({ a, b }: DuplicatePair): string {
  return pairKey(a.id, b.id);
}

/** The next that may be one, in the order of the list, from the first again after the last. */
function nextAfter(pairs: readonly DuplicatePair[], open: DuplicatePair, left: readonly DuplicatePair[]) {
  const rest = new Set(left);
  const at = pairs.indexOf(open);
  const inOrder = [...pairs.slice(at + 1), ...pairs.slice(0, at)];
  return inOrder.find((pair) => pair.verdict === 'same' && rest.has(pair)) ?? null;
}
