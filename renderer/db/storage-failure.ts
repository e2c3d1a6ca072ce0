import { AppFailure, appError } from '#shared/errors/app-error.ts';

/** Why the browser's database did not do what it was asked, in terms that can be logged and told. */
export type StorageTrouble =
  | 'quota'
  | 'aborted'
  | 'closed'
  | 'blocked'
  | 'version'
  | 'unreadable'
  /** What was written cannot be read any more, tried again or not. */
  | 'damaged'
  | 'unknown';

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

/** What a browser does that finds its files to be other than it wrote them: it breaks off, and closes the database. */
const signsOfDamage: readonly unknown[] = ['aborted', 'closed', 'unreadable'] satisfies StorageTrouble[];

/** The same of something that was only read, or read to be opened: nobody but the browser breaks that off. */
export function readFailure(error: unknown): AppFailure {
  const failure = storageFailure(error);
  const { code, data } = failure.error;
  const isDamaged = code === 'archive/storage-failed' && signsOfDamage.includes(data?.['reason']);
  return isDamaged ? new AppFailure(appError('archive/store-damaged'), { cause: error }) : failure;
}

export function isStoreDamaged(error: unknown): boolean {
  return error instanceof AppFailure && error.error.code === 'archive/store-damaged';
}
