import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { MendedCell } from '#shared/imports/mend-cells.ts';
import type { Policy } from '#shared/imports/plan/plan.ts';
import { assert } from '#shared/lib/assert.ts';
import { settingsEdit } from '../../display/archive-settings.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { useCurrency } from '../../state/currency.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { useComparison, type Comparison } from './comparison/use-comparison.ts';
import type { ImportClient } from './import-client.ts';
import { useKeptMends, type MendsOfFiles } from './use-kept-mends.ts';
import { fetchPracticeFiles } from './practice-files.ts';
import type { Preview, PreviewChange } from './protocol.ts';
import type { Step } from './step.ts';
import { useSteps, type Steps } from './use-steps.ts';

export interface ImportFlow extends Comparison, Pick<Steps, 'step' | 'problem' | 'dismissProblem'> {
  open: (file: File) => Promise<void>;
  /** Of what was understood last, which may be more than the screen shows yet. */
  change: (change: (preview: Preview) => PreviewChange) => Promise<void>;
  policy: Policy;
  setPolicy: (policy: Policy) => void;
  /** The campaign that brought those of the file. */
  campaign: string | null;
  setCampaign: (campaign: string | null) => void;
  check: () => Promise<void>;
  /** Puts cells of the file right. */
  mend: (cells: readonly MendedCell[]) => Promise<void>;
  /** Files that were left before what was put right in them was imported. */
  mends: MendsOfFiles;
  /** So many cells of the file that is open were put right before it was left. */
  mendedBefore: number;
  /** The file that is open as it is. */
  unmend: () => Promise<void>;
  backToPreview: () => void;
  /** The file that is open. */
  client: () => ImportClient | null;
  write: () => Promise<void>;
  saveFailedRows: () => Promise<void>;
  loadPractice: () => Promise<void>;
  cancel: () => void;
  /** Leaves the file. */
  close: () => void;
}

/** One file on its way into the archive. Nothing is written before `write`, and that is one change set. */
export function useImport(): ImportFlow {
  const t = useT();
  const language = useLanguage();
  const currency = useCurrency();
  const commit = useCommit();
  const steps = useSteps();
  const { step, setStep, fileName, problem, tell, dismissProblem, session, begin, attempt, attemptBehind } = steps;
  const comparison = useComparison(steps);
  const [policy, setPolicy] = useState<Policy>('fill-empty');
  const [campaign, setCampaign] = useState<string | null>(null);
  const mends = useKeptMends();
  const [mendedBefore, setMendedBefore] = useState(0);
  const source = useRef<File | null>(null);

  // A screen that is left is only hidden: what is under way goes on, and is there when one comes back.
  const close = () => {
    source.current = null;
    steps.close();
  };
  /** What was understood last. */
  const understood = useRef<Preview | null>(null);
  const reread = async (opened: ImportClient, change: (preview: Preview) => PreviewChange): Promise<Preview> => {
    const before = understood.current;
    assert(before, 'a file was understood');
    const wanted = change(before);
    understood.current = await opened.change(wanted);
    mends.add(before.file, wanted);
    return understood.current;
  };
  const open = async (file: File) => {
    const opened = begin();
    source.current = file;
    setPolicy('fill-empty');
    setCampaign(null);
    setMendedBefore(0);
    await attempt(file.name, { name: 'idle' }, async () => {
      const first = await opened.open(file);
      const left = mends.begin(first.file);
      understood.current = left ? await opened.change(left) : first;
      setMendedBefore(left?.cells.length ?? 0);
      return { name: 'preview', fileName: file.name, preview: understood.current, reading: null };
    });
  };
  // Amounts that were read in another currency than the archive has by now are read anew.
  const readAnew = useEffectEvent(() => {
    const file = source.current;
    if (file && 'preview' in step && step.name !== 'done') void open(file);
  });
  const readIn = useRef(currency);
  useEffect(() => {
    if (readIn.current === currency) return;
    readIn.current = currency;
    readAnew();
  }, [currency]);
  const plan = async (opened: ImportClient, shown: Preview): Promise<Step> => {
    const planned = await opened.plan({
      policy,
      createUnknown: shown.kind !== 'interactions',
      ...(campaign !== null && shown.kind === 'customers' && { campaign }),
    });
    return { name: 'plan', fileName, plan: planned, preview: shown, reading: null };
  };

  return {
    ...comparison,
    step,
    problem,
    dismissProblem,
    open,
    change: async (change) => {
      const opened = session.current;
      if (!opened || step.name !== 'preview') return;
      await attemptBehind(step, async () => ({ ...step, reading: null, preview: await reread(opened, change) }));
    },
    policy,
    setPolicy,
    campaign,
    setCampaign,
    check: async () => {
      const opened = session.current;
      if (!opened || step.name !== 'preview') return;
      await attempt(fileName, step, () => plan(opened, step.preview));
    },
    mend: async (cells) => {
      const opened = session.current;
      if (!opened || !('reading' in step)) return;
      setMendedBefore(0);
      await attemptBehind(step, async () => {
        const next = await reread(opened, () => ({ cells }));
        return step.name === 'plan' ? plan(opened, next) : { ...step, reading: null, preview: next };
      });
    },
    mends,
    mendedBefore,
    unmend: async () => {
      const file = source.current;
      if (!file || step.name !== 'preview') return;
      mends.forget(step.preview.file.sha256);
      await open(file);
    },
    backToPreview: () => {
      if (step.name !== 'plan' && step.name !== 'compare') return;
      setStep({ name: 'preview', fileName, preview: step.preview, reading: null });
    },
    client: () => session.current,
    write: async () => {
      const opened = session.current;
      if (!opened || step.name !== 'plan') return;
      await attempt(
        fileName,
        step,
        async () => {
          const committed = await commit(() => opened.commit(), t('data.done.toast', { file: fileName }));
          if (!committed) return step;
          mends.forget(step.preview.file.sha256);
          return { ...step, name: 'done', changeSetId: committed.changeSetId };
        },
        { progress: { stage: 'write', done: 0, total: 0 } },
      );
    },
    saveFailedRows: async () => {
      const text = await session.current?.failedRows();
      if (text === undefined || (step.name !== 'plan' && step.name !== 'done')) return;
      try {
        const { savedAs } = await callMain('files/save', {
          suggestedName: t('data.failedName', { name: fileName.replace(/\.\w+$/, '').slice(0, 60) }),
          content: new TextEncoder().encode(text),
          exported: step.plan.counts.failed,
        });
        if (savedAs !== null) showToast({ text: t('data.failedSaved', { name: savedAs }) });
      } catch (error) {
        tell(error, 'files/save');
      }
    },
    loadPractice: async () => {
      await attempt(t('data.practice'), { name: 'idle' }, async () => {
        for (const file of await fetchPracticeFiles(language)) {
          const opened = begin();
          const label = t('data.practice.running', { file: file.name });
          setStep({ name: 'busy', fileName: file.name, label, progress: null });
          const { kind } = await opened.open(file);
          await opened.plan({ policy: 'fill-empty', createUnknown: kind !== 'interactions' });
          await opened.commit();
        }
        await commit(async (archive) => {
          const [stored] = await archive.catalogue('settings');
          return archive.commit('settings/edit', [settingsEdit(stored, { practice: true })]);
        }, t('data.practice.done'));
        return { name: 'idle' };
      });
    },
    cancel: close,
    close,
  };
}
