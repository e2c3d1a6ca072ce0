import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import type { Opened, Output, RestorePreview, Unlock } from '#shared/ipc/contract.ts';
import { toAppError } from '../../../display/report-failure.ts';
import { callMain } from '../../../platform/main-api.ts';
import { noteRestored } from '../../../state/restored.ts';

export type Chosen = NonNullable<Output<'restore/choose'>['chosen']>;

export type RestoreStep =
  | { name: 'pick' }
  | { name: 'reading' }
  | { name: 'unlock'; chosen: Chosen }
  | { name: 'checking'; chosen: Chosen }
  | { name: 'preview'; preview: RestorePreview }
  /** From here on the dialog stays until it is over. */
  | { name: 'snapshot' | 'applying' | 'opening'; preview: RestorePreview };

export interface Restore {
  step: RestoreStep;
  /** What was refused, and that nothing changed. */
  error: AppError | null;
  /** A known backup, or one that is asked for in a dialog. */
  choose: (knownBackupId?: string) => Promise<void>;
  /** A backup that is made first, such as the archive as it was at a moment; then opened like any other. */
  chooseMade: (make: () => Promise<{ backupId: string }>) => Promise<void>;
  /** Rejects with AppFailure when what was typed does not open the backup. */
  open: (unlock: Unlock) => Promise<void>;
  apply: () => Promise<void>;
  back: () => void;
}

/** Failures that another try with the same file may mend. */
const ofTyping: readonly ErrorCode[] = ['restore/wrong-passphrase', 'keys/wrong-paper-key', 'keys/too-many-attempts'];

/** The archive that is open, if one is, has not the key of the backup. */
const ofMissingKey: readonly ErrorCode[] = ['restore/wrong-passphrase', 'keys/locked'];

/** What surrounds the exchange of the archive, which differs by whether one is open. */
export interface RestoreFrame {
  /** Keeps what is here now, before it is replaced; false when there is nothing to keep. */
  keep: () => Promise<boolean>;
  /** Leads to the archive that was restored. */
  open: (restored: Opened) => Promise<void>;
}

/** From a file to the preview, and from there to the restored archive. Until `apply` nothing is changed anywhere. */
export function useRestore(frame: RestoreFrame): Restore {
  const [step, setStep] = useState<RestoreStep>({ name: 'pick' });
  const [error, setError] = useState<AppError | null>(null);
  /** The file that main holds open for this dialog. */
  const held = useRef<string | null>(null);
  /** Grows when what is under way no longer matters. */
  const turn = useRef(0);

  const release = (): void => {
    turn.current += 1;
    // A failure to let go changes nothing.
    if (held.current !== null) callMain('restore/cancel', { restoreId: held.current }).catch(() => undefined);
    held.current = null;
  };
  useEffect(() => release, []);

  const refuse = (caught: unknown): void => {
    release();
    setError(toAppError(caught));
    setStep({ name: 'pick' });
  };
  const check = async (chosen: Chosen, unlock?: Unlock): Promise<void> => {
    const mine = turn.current;
    const input = unlock ? { restoreId: chosen.restoreId, unlock } : { restoreId: chosen.restoreId };
    const preview = await callMain('restore/open', input);
    if (mine === turn.current) setStep({ name: 'preview', preview });
  };
  const choose = async (knownBackupId?: string): Promise<void> => {
    release();
    setError(null);
    setStep({ name: 'reading' });
    const mine = turn.current;
    try {
      const { chosen } = await callMain('restore/choose', knownBackupId === undefined ? {} : { knownBackupId });
      if (mine !== turn.current) return;
      held.current = chosen?.restoreId ?? null;
      if (!chosen) setStep({ name: 'pick' });
      else if (!chosen.sameArchive) setStep({ name: 'unlock', chosen });
      else await openOwn(chosen);
    } catch (caught) {
      if (mine === turn.current) refuse(caught);
    }
  };
  const chooseMade = async (make: () => Promise<{ backupId: string }>): Promise<void> => {
    release();
    setError(null);
    setStep({ name: 'reading' });
    const mine = turn.current;
    try {
      const { backupId } = await make();
      if (mine === turn.current) await choose(backupId);
    } catch (caught) {
      if (mine === turn.current) refuse(caught);
    }
  };
  /** A backup of this archive opens with its own key; one made before its keys were replaced asks for the old ones. */
  const openOwn = async (chosen: Chosen): Promise<void> => {
    setStep({ name: 'checking', chosen });
    const mine = turn.current;
    try {
      await check(chosen);
    } catch (caught) {
      if (mine !== turn.current) return;
      if (!ofMissingKey.includes(toAppError(caught).code)) throw caught;
      setStep({ name: 'unlock', chosen });
    }
  };
  const open = async (unlock: Unlock): Promise<void> => {
    if (step.name !== 'unlock') return;
    try {
      await check(step.chosen, unlock);
    } catch (caught) {
      if (ofTyping.includes(toAppError(caught).code)) throw caught;
      refuse(caught);
    }
  };
  const apply = async (): Promise<void> => {
    if (step.name !== 'preview') return;
    const { preview } = step;
    let restored: Opened;
    let isBeforeKept = false;
    setError(null);
    try {
      setStep({ name: 'snapshot', preview });
      isBeforeKept = await frame.keep();
      setStep({ name: 'applying', preview });
      restored = await callMain('restore/apply', { restoreId: preview.restoreId });
    } catch (caught) {
      setError(toAppError(caught));
      setStep({ name: 'preview', preview });
      return;
    }
    held.current = null;
    setStep({ name: 'opening', preview });
    noteRestored({ createdAt: preview.createdAt, isBeforeKept });
    await frame.open(restored);
  };
  const back = (): void => {
    release();
    setError(null);
    setStep({ name: 'pick' });
  };
  return { step, error, choose, chooseMade, open, apply, back };
}
