import { AppFailure, appError } from '#shared/errors/app-error.ts';

/** Why the browser's database did not do what it was asked, in terms that can be logged and told. */
export type StorageTrouble = 'quota' | 'aborted' | 'closed' | 'blocked' | 'version' | 'unreadable' | 'unknown';

const byName: Readonly<Record<string, StorageTrouble>> = {
  QuotaExceededError: 'quota',
  AbortError: 'aborted',
  TransactionInactiveError: 'aborted',
  TimeoutError: 'aborted',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  VersionError: 'version',
  UnknownError: 'unreadable',
  NotReadableError: 'unreadable',
  DataError: 'unreadable',
  NotFoundError: 'unreadable',
};

/** The most telling name in a chain of errors: Dexie wraps the browser's, and an abort hides the quota behind it. */
export function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof AppFailure && error.cause !== undefined) return troubleOf(error.cause);
  let found: StorageTrouble = 'unknown';
  for (let cause = error, depth = 0; cause instanceof Error && depth < 6; depth += 1) {
    const named = byName[cause.name];
    if (named === 'quota') return named;
    if (named && found === 'unknown') found = named;
    const next: unknown = 'inner' in cause && cause.inner ? cause.inner : cause.cause;
    cause = next;
  }
  return found;
}

export function storageFailure(error: unknown): AppFailure {
  if (error instanceof AppFailure) return error;
  return new AppFailure(appError('archive/storage-failed', { reason: troubleOf(error) }), { cause: error });
}
