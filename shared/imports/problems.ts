import type { importProblemMessages } from '../i18n/messages/import-problems.ts';

/** Each has a sentence `problem.<code>` in both languages. */
export type ProblemCode = keyof typeof importProblemMessages extends infer Key
  ? Key extends `problem.${infer Code}`
    ? Code
    : never
  : never;

/**
 * Something noticed in a row. `error`: the row cannot be imported. `skip`: the row is no record (a total, a repeated
 * header). `warning`: the row is imported and the value kept as text or left out, as the sentence says.
 */
export interface Problem {
  code: ProblemCode;
  severity: 'error' | 'skip' | 'warning';
  /** Position of the column, absent when the whole row is meant. */
  column?: number | undefined;
  values?: Readonly<Record<string, string | number>> | undefined;
}

export const problemKey = (problem: Problem): `problem.${ProblemCode}` => `problem.${problem.code}`;

export function hasError(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
