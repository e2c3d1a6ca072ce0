import type { ErrorCode } from './codes.ts';

/** What a failed operation says: a code, and the data that its sentence needs. Never names, phones, paths or keys. */
export interface AppError {
  readonly code: ErrorCode;
  readonly data?: Readonly<Record<string, string | number>>;
}

export function appError(code: ErrorCode, data?: AppError['data']): AppError {
  return data ? { code, data } : { code };
}

/** Carries an expected failure through code that can only throw (streams, transactions) to the border that makes it a value. */
export class AppFailure extends Error {
  readonly error: AppError;
  constructor(error: AppError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = 'AppFailure';
    this.error = error;
  }
}

/** Throws an `AppFailure`. */
export function failWith(code: ErrorCode, data?: AppError['data']): never {
  throw new AppFailure(appError(code, data));
}
