import { create } from 'zustand';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Opened, Output } from '#shared/ipc/contract.ts';
import type { EngineEvent, OpenReport } from '../engine/api.ts';

export type AppInfo = Output<'app/info'>;
export type Door = 'import' | 'practice' | 'first-customer';

/** Where the window is on its way to the open archive. */
export type Phase =
  | { name: 'starting' }
  | { name: 'first-run' }
  | { name: 'locked' }
  | { name: 'opening'; opened: Opened; progress: Extract<EngineEvent, { type: 'progress' }> | null }
  | { name: 'open'; report: OpenReport }
  /** Nothing could be opened; nothing was changed either. */
  | { name: 'recovery'; error: AppError };

interface Session {
  phase: Phase;
  info: AppInfo | null;
  /** What was chosen on the first page, done once the archive is open. */
  door: Door | null;
  /** Set when the engine refuses to write: what was found, as a word of the catalogue or a plain reason. */
  readOnlyReason: string | null;
  isCurtainDown: boolean;
}

/** On lock: the window reloads, so all of this starts anew. */
export const useSession = create<Session>(() => ({
  phase: { name: 'starting' },
  info: null,
  door: null,
  readOnlyReason: null,
  isCurtainDown: false,
}));
