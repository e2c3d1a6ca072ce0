import type { Change } from '#shared/changes/change-set.ts';
import { moveRecord } from '#shared/changes/moves.ts';
import { otherCustomerOf, type Relation } from '#shared/domain/relation/relation.ts';
import { betweenSurvivors, isWithItself, repeats } from '#shared/merge/settle-relations.ts';
import type { InvertContext } from './invert-context.ts';

/**
 * Relations that come out of the bin are between those whom the customers turned out to be meanwhile, and lie with them. One that
 * would be with oneself, or says nothing that another does not say, stays where it is.
 */
export async function settleRestored(changes: Change[], context: InvertContext): Promise<Change[]> {
  // Where a merge is taken back, what it put aside is between whom it was.
  if (changes.some(isTakenApart) || !changes.some(restoredRelation)) return changes;
  const settled: Change[] = [];
  for (const change of changes) settled.push(...(await settle(change, context)));
  return settled;
}

async function settle(change: Change, context: InvertContext): Promise<readonly Change[]> {
  const restored = restoredRelation(change);
  if (!restored || change.before === null) return [change];
  const after = betweenSurvivors(restored, (id) => context.survivorOf(id));
  const [from, to, far] = [restored.customerId, after.customerId, otherCustomerOf(after)];
  if (to === from && far === otherCustomerOf(restored)) return [change];
  if (isWithItself(after)) return [];
  const files = await context.load([from, to, ...(far === null ? [] : [far])]);
  const known = [...files.values()].flatMap((file) => Array.from(file.records()));
  const isKnown = known.some(
    ({ table, record }) => table === 'relation' && record.deletedAt === undefined && repeats(record as Relation, after),
  );
  if (isKnown) return [];
  if (to === from) return [{ ...change, after }];
  const history = files.get(from)?.historyOf('relation', change.id) ?? [];
  return moveRecord({ table: 'relation', id: change.id, before: change.before, history }, from, to, after);
}

function isTakenApart({ table, before, after }: Change): boolean {
  const isMerged = (record: Change['after']) => record !== null && 'mergedInto' in record;
  return table === 'customer' && isMerged(before) && !isMerged(after);
}

function restoredRelation({ table, before, after }: Change): Relation | null {
  if (table !== 'relation' || after === null || after.deletedAt !== undefined) return null;
  return before?.deletedAt === undefined ? null : (after as Relation);
}
