import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { errnoOf } from '../files/file-system.ts';

const fullCodes = ['ENOSPC', 'EDQUOT'];
const forbiddenCodes = ['EACCES', 'EPERM', 'EROFS'];
const missingCodes = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'];

/** The expected failure that an error means for a backup. Failures that already are one stay as they are. */
export function backupFailure(error: unknown): AppFailure {
  if (error instanceof AppFailure) return error;
  return new AppFailure(explain(errnoOf(error)), { cause: error });
}

function explain(errno: string): AppError {
  if (fullCodes.includes(errno)) return appError('backup/disk-full');
  // The file outgrows what its file system can hold (FAT: 4 GiB).
  if (errno === 'EFBIG') return appError('backup/too-large');
  if (forbiddenCodes.includes(errno)) return appError('backup/no-permission');
  if (missingCodes.includes(errno)) return appError('backup/target-missing');
  return appError('backup/write-failed', { reason: errno });
}
