import { AppFailure } from '#shared/errors/app-error.ts';
import type { Committed } from './api.ts';
import type { Engine } from './client-types.ts';
import { useEngineAccess } from './engine-context.tsx';

export type Commit = (
  write: (engine: Engine) => Promise<Committed>,
  /** What was done, for the toast with undo; `null` where the screen shows it by itself. */
  sentence: string | null,
) => Promise<Committed | null>;

/**
 * Writes through the engine and says so: `commit((engine) => engine.commit('customer/edit', edits), t('…'))`.
 * Resolves when the change is journaled and stored; `null` after a failure, which has been told.
 */
export function useCommit(): Commit {
  const { engine, announcer } = useEngineAccess();

  async function attempt(write: () => Promise<Committed>): Promise<Committed | null> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      announcer.failed(error.error);
      return null;
    }
  }

  async function undo(changeSetId: string): Promise<void> {
    if (await attempt(() => engine.undo(changeSetId))) announcer.undone();
  }

  return async (write, sentence) => {
    const committed = await attempt(() => write(engine));
    if (committed && sentence !== null) announcer.saved(sentence, () => void undo(committed.changeSetId));
    return committed;
  };
}
