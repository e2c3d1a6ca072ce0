import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { errnoOf } from '../files/file-system.ts';

/** Says in the user's terms why a disk kept the archive from being opened, closed or given other keys. */
export async function withKeyFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const errno = errnoOf(error);
    // Whatever else goes wrong is nobody's disk.
    if (error instanceof AppFailure || !/^E[A-Z0-9]+$/.test(errno)) throw error;
    throw new AppFailure(causeOf(errno), { cause: error });
  }
}

function causeOf(errno: string): AppError {
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
      return appError('keys/disk-full');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return appError('keys/no-permission');
    default:
      return appError('keys/disk-failed', { reason: errno });
  }
}
