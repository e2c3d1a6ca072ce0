import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { errnoOf } from './file-system.ts';

/** Says in the user's terms why a file could not be saved. */
export function describeWriteFailure(error: unknown): never {
  if (error instanceof AppFailure) throw error;
  throw new AppFailure(causeOf(errnoOf(error)), { cause: error });
}

function causeOf(errno: string): AppError {
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('files/disk-full');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return appError('files/no-permission');
    default:
      return appError('files/write-failed', { reason: errno });
  }
}
