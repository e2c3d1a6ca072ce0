import type { CustomerRow } from '../read-customer.ts';
import type { ReadRow } from '../read-row.ts';
import type { TableReads } from '../read-table.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { gatherCustomers, type Entity, type GatheredCustomers } from './customer-entities.ts';
import type { ArchiveLookup, PlanOptions } from './plan.ts';
import { RowLedger, type KindPlan } from './row-ledger.ts';
import { warnOfOwnFields } from './own-field-warnings.ts';
import { neighbourProblem, writeCustomers, type WrittenCustomers } from './write-customers.ts';
import type { Written } from './written.ts';

/** Decides for every row of a customer list what it does to the archive. */
export async function planCustomers(
  { rows, lines, gathered, isOfCards }: Extract<TableReads, { kind: 'customers' }>,
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<KindPlan> {
  const ledger = new RowLedger(lines);
  const people =
    options.policy === 'create-new'
      ? await gatherCustomers(rows, true, (done, total) => options.onProgress(done, total))
      : gathered;
  const { problems, byRow } = decideUnreadable(rows, lines, ledger, { ...people, isOfCards });
  const onProblem = (entity: Entity, problem: Problem): void => {
    problems[entity.rows[0] ?? 0]?.push(problem);
  };
  const result = await writeCustomers(people.entities, lines, lookup, options, onProblem);
  await warnOfOwnFields(result.written, lookup, options.language, onProblem);
  const { written, catalogues } = result;
  const outcomes = new Map(written.map((each) => [each.entity, each]));
  byRow.forEach((entity, row) => {
    if (entity) decideRow(ledger, row, entity, { ...result, outcomes, problems: problems[row] ?? [] });
  });
  const referred = written.flatMap(({ after }) => [
    ...after.tagIds,
    ...Object.keys(after.customFields),
    ...(after.campaign === undefined ? [] : [after.campaign.slice('own:'.length)]),
  ]);
  return {
    ledger,
    edits: [...catalogues.usedBy(referred), ...written.flatMap(({ edits }) => edits)],
    newCustomers: written.filter(({ dossier }) => !dossier).length,
  };
}

interface Decided {
  problems: Problem[][];
  byRow: (Entity | undefined)[];
}

/** Decides the rows that are about nobody, and notes on the others what they are to each other. */
function decideUnreadable(
  rows: readonly ReadRow<CustomerRow>[],
  lines: readonly number[],
  ledger: RowLedger,
  { byRow: gathered, isOfCards }: GatheredCustomers & { isOfCards: boolean },
): Decided {
  const problems: Problem[][] = [];
  const byRow: (Entity | undefined)[] = [];
  for (const [row, { read, skipped }] of rows.entries()) {
    const own: Problem[] = read ? [...read.problems] : [{ code: skipped, severity: 'skip' }];
    problems[row] = own;
    const added = gathered[row];
    byRow[row] = added?.entity;
    if (!added) {
      ledger.decide(row, read ? 'failed' : 'skipped', own);
      continue;
    }
    const { entity, isNew, neighbour } = added;
    if (neighbour && isNew) own.push(neighbourProblem(neighbour));
    if (!isNew) {
      const code: ProblemCode = `${isOfCards ? 'card' : 'row'}/${entity.repeats.has(row) ? 'repeats' : 'same-as'}`;
      own.push({ code, severity: 'warning', values: { line: lines[entity.rows[0] ?? 0] ?? 0 } });
    }
  }
  return { problems, byRow };
}

interface Verdicts extends Pick<WrittenCustomers, 'failed'> {
  outcomes: ReadonlyMap<Entity, Written>;
  problems: Problem[];
}

function decideRow(ledger: RowLedger, row: number, entity: Entity, { outcomes, failed, problems }: Verdicts): void {
  const field = failed.get(entity);
  if (field !== undefined) {
    ledger.decide(row, 'failed', [...problems, { code: 'row/invalid', severity: 'error', values: { field } }]);
    return;
  }
  const result = outcomes.get(entity);
  if (!result) {
    ledger.decide(row, 'skipped', problems, { reason: 'policy' });
    return;
  }
  const recordId = result.id;
  if (result.edits.length === 0) ledger.decide(row, 'skipped', problems, { reason: 'no-change', recordId });
  else if (entity.repeats.has(row)) ledger.decide(row, 'skipped', problems, { reason: 'no-change', recordId });
  else ledger.decide(row, row === entity.rows[0] && !result.dossier ? 'created' : 'updated', problems, { recordId });
}
