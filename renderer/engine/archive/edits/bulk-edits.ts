import { decideBulk, type BulkChange, type BulkOutcome, type BulkWorld } from '#shared/bulk/bulk-change.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { BulkPreview, BulkTarget, Edit } from '../../api.ts';
import { draftOf } from '../../draft-of.ts';
import { BulkWarnings, type Holders } from './bulk-warnings.ts';
import { loadAhead } from '../rows/load-ahead.ts';
import type { RecordFinder } from './prepare-edits.ts';
import { Pace } from '../work-queue.ts';

/** Dossiers that are open at a time. */
const batch = 500;
/** More of them are worth being sorted. */
const fewBatches = 4;
const mostExamples = 8;

interface BulkContext extends BulkWorld {
  holders: Holders;
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Dossier>>;
  /** Told from time to time; in the end, and when it is given up, `done` is `total`. */
  onProgress: (done: number, total: number) => void;
  newId: () => string;
}

/**
 * What would happen, without any of it happening: how many change, are so already or cannot, and why. Reads no further, and
 * answers `null`, once it is not `isWanted` any more.
 */
export async function previewBulk(
  targets: readonly BulkTarget[],
  context: BulkContext,
  isWanted: () => boolean,
): Promise<BulkPreview | null> {
  const preview: BulkPreview = { changing: 0, same: 0, failing: [], warnings: [], examples: [] };
  const warnings = new BulkWarnings(context.customFields);
  for await (const { dossier, change, outcome } of outcomes(targets, context)) {
    if (!isWanted()) return null;
    const { name } = dossier.customer;
    const { field, text } = change.kind === 'set' ? change : { field: null, text: '' };
    if (outcome.is === 'same') preview.same += 1;
    else if (outcome.is === 'failed') {
      const { problem } = outcome;
      const known = preview.failing.find((each) => each.problem === problem && each.field === field);
      if (known) known.count += 1;
      else preview.failing.push({ problem, field, count: 1, first: name, text });
    } else {
      preview.changing += 1;
      const { before, after } = outcome;
      if (field !== null && outcome.is === 'changed' && outcome.customer) warnings.note(field, outcome.customer);
      if (preview.examples.length < mostExamples) preview.examples.push({ name, field, before, after });
    }
  }
  preview.warnings = warnings.close(context.holders);
  return preview;
}

/** What a change of many comes to, with the records that it is made of. */
export interface BulkEdits extends RecordFinder {
  edits: Edit[];
}

/** The edits of all that change; the others are left out. `goOn` throws once nobody wants them any more. */
export async function bulkEdits(
  targets: readonly BulkTarget[],
  context: BulkContext,
  goOn: () => void,
): Promise<BulkEdits> {
  const edits: Edit[] = [];
  const customers = new Map<string, Customer>();
  const followUps = new Map<string, FollowUp>();
  for await (const { stored, dossier, change, outcome } of outcomes(targets, context)) {
    goOn();
    const { customer } = dossier;
    if (outcome.is === 'changed' || outcome.is === 'planned') customers.set(customer.id, stored.customer);
    if (outcome.is === 'changed') {
      edits.push({ table: 'customer', id: customer.id, after: outcome.customer, seen: customer.version });
    } else if (outcome.is === 'planned' && change.kind === 'follow-up') {
      const { due, title } = change;
      const open = outcome.followUp;
      if (open) followUps.set(open.id, open);
      const fresh = { id: context.newId(), customerId: customer.id, title, status: 'open', kind: 'task' } as const;
      const after = open
        ? { ...draftOf(open), due, planned: undefined }
        : { ...fresh, due, origin: { kind: 'manual' } as const };
      edits.push({ table: 'followUp', id: after.id, after, seen: open?.version });
    }
  }
  const find: RecordFinder['find'] = (table, id) =>
    (table === 'customer' ? customers.get(id) : table === 'followUp' ? followUps.get(id) : null) ?? null;
  return { edits, find };
}

interface Decided {
  /** As it was read. */
  stored: Dossier;
  /** The same after the changes that came before in the same set. */
  dossier: Dossier;
  change: BulkChange;
  outcome: BulkOutcome;
}

/** Several changes of one customer build on each other. */
async function* outcomes(targets: readonly BulkTarget[], context: BulkContext): AsyncGenerator<Decided> {
  const pace = new Pace();
  /** Customers that were changed before in the same set, as they are by then. */
  const changed = new Map<CustomerId, Customer>();
  const wishes = near(targets.flatMap(({ ids, change }) => ids.map((id) => ({ id, change }))));
  const isSeveral = new Set(wishes.map(({ id }) => id)).size < wishes.length;
  try {
    const load = (part: typeof wishes) => context.load(part.map(({ id }) => id));
    for await (const { start, part, loaded: dossiers } of loadAhead(wishes, batch, load)) {
      context.onProgress(start, wishes.length);
      for (const { id, change } of part) {
        const stored = dossiers.get(id);
        if (!stored) continue;
        const customer = changed.get(id);
        const dossier = customer ? { ...stored, customer } : stored;
        const outcome = decideBulk(dossier, change, context);
        if (isSeveral && outcome.is === 'changed' && outcome.customer) {
          const { version, createdAt, updatedAt } = dossier.customer;
          changed.set(id, { ...outcome.customer, version, createdAt, updatedAt });
        }
        yield { stored, dossier, change, outcome };
        await pace.step();
      }
    }
  } finally {
    context.onProgress(wishes.length, wishes.length);
  }
}

/** Very many are gone through as they lie in the database, which reads them much faster, after those that are shown. */
function near<T extends { id: CustomerId }>(wishes: readonly T[]): T[] {
  const later = wishes.slice(batch);
  return [...wishes.slice(0, batch), ...(later.length > fewBatches * batch ? later.sort(byId) : later)];
}

function byId(a: { id: string }, b: { id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
