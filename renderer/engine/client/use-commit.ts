import { AppFailure, type AppError } from '#shared/errors/app-error.ts';
import type { Committed } from '../api.ts';
import type { Engine } from '../client-types.ts';
import { useEngineAccess } from './engine-context.tsx';

export type Commit = (
  /** `null` when it was stopped by the user. */
  write: (engine: Engine) => Promise<Committed | null>,
  /** What was done, for the toast with undo, told before or once it is; `null` where the screen shows it by itself. */
  sentence: string | (() => string) | null,
) => Promise<Committed | null>;

/**
 * Writes through the engine and says so: `commit((engine) => engine.commit('customer/edit', edits), t('…'))`.
 * Resolves when the change is journaled and stored; `null` when it was stopped, and after a failure, which has been told.
 */
export function useCommit(): Commit {
  const { engine, announcer } = useEngineAccess();

  async function attempt(write: () => Promise<Committed | null>): Promise<Committed | null> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      announcer.failed(error.error);
      return null;
    }
  }

  /** Writes, after asking when very much would go at once; `null` when that was not meant. */
  async function writeAsMeant(write: (engine: Engine) => Promise<Committed | null>): Promise<Committed | null> {
    try {
      return await write(engine);
    } catch (error) {
      const numbers = error instanceof AppFailure ? massDeletionOf(error.error) : null;
      if (!numbers) throw error;
      if (!(await announcer.confirmDeletion(numbers.count, numbers.total))) return null;
      await engine.confirmDeletion(numbers.count);
      return write(engine);
    }
  }

  async function undo(changeSetId: string): Promise<void> {
    if (await attempt(() => engine.undo(changeSetId))) announcer.undone();
  }

  return async (write, sentence) => {
    const committed = await attempt(() => writeAsMeant(write));
    if (committed && sentence !== null) {
      // In the turn in which the caller goes on, so that both are drawn at once.
      queueMicrotask(() => {
        announcer.saved(typeof sentence === 'string' ? sentence : sentence(), () => void undo(committed.changeSetId));
      });
    }
    return committed;
  };
}

function massDeletionOf({ code, data }: AppError): { count: number; total: number } | null {
  return code === 'archive/mass-delete' ? { count: Number(data?.['count']), total: Number(data?.['total']) } : null;
}
