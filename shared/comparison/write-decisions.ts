import { isEqualValue } from '../changes/record-content.ts';
import { withoutUndefined } from '../changes/record-content.ts';
import type { Customer, CustomerId } from '../domain/customer/customer.ts';
import type { Layout } from '../imports/find-header.ts';
import { receiptOf } from '../imports/plan/plan-import.ts';
import type { FileFacts, ImportEdit, ImportPlan } from '../imports/plan/plan.ts';
import { draftOf, writeCustomers } from '../imports/plan/write-customers.ts';
import type { CustomerAfter, Written } from '../imports/plan/written.ts';
import { comparingOptions, newcomer, type Choice, type Compared, type Comparison } from './comparison.ts';
import { differenceKey, type Difference } from './difference.ts';
import { withDismissed } from './dismissed.ts';
import { differencesOf, type Comparing } from './judge.ts';
import { digestsOf } from './left-out.ts';

/** What was decided, as one change set; the receipt first. No edits where nothing was. */
export interface DecidedPlan {
  edits: ImportEdit[];
  receipt: ImportPlan['receipt'];
}

interface InHand {
  after: CustomerAfter;
  before: CustomerAfter;
  seen: number;
  row: number;
  isChanged: boolean;
}

/**
 * What deciding about a list does to the archive as it is now: what was taken over, what is remembered as wrong, who comes in
 * and who is left out.
 */
export async function planDecisions(comparison: Comparison, layout: Layout, facts: FileFacts): Promise<DecidedPlan> {
  const { reads, world } = comparison;
  const { lookup, options } = world;
  const decided = new Map(comparison.all.filter(({ choices }) => choices.size > 0).map((each) => [each.entity, each]));
  const batchId = options.newId();
  const planned = comparingOptions(options, batchId);
  const { lines, rows } = reads;
  const leftOut = new Set<string>();
  // Nobody is tied to somebody who does not come in.
  for (const [entity, { pile, choices }] of decided) {
    if (pile === 'changed' || choices.get(newcomer) !== 'ours') continue;
    for (const digest of digestsOf(entity.draft, [])) leftOut.add(digest);
    decided.delete(entity);
  }
  const { written, catalogues } = await writeCustomers([...decided.keys()], lines, lookup, planned, () => undefined);
  const comparing: Comparing = { lines, catalogues, options: planned };
  const inHand = new Map<CustomerId, InHand>();
  const edits = new Map<string, ImportEdit>();
  const referred = new Set<string>();
  let created = 0;
  const put = (edit: ImportEdit) => {
    const key = `${edit.table}/${edit.id}`;
    // Two rows about one person of a customer: the second one is asked about again.
    if (!edits.has(key)) edits.set(key, edit);
  };
  const refer = ({ tagIds = [], customFields = {} }: Partial<Customer>) => {
    for (const id of [...tagIds, ...Object.keys(customFields)]) referred.add(id);
  };

  for (const result of written) {
    const { entity, id, dossier } = result;
    const compared = decided.get(entity);
    if (!compared) continue;
    if (!dossier) {
      if (compared.choices.get(newcomer) !== 'theirs') continue;
      created += 1;
      comparison.name(entity, id);
      for (const edit of result.edits) put(edit);
      refer(result.after);
      continue;
    }
    const before = draftOf(dossier.customer);
    const hand = inHand.get(id) ?? {
      before,
      after: before,
      seen: dossier.customer.version,
      row: compared.line,
      isChanged: false,
    };
    inHand.set(id, hand);
    const { taken, after } = decide(result, hand.after, compared, comparing);
    hand.after = after;
    hand.isChanged ||= taken.length > 0;
    for (const { takes, edit } of taken) {
      if (takes) refer(takes);
      if (edit) put(edit);
    }
  }
  for (const [id, { before, after, seen, row }] of inHand) {
    if (!isEqualValue(before, after)) put({ table: 'customer', id, after, seen, from: { batchId, row } });
  }
  const updated = [...inHand.values()].filter(({ isChanged }) => isChanged).length;
  const failed =
    rows.length -
    comparison.all.reduce((sum, { pile, entity }) => sum + (pile === 'failed' ? 0 : entity.rows.length), 0);
  const counts = { created, updated, failed, skipped: Math.max(0, rows.length - created - updated - failed) };
  const receipt = {
    ...receiptOf({ ...facts, id: batchId, kind: 'customers', layout, rowsRead: rows.length, counts }),
    ...(leftOut.size > 0 && { leftOut: [...leftOut] }),
  };
  const needed = catalogues.usedBy(referred);
  const isNothing = edits.size === 0 && leftOut.size === 0;
  return {
    receipt,
    edits: isNothing ? [] : [{ table: 'importBatch', id: batchId, after: receipt }, ...needed, ...edits.values()],
  };
}

/** The customer with everything that was decided about one row. The name comes last, since the old one may become a nickname. */
function decide(
  result: Written,
  before: CustomerAfter,
  { choices }: Compared,
  comparing: Comparing,
): { after: CustomerAfter; taken: Difference[] } {
  const contacts = result.dossier?.contact ?? [];
  let after = before;
  const taken: Difference[] = [];
  const takeThose = (isMeant: (difference: Difference) => boolean) => {
    for (const difference of differencesOf(result, { customer: after, contacts }, comparing).filter(isMeant)) {
      const choice = choices.get(differenceKey(difference));
      if (choice === undefined) continue;
      after = withDecision(after, difference, choice);
      if (choice === 'theirs') taken.push(difference);
    }
  };
  takeThose(({ fact }) => fact !== 'name');
  takeThose(({ fact }) => fact === 'name');
  return { after, taken };
}

function withDecision(customer: CustomerAfter, { dismissedAs, takes }: Difference, choice: Choice): CustomerAfter {
  if (choice === 'ours') {
    const { fact, said } = dismissedAs;
    return {
      ...customer,
      dismissed: withDismissed(
        customer.dismissed,
        said.map((each) => ({ fact, said: each })),
      ),
    };
  }
  const { customFields, ...rest } = takes ?? {};
  const own = { ...customer.customFields, ...customFields };
  return withoutUndefined({ ...customer, ...rest, customFields: own });
}
