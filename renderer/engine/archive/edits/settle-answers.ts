import type { Change } from '#shared/changes/change-set.ts';
import { changedFields } from '#shared/changes/record-content.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import { withoutAnswered } from '#shared/gaps/answers.ts';
import { eachCustomer } from '../rows/by-customer.ts';
import type { DossierFile } from '../rows/dossier-file.ts';

interface AnswerContext {
  load(customerIds: readonly string[]): Promise<Map<string, DossierFile>>;
  /** Whether the customer has answered anything, as far as is stored. */
  hasAnswers(customerId: string): boolean;
}

/** A value of what is asked for may lie in any of these. */
type Telling = 'customer' | 'contact' | 'attachment';
const telling: ReadonlySet<string> = new Set<Telling>(['customer', 'contact', 'attachment']);

/**
 * Takes answers away that these changes bring a value for, whoever makes them: no answer stands beside a value. What is left without
 * any change is left out.
 *
 * @param at UTC, ISO 8601
 */
export async function settleAnswers(changes: Change[], context: AnswerContext, at: string): Promise<Change[]> {
  const byCustomer = Map.groupBy(
    changes.filter(({ table, customerId }) => telling.has(table) && customerId !== undefined),
    ({ customerId = '' }) => customerId,
  );
  for (const [id, own] of byCustomer) if (!mayAnswer(id, own, context)) byCustomer.delete(id);
  if (byCustomer.size === 0) return changes;
  const settled = new Map<Change, Change>();
  const more: Change[] = [];
  const load = (ids: readonly string[]) => context.load(ids);
  await eachCustomer(byCustomer, load, (id, own, file) => {
    const card = own.find(({ table }) => table === 'customer');
    const customer = (card ? card.after : file?.find('customer', id)) as Customer | null | undefined;
    if (!customer) return;
    const after = withoutAnswered(customer, held('contact', own, file), held('attachment', own, file));
    if (after === customer) return;
    if (card) settled.set(card, { ...card, after });
    else {
      const [{ from } = {}] = own;
      const next = { ...after, version: customer.version + 1, updatedAt: at };
      more.push({ table: 'customer', id, customerId: id, before: customer, after: next, ...(from && { from }) });
    }
  });
  const kept = changes.flatMap((change) => {
    const made = settled.get(change);
    return made && isIdle(made) ? [] : (made ?? change);
  });
  return [...kept, ...more];
}

function mayAnswer(id: string, own: readonly Change[], context: AnswerContext): boolean {
  const card = own.find(({ table }) => table === 'customer');
  return card ? (card.after as Customer | null)?.answers !== undefined : context.hasAnswers(id);
}

/** The records of a customer outside the bin, with these changes made. */
function held<T extends Telling>(table: T, own: readonly Change[], file: DossierFile | undefined): RecordOf<T>[] {
  const records = new Map<string, RecordOf<T>>();
  for (const each of file?.records() ?? []) {
    if (each.table === table) records.set(each.record.id, each.record as RecordOf<T>);
  }
  for (const change of own) {
    if (change.table !== table) continue;
    if (change.after) records.set(change.id, change.after as RecordOf<T>);
    else records.delete(change.id);
  }
  return [...records.values()].filter(({ deletedAt }) => deletedAt === undefined);
}

function isIdle({ before, after }: Change): boolean {
  return before !== null && after !== null && changedFields(before, after).length === 0;
}
