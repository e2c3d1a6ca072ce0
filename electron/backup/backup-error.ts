import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { errnoOf } from '../files/file-system.ts';

/** What a disk says when it is full, or when the file outgrows what its file system can hold (FAT: 4 GiB). */
const fullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const forbiddenCodes = ['EACCES', 'EPERM', 'EROFS'];
const missingCodes = ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'];

/** The expected failure that an error means for a backup. Failures that already are one stay as they are. */
export function backupFailure(error: unknown): AppFailure {
  if (error instanceof AppFailure) return error;
  return new AppFailure(explain(errnoOf(error)), { cause: error });
}

function explain(errno: string): AppError {
  if (fullCodes.includes(errno)) return appError('backup/disk-full');
  if (forbiddenCodes.includes(errno)) return appError('backup/no-permission');
  if (missingCodes.includes(errno)) return appError('backup/target-missing');
  return appError('backup/write-failed', { reason: errno });
}
