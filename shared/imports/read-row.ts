import type { ProblemCode } from './problems.ts';

/** A row that was read, or why it is no record. */
export type ReadRow<T> = { read: T; skipped?: undefined } | { read?: undefined; skipped: ProblemCode };
