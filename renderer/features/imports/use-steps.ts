import { useEffect, useRef, useState, type Dispatch, type RefObject, type SetStateAction } from 'react';
import { AppFailure, appError } from '#shared/errors/app-error.ts';
import { useEngine } from '../../engine/client/engine-context.tsx';
import { sendFile } from '../../platform/attachments.ts';
import { localToday } from '../../platform/clock.ts';
import { useDescribeError, useLanguage } from '../../platform/language.tsx';
import { useCurrency } from '../../state/currency.ts';
import { startImport, type ImportClient } from './import-client.ts';
import type { Progress, Reading, Step } from './step.ts';

export interface Steps {
  step: Step;
  setStep: Dispatch<SetStateAction<Step>>;
  /** Of the file that is open; empty for none. */
  fileName: string;
  /** What went wrong, in words. */
  problem: string | null;
  tell: (error: unknown, channel?: string) => void;
  dismissProblem: () => void;
  /** Who reads the file that is open. */
  session: RefObject<ImportClient | null>;
  /** Leaves the file that is open for another one. */
  begin: () => ImportClient;
  close: () => void;
  /** Runs a step; a failure is told and leads back to `before`, a cancelled one to the start. */
  attempt: (
    fileName: string,
    before: Step,
    work: () => Promise<Step>,
    shown?: { label?: string | null; progress?: Progress | null },
  ) => Promise<void>;
  /** Like `attempt` behind the step that is shown, so that the place in it and the focus stay; one comes after the other. */
  attemptBehind: (
    shown: Extract<Step, { reading: Reading }>,
    work: () => Promise<Step>,
    stage?: Progress['stage'],
  ) => Promise<void>;
}

/** The step at which a file is, and how one is left for the next. */
export function useSteps(): Steps {
  const language = useLanguage();
  const currency = useCurrency();
  const describe = useDescribeError();
  const engine = useEngine();
  const [step, setStep] = useState<Step>({ name: 'idle' });
  const [problem, setProblem] = useState<string | null>(null);
  const session = useRef<ImportClient | null>(null);
  const reads = useRef<Promise<unknown>>(Promise.resolve());

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

  const tell = (error: unknown, channel = 'import') => {
    setProblem(describe(error instanceof AppFailure ? error.error : appError('ipc/internal', { channel })));
  };
  return {
    step,
    setStep,
    fileName: 'fileName' in step ? step.fileName : '',
    problem,
    tell,
    dismissProblem: () => {
      setProblem(null);
    },
    session,
    begin: () => {
      session.current?.close();
      const opened = startImport({
        archive: engine,
        settings: { today: localToday(), language, currency },
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
    },
    close: () => {
      session.current?.close();
      session.current = null;
      setStep({ name: 'idle' });
    },
    attempt: async (fileName, before, work, { label = null, progress = null } = {}) => {
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
    },
    attemptBehind: async (shown, work, stage = 'check') => {
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
    },
  };
}
