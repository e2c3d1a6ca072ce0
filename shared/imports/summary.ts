import type { Problem, ProblemCode } from './problems.ts';

/** A row in which something was noticed, as it stands in the file. */
export interface ProblemPlace {
  line: number;
  problem: Problem;
  cells: readonly string[];
}

/** One kind of problem with how often it occurs and a few places. */
export interface ProblemGroup {
  code: ProblemCode;
  severity: Problem['severity'];
  count: number;
  examples: ProblemPlace[];
}

const mostExamples = 20;

/** Gathers problems by code as rows are read. */
export class ProblemTally {
  readonly #groups = new Map<string, ProblemGroup>();

  add(line: number, problems: readonly Problem[], cells: readonly string[]): void {
    for (const problem of problems) {
      const key = `${problem.severity}/${problem.code}`;
      let group = this.#groups.get(key);
      if (!group) {
        group = { code: problem.code, severity: problem.severity, count: 0, examples: [] };
        this.#groups.set(key, group);
      }
      group.count++;
      if (group.examples.length < mostExamples) group.examples.push({ line, problem, cells });
    }
  }

  /** Errors first, then by how often they occur. */
  groups(): ProblemGroup[] {
    const order: readonly Problem['severity'][] = ['error', 'skip', 'warning'];
    return [...this.#groups.values()].sort(
      (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count,
    );
  }
}
