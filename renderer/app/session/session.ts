import type { Opened, Unlock } from '#shared/ipc/contract.ts';
import { appError } from '#shared/errors/app-error.ts';
import type { Currency } from '#shared/money/currency.ts';
import { backUp, type BackupFailure } from '../../display/backup-run.ts';
import { settingsEdit } from '../../display/archive-settings.ts';
import { toAppError } from '../../display/report-failure.ts';
import type { EngineEvent, OpenReport } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';
import { UnsavedShelf } from '../../engine/client/unsaved-shelf.ts';
import { localToday } from '../../platform/clock.ts';
import { callMain, onMainEvent } from '../../platform/main-api.ts';
import { setCurrency } from '../../state/currency.ts';
import { forgetErased } from '../../state/erased.ts';
import { closeEngine, forgetLocking, lockArchive, wasLockedByHand } from '../../state/lock.ts';
import { navigate } from '../../state/navigation.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useSession, type LeavingStep, type Phase } from '../../state/session.ts';
import { dismissToast, readToasts } from '../../ui/feedback/toasts.ts';
import { trackEngine } from './track-engine.ts';

let engine: Engine | null = null;
/** What main opened last: the key to build its database anew with. On lock: gone with the window's memory. */
let lastOpened: Opened | null = null;
let rebuiltAtMs = Number.NEGATIVE_INFINITY;
/** A database that is being built anew while the archive was open; whoever quits meanwhile waits for it. */
let mending: Promise<void> = Promise.resolve();
/** Damage found so soon after the database was built anew will be found again. */
const soonMs = 5 * 60_000;

function show(phase: Phase): void {
  useSession.setState({ phase });
}

/** The engine of the open archive. */
export function openEngine(): Engine {
  if (!engine) throw new Error('Broken invariant: no archive is open');
  return engine;
}

/** From an empty window to the first page, the lock screen or the open archive. */
export async function startSession(startEngine: () => Engine): Promise<void> {
  onMainEvent('lock-requested', () => void lockNow());
  onMainEvent('quit-requested', () => void quitNow());
  onMainEvent('backup-due', () => void backUpWhenOpen());
  onMainEvent('new-customer-requested', beginNewCustomer);
  try {
    const info = await callMain('app/info', {});
    usePreferences.setState(info.preferences);
    useSession.setState({ info });
    engine = trackEngine(startEngine());
    engine.on(onEngineEvent);
    if (info.archive === 'locked' && info.archiveId !== null) void engine.prepare(info.archiveId);
    if (info.archive === 'none') show({ name: 'first-run' });
    else if (info.archive === 'damaged') show({ name: 'recovery', error: appError('keys/damaged') });
    else if (info.keychain === 'on' && !wasLockedByHand()) await openByKeychain();
    else show({ name: 'locked' });
  } catch (error) {
    show({ name: 'recovery', error: toAppError(error) });
  }
}

function onEngineEvent(event: EngineEvent): void {
  if (event.type === 'read-only') {
    useSession.setState({ readOnlyReason: event.reason, storageTrouble: event.trouble ?? null });
  } else if (event.type === 'repaired') {
    useSession.setState(({ repairedCustomers }) => ({ repairedCustomers: repairedCustomers + event.customers }));
  } else if (event.type === 'erased') {
    const { phase } = useSession.getState();
    if (phase.name === 'open') phase.unsaved.forget(event.unsaved);
    forgetErased(event.customerIds);
    // What they say can be taken back no longer, and may name whoever is erased.
    for (const { id } of readToasts()) dismissToast(id);
  } else if (event.type === 'store-damaged') {
    // What the screens show may come from rows that are not what was written. Elsewhere whoever asked is told.
    if (useSession.getState().phase.name === 'open') mending = mendArchive();
  }
}

/** The keychain is a convenience: when it fails, passphrase and paper key still open the archive. */
async function openByKeychain(): Promise<void> {
  let opened: Opened;
  try {
    opened = await callMain('keys/unlock', { with: 'keychain' });
  } catch {
    show({ name: 'locked' });
    return;
  }
  await openArchive(opened);
}

/** Rejects with AppFailure when the archive stays closed; failures after that lead to the recovery page. */
export async function unlock(by: Unlock): Promise<void> {
  const opened = await callMain('keys/unlock', by);
  if (by.with === 'paper-key') useSession.setState({ paperKeyUsed: by.paperKey });
  await openArchive(opened);
}

/** A new archive begins with the currency that its owner counts in. */
export async function openArchive(opened: Opened, currency?: Currency): Promise<void> {
  const archive = openEngine();
  lastOpened = opened;
  // From here on the time is ours: what came before was the key derivation, which is slow on purpose.
  performance.mark('unlocked');
  forgetLocking();
  await showOpening(archive, async () => {
    const report = await archive.open(opened, localToday());
    if (currency === undefined || currency === report.currency) return report;
    await archive.commit('settings/edit', [settingsEdit(undefined, { currency })]);
    return { ...report, currency };
  });
}

/** A disk that damages what was just built is nothing to build on again and again: then the person decides. */
async function mendArchive(): Promise<void> {
  const isDamagedAgain = Date.now() - rebuiltAtMs < soonMs;
  if (isDamagedAgain) show({ name: 'recovery', error: appError('archive/store-damaged') });
  else await rebuildArchive();
}

/** Throws a damaged database away and opens the archive from snapshot and journal. */
export async function rebuildArchive(): Promise<void> {
  await showOpening(openEngine(), rebuild);
}

function rebuild(): Promise<OpenReport> {
  if (!lastOpened) throw new Error('Broken invariant: nothing was opened yet');
  rebuiltAtMs = Date.now();
  return openEngine().rebuild(lastOpened, localToday());
}

/** Shows how far the opening is, then the archive, or the recovery page. */
async function showOpening(archive: Engine, open: () => Promise<OpenReport>): Promise<void> {
  show({ name: 'opening', progress: null });
  // What kept the archive from being written may be over, after a restore for one.
  useSession.setState({ readOnlyReason: null, storageTrouble: null });
  const stopListening = archive.on((event) => {
    if (event.type === 'progress') show({ name: 'opening', progress: event });
  });
  try {
    const report = await open();
    setCurrency(report.currency);
    const unsaved = new UnsavedShelf(archive, await archive.unsaved());
    stopListening();
    show({ name: 'open', report, unsaved });
  } catch (error) {
    stopListening();
    show({ name: 'recovery', error: toAppError(error) });
  }
}

/** Locks the archive that is open, if one is. */
export async function lockNow(): Promise<void> {
  if (engine) await lockArchive(engine);
}

/** The schedule's wish. An archive that is being opened, left or repaired is let alone; the wish comes again. */
async function backUpWhenOpen(): Promise<void> {
  if (useSession.getState().phase.name === 'open') await backUp(openEngine(), 'clock');
}

const canBegin: Partial<Record<Phase['name'], true>> = { locked: true, opening: true, open: true };

/** Opens the line for a new customer; behind the lock the wish waits for the archive to be open. */
function beginNewCustomer(): void {
  if (!canBegin[useSession.getState().phase.name]) return;
  useSession.setState({ isCurtainDown: false });
  navigate({ screen: 'customers', intent: 'new' });
}

let quitting: Promise<void> | null = null;

/** Backs up what is in no backup yet, then goes. A second wish to quit does not wait for the backup. */
async function quitNow(): Promise<void> {
  if (quitting) return quitAtOnce();
  quitting = backUpAndQuit();
  await quitting;
}

async function backUpAndQuit(): Promise<void> {
  // Main would go on without a window that takes long.
  await callMain('app/stay', {});
  await mending;
  if (useSession.getState().phase.name === 'open') {
    if (!(await leaveBackedUp())) return;
  }
  await quitAtOnce();
}

/** The last backup once more, on the page that says why it was not made. */
export async function tryLeavingAgain(): Promise<void> {
  if (await leaveBackedUp()) await quitAtOnce();
}

/** Makes the last backup; of a database that cannot be read after building it anew. What hinders it is shown: then `false`. */
async function leaveBackedUp(): Promise<boolean> {
  // Nothing can be taken back any more.
  for (const { id } of readToasts()) dismissToast(id);
  const backUpNow = (): Promise<readonly BackupFailure[]> => {
    show({ name: 'leaving', step: { name: 'backup' } });
    return backUp(openEngine(), 'quit');
  };
  let failures = await backUpNow();
  if (failures.some(({ error }) => error.code === 'archive/store-damaged')) {
    try {
      await rebuildForLeaving();
      failures = await backUpNow();
    } catch (error) {
      failures = [{ folder: '', error: toAppError(error) }];
    }
  }
  if (failures.length > 0) show({ name: 'leaving', step: { name: 'failed', failures } });
  return failures.length === 0;
}

async function rebuildForLeaving(): Promise<void> {
  const at = (progress: Extract<LeavingStep, { name: 'rebuild' }>['progress']): void => {
    show({ name: 'leaving', step: { name: 'rebuild', progress } });
  };
  at(null);
  const stopListening = openEngine().on((event) => {
    if (event.type === 'progress') at(event);
  });
  try {
    await rebuild();
  } finally {
    stopListening();
  }
}

let isGone = false;

/** Leaves without another backup: every change is in the journal. */
export async function quitAtOnce(): Promise<void> {
  if (isGone) return;
  isGone = true;
  const { name } = useSession.getState().phase;
  if (name === 'open' || name === 'leaving') await closeEngine(openEngine());
  await callMain('app/quit', {});
}
