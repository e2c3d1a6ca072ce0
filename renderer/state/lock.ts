import type { Engine } from '../engine/client-types.ts';
import { callMain } from '../platform/main-api.ts';
import { workDone } from './activity.ts';
import { useSession } from './session.ts';

/** Set while the window reloads after locking, so that the keychain does not open at once what was just locked. */
const lockedByHandKey = 'kebu.locked';
/** How long locking waits for the engine to write its image; without it the next start only takes longer. */
const closeWithinMs = 4000;

export function wasLockedByHand(): boolean {
  return sessionStorage.getItem(lockedByHandKey) !== null;
}

export function forgetLocking(): void {
  sessionStorage.removeItem(lockedByHandKey);
}

/** Lets the engine write its image and forgets everything: the reload destroys this window's memory. */
export async function lockArchive(engine: Engine): Promise<void> {
  const { phase } = useSession.getState();
  if (phase.name !== 'open' && phase.name !== 'opening') return;
  useSession.setState({ phase: { name: 'starting' } });
  sessionStorage.setItem(lockedByHandKey, '1');
  await closeEngine(engine);
  try {
    await callMain('keys/lock', {});
  } finally {
    location.reload();
  }
}

/** What was being typed into a cell is written once the cell is not shown any more, and waited for. */
export async function closeEngine(engine: Engine): Promise<void> {
  const patience = new Promise<void>((resolve) => {
    window.setTimeout(resolve, closeWithinMs);
  });
  try {
    await Promise.race([workDone().then(() => engine.close()), patience]);
  } catch {
    // The journal holds every change; only the image is missing, and the next start makes it anew.
  }
}
