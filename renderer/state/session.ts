import { create } from 'zustand';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { callMain } from '../platform/main-api.ts';
import type { EngineEvent, OpenReport } from '../engine/api.ts';
import type { UnsavedShelf } from '../engine/client/unsaved-shelf.ts';

export type AppInfo = Output<'app/info'>;

/** Where the window is on its way to the open archive. */
export type Phase =
  | { name: 'starting' }
  | { name: 'first-run' }
  | { name: 'locked' }
  | { name: 'opening'; progress: Progress | null }
  | { name: 'open'; report: OpenReport; unsaved: UnsavedShelf }
  /** On the way out; a last backup is being made, or could not be made. */
  | { name: 'leaving'; step: LeavingStep }
  /** Nothing could be opened; nothing was changed either. */
  | { name: 'recovery'; error: AppError };

export type LeavingStep =
  | { name: 'backup' }
  /** The database cannot be read, so that no backup can be made of it. */
  | { name: 'rebuild'; progress: Progress | null }
  /** With the folder that it is about, or an empty text. */
  | { name: 'failed'; failures: readonly { folder: string; error: AppError }[] };

type Progress = Extract<EngineEvent, { type: 'progress' }>;

interface Session {
  phase: Phase;
  info: AppInfo | null;
  /** Set when the engine refuses to write: the `reason` of the sentence for `archive/read-only`. */
  readOnlyReason: string | null;
  /** Why the database is not written to any more, if that is the reason. */
  storageTrouble: string | null;
  /** Customers whose damaged rows were brought back since the archive was opened. */
  repairedCustomers: number;
  isCurtainDown: boolean;
  /** The paper key that just opened the archive, until a new passphrase was set with it or refused. */
  paperKeyUsed: string | null;
}

/** On lock: the window reloads, so all of this starts anew. */
export const useSession = create<Session>(() => ({
  phase: { name: 'starting' },
  info: null,
  readOnlyReason: null,
  storageTrouble: null,
  repairedCustomers: 0,
  isCurtainDown: false,
  paperKeyUsed: null,
}));

/** Asks main anew after something changed that it tells: keys, passphrase, keychain. */
export async function refreshInfo(): Promise<void> {
  useSession.setState({ info: await callMain('app/info', {}) });
}
