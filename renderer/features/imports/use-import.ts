import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { AppFailure, appError } from '#shared/errors/app-error.ts';
import type { MendedCell } from '#shared/imports/mend-cells.ts';
import type { Policy } from '#shared/imports/plan/plan.ts';
import { assert } from '#shared/lib/assert.ts';
import { settingsEdit } from '../../display/archive-settings.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { useCommit } from '../../engine/client/use-commit.ts';
import { sendFile } from '../../platform/attachments.ts';
import { localToday } from '../../platform/clock.ts';
import { useDescribeError, useLanguage, useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { showToast } from '../../ui/feedback/toasts.ts';
import { useKeptDecisions, type KeptDecisions } from './comparison/use-kept-decisions.ts';
import { startImport, type ImportClient } from './import-client.ts';
import { useKeptMends, type MendsOfFiles } from './use-kept-mends.ts';
import { fetchPracticeFiles } from './practice-files.ts';
import type { ComparisonSummary, ImportProgress, PlanSummary, Preview, PreviewChange } from './protocol.ts';

type Progress = { stage: ImportProgress['stage'] | 'write'; done: number; total: number };

/** What goes on while the file is read anew behind what is shown of it; `null` when nothing does. */
type Reading = Progress | null;

export type Step =
  | { name: 'idle' }
  | { name: 'busy'; fileName: string; label: string | null; progress: Progress | null }
  | { name: 'preview'; fileName: string; preview: Preview; reading: Reading }
  | { name: 'plan'; fileName: string; plan: PlanSummary; preview: Preview; reading: Reading }
  | {
      name: 'compare';
      fileName: string;
      preview: Preview;
      summary: ComparisonSummary;
      reading: Reading;
      /** What is decided was left here before. */
      isBroughtBack: boolean;
    }
  | { name: 'done'; fileName: string; plan: PlanSummary; preview: Preview; changeSetId: string | null };

export interface ImportFlow {
  step: Step;
  /** What went wrong, in words. */
  problem: string | null;
  dismissProblem: () => void;
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
  /** Lays a list of customers beside the archive instead. */
  compare: () => Promise<void>;
  decide: (decision: Decision) => Promise<void>;
  undecideAll: () => Promise<void>;
  /** Lists that were left before what was decided about them was written. */
  kept: KeptDecisions;
  writeDecisions: () => Promise<void>;
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
  const describe = useDescribeError();
  const engine = useEngine();
  const commit = useCommit();
  const [step, setStep] = useState<Step>({ name: 'idle' });
  const [problem, setProblem] = useState<string | null>(null);
  const [policy, setPolicy] = useState<Policy>('fill-empty');
  const [campaign, setCampaign] = useState<string | null>(null);
  const kept = useKeptDecisions();
  const mends = useKeptMends();
  const [mendedBefore, setMendedBefore] = useState(0);
  const source = useRef<File | null>(null);
  const session = useRef<ImportClient | null>(null);

  // A screen that is left is only hidden: what is under way goes on, and is there when one comes back.
  const close = () => {
    session.current?.close();
    session.current = null;
    source.current = null;
    setStep({ name: 'idle' });
  };
  // The engine tells how far a large import is written; a small one is done before it says anything.
  useEffect(
    () =>
      engine.on((event) => {
        if (event.type !== 'progress' || event.task !== 'commit') return;
        const { done, total } = event;
        setStep((current) =>
          current.name === 'busy' && current.progress?.stage === 'write'
            ? { ...current, progress: { stage: 'write', done, total } }
            : current.name === 'compare' && current.reading?.stage === 'write'
              ? { ...current, reading: { stage: 'write', done, total } }
              : current,
        );
      }),
    [engine],
  );
  const begin = () => {
    session.current?.close();
    const opened = startImport({
      archive: engine,
      settings: { today: localToday(), language },
      onProgress: (progress) => {
        setStep((current) => {
          if (current.name === 'busy') return { ...current, progress };
          return 'reading' in current && current.reading ? { ...current, reading: progress } : current;
        });
      },
      storePicture: (bytes) =>
        sendFile(new File([bytes], 'photo'), { signal: new AbortController().signal, onProgress: () => undefined }),
    });
    session.current = opened;
    return opened;
  };
  const tell = (error: unknown) => {
    setProblem(describe(error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: 'import' })));
  };
  /** What was understood last, and the end of what is being read; one change comes after the other. */
  const understood = useRef<Preview | null>(null);
  const reads = useRef<Promise<unknown>>(Promise.resolve());
  /** Like `attempt` behind the step that is shown, so that the place in it and the focus stay. */
  const attemptBehind = async (
    shown: Extract<Step, { reading: Reading }>,
    work: () => Promise<Step>,
    stage: Progress['stage'] = 'check',
  ) => {
    setProblem(null);
    setStep({ ...shown, reading: { stage, done: 0, total: 0 } });
    const running = session.current;
    const read = reads.current.then(work);
    const settled = read.catch(() => null);
    reads.current = settled;
    const isLast = () => session.current === running && reads.current === settled;
    try {
      const next = await read;
      if (isLast()) setStep(next);
    } catch (error) {
      if (session.current === running) tell(error);
      if (isLast()) setStep({ ...shown, reading: null });
    }
  };
  /** Runs a step; a failure is told and leads back to `before`, a cancelled one to the start. */
  const attempt = async (
    fileName: string,
    before: Step,
    work: () => Promise<Step>,
    { label = null, progress = null }: { label?: string | null; progress?: Progress | null } = {},
  ) => {
    setProblem(null);
    setStep({ name: 'busy', fileName, label, progress });
    const running = session.current;
    try {
      const next = await work();
      if (session.current === running || running === null) setStep(next);
    } catch (error) {
      if (running !== null && session.current !== running) return;
      tell(error);
      setStep(before);
    }
  };
  const fileName = 'fileName' in step ? step.fileName : '';
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
  const plan = async (opened: ImportClient, shown: Preview): Promise<Step> => {
    const planned = await opened.plan({
      policy,
      createUnknown: shown.kind !== 'interactions',
      ...(campaign !== null && shown.kind === 'customers' && { campaign }),
    });
    return { name: 'plan', fileName, plan: planned, preview: shown, reading: null };
  };

  const decide = async (decision: Decision) => {
    const opened = session.current;
    if (!opened || step.name !== 'compare') return;
    kept.add(step.preview.file, decision);
    const summary = await opened.decide(decision);
    setStep((current) => (current.name === 'compare' ? { ...current, summary, isBroughtBack: false } : current));
  };

  return {
    step,
    problem,
    dismissProblem: () => {
      setProblem(null);
    },
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
    decide,
    undecideAll: async () => {
      const all = { fact: null, line: null, difference: null, choice: null };
      for (const pile of ['changed', 'new'] as const) await decide({ ...all, pile });
    },
    kept,
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
        setProblem(
          describe(error instanceof AppFailure ? error.error : appError('ipc/internal', { channel: 'files/save' })),
        );
      }
    },
    loadPractice: async () => {
      await attempt(t('data.practice'), { name: 'idle' }, async () => {
        for (const file of await fetchPracticeFiles(language)) {
          const opened = begin();
          setStep({
            name: 'busy',
            fileName: file.name,
            label: t('data.practice.running', { file: file.name }),
            progress: null,
          });
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
