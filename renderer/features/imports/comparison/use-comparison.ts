import { useEffect, useEffectEvent, useRef } from 'react';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useT } from '../../../platform/language.tsx';
import type { Step } from '../step.ts';
import type { Steps } from '../use-steps.ts';
import { useKeptDecisions, type KeptDecisions } from './use-kept-decisions.ts';

export interface Comparison {
  /** Lays a list of customers beside the archive instead. */
  compare: () => Promise<void>;
  decide: (decision: Decision) => Promise<void>;
  undecideAll: () => Promise<void>;
  /** Lists that were left before what was decided about them was written. */
  kept: KeptDecisions;
  writeDecisions: () => Promise<void>;
}

/** A list beside the archive: what is decided of it, and written. */
export function useComparison({ step, setStep, fileName, session, attempt, attemptBehind }: Steps): Comparison {
  const t = useT();
  const engine = useEngine();
  const commit = useCommit();
  const kept = useKeptDecisions();
  /** What was decided is compared again by whoever writes it, who knows of whom it was. */
  const isWriting = useRef(false);
  // Whatever is written of somebody in the list elsewhere, and what is taken back, is compared again.
  const compareAgain = useEffectEvent((customerIds: CustomerId[] | 'many') => {
    const opened = session.current;
    if (!opened || step.name !== 'compare' || isWriting.current) return;
    const work = async () => ({ ...step, reading: null, summary: await opened.compareAgain(customerIds) });
    void attemptBehind(step, work, 'plan');
  });
  useEffect(
    () =>
      engine.on((event) => {
        if (event.type === 'changed') compareAgain(event.customerIds);
      }),
    [engine],
  );

  const decide = async (decision: Decision) => {
    const opened = session.current;
    if (!opened || step.name !== 'compare') return;
    kept.add(step.preview.file, decision);
    const summary = await opened.decide(decision);
    setStep((current) => (current.name === 'compare' ? { ...current, summary, isBroughtBack: false } : current));
  };
  return {
    kept,
    decide,
    undecideAll: async () => {
      const all = { fact: null, line: null, difference: null, choice: null };
      for (const pile of ['changed', 'new'] as const) await decide({ ...all, pile });
    },
    compare: async () => {
      const opened = session.current;
      if (!opened || step.name !== 'preview') return;
      const { preview } = step;
      await attempt(fileName, step, async () => {
        const summary = await opened.compare(kept.about(preview.file));
        const isBroughtBack = Object.values(summary.decided).some((count) => count > 0);
        return { name: 'compare', fileName, preview, summary, reading: null, isBroughtBack };
      });
    },
    writeDecisions: async () => {
      const opened = session.current;
      if (!opened || step.name !== 'compare') return;
      const work = async (): Promise<Step> => {
        isWriting.current = true;
        try {
          const committed = await commit(() => opened.commitDecisions(), t('comparison.written', { file: fileName }));
          if (!committed) return { ...step, reading: null };
          kept.forget(step.preview.file);
          // What came to nothing was about customers who are others by now.
          const about = committed.changeSetId === '' ? 'many' : committed.customerIds;
          const summary = await opened.compareAgain(about);
          return { ...step, reading: null, summary, isBroughtBack: false };
        } finally {
          isWriting.current = false;
        }
      };
      await attemptBehind(step, work, 'write');
    },
  };
}
