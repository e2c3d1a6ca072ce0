import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import type { Relation } from '../../domain/relation/relation.ts';
import { inverseRole } from '../../domain/relation/relation-role.ts';
import { compactText } from '../../match/text.ts';
import { hasError, type Problem } from '../problems.ts';
import type { ReadRow } from '../read-row.ts';
import type { RelationRow } from '../read-relation.ts';
import { openBuyers, type Buyers } from './find-buyers.ts';
import { loadDossiers } from './find-in-archive.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';
import { refusedField } from './refused-field.ts';
import { RowLedger, type KindPlan } from './row-ledger.ts';

type RelationAfter = Extract<ImportEdit, { table: 'relation' }>['after'];

/** A row whose two ends are known. `far` is `null` for a name that is not in the archive. */
interface Tied {
  row: number;
  read: RelationRow;
  near: CustomerId;
  far: CustomerId | null;
}

/** Decides for every row of a list of relations what it does to the archive. Nobody is created; an unknown other stays a name. */
export async function planRelations(
  rows: readonly ReadRow<RelationRow>[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<KindPlan> {
  const ledger = new RowLedger(lines);
  const reads = gather(rows, ledger);
  const buyers = await openBuyers(
    reads.flatMap(({ read }) => [read.near, read.far]),
    lookup,
    options,
  );
  const tied: Tied[] = [];
  for (const { row, read } of reads) {
    const ends = tie(read, buyers);
    if ('problem' in ends) ledger.decide(row, 'failed', [...read.problems, ends.problem]);
    else tied.push({ row, read, ...ends });
  }
  const dossiers = await loadDossiers(
    lookup,
    tied.flatMap(({ near, far }) => (far === null ? [near] : [near, far])),
  );
  const known = new Set([...dossiers.values()].flatMap((dossier) => dossier.relation.map(relationKey)));
  const inFile = new Set<string>();
  const edits: ImportEdit[] = [];
  for (const item of tied) {
    const { row, read } = item;
    const made = makeRelation(item, dossiers, lines[row] ?? 0, options);
    if ('problem' in made) {
      ledger.decide(row, 'failed', [...read.problems, made.problem]);
      continue;
    }
    const key = relationKey(made.after);
    if (known.has(key) || inFile.has(key)) {
      ledger.decide(row, 'skipped', read.problems, { reason: known.has(key) ? 'exists' : 'no-change' });
      continue;
    }
    inFile.add(key);
    edits.push({ table: 'relation', id: made.after.id, after: made.after });
    ledger.decide(row, 'created', read.problems, { recordId: made.after.id });
  }
  return { ledger, edits, newCustomers: 0 };
}

/** The same for a relation however it is told: from either side, with whatever note. */
export function relationKey(
  relation: Pick<Relation, 'customerId' | 'contactId' | 'other' | 'role' | 'from' | 'until'>,
): string {
  const { customerId, contactId = '', other, role, from = '', until = '' } = relation;
  const near = [customerId, contactId];
  const far = 'customerId' in other ? [other.customerId, other.contactId ?? ''] : ['', compactText(other.name)];
  const forwards = JSON.stringify([near, far, role, from, until]);
  const backwards = JSON.stringify([far, near, inverseRole(role), from, until]);
  return forwards < backwards ? forwards : backwards;
}

function gather(rows: readonly ReadRow<RelationRow>[], ledger: RowLedger): { row: number; read: RelationRow }[] {
  const reads: { row: number; read: RelationRow }[] = [];
  for (const [row, { read, skipped }] of rows.entries()) {
    if (!read) ledger.decide(row, 'skipped', [{ code: skipped, severity: 'skip' }]);
    else if (hasError(read.problems)) ledger.decide(row, 'failed', read.problems);
    else reads.push({ row, read });
  }
  return reads;
}

function tie(read: RelationRow, buyers: Buyers): Pick<Tied, 'near' | 'far'> | { problem: Problem } {
  const near = buyers.find(read.near);
  if (near.customerId === undefined) return { problem: { ...near.problem, severity: 'error' } };
  const far = buyers.find(read.far);
  if (far.customerId !== undefined) return { near: near.customerId, far: far.customerId };
  // Somebody of whom only the name is known may be somebody who is not in the archive yet.
  const isMereName = read.far.name !== '' && read.far.code === '' && read.farContact === '';
  if (far.problem.code === 'match/ambiguous' || !isMereName) return { problem: { ...far.problem, severity: 'error' } };
  return { near: near.customerId, far: null };
}

function makeRelation(
  { read, near, far }: Tied,
  dossiers: ReadonlyMap<CustomerId, Dossier>,
  line: number,
  options: PlanOptions,
): { after: RelationAfter } | { problem: Problem } {
  const nearContact = contactOf(dossiers.get(near), read.nearContact);
  const farContact = far === null ? null : contactOf(dossiers.get(far), read.farContact);
  if (nearContact === undefined) return noContact(read.nearContact);
  if (farContact === undefined) return noContact(read.farContact);
  if (near === far && nearContact === farContact) {
    return { problem: { code: 'relation/self', severity: 'error' } };
  }
  const after: RelationAfter = {
    id: options.newId(),
    customerId: near,
    ...(nearContact !== null && { contactId: nearContact }),
    other:
      far === null
        ? { name: read.far.name }
        : { customerId: far, ...(farContact !== null && { contactId: farContact }) },
    role: read.role ?? '',
    ...(read.from !== undefined && { from: read.from }),
    ...(read.until !== undefined && { until: read.until }),
    ...(read.note !== '' && { note: read.note }),
    origin: { kind: 'import', batchId: options.batchId, row: line },
  };
  const field = refusedField('relation', after);
  return field === undefined ? { after } : { problem: { code: 'row/invalid', severity: 'error', values: { field } } };
}

/** The contact person of this name; `null` where the customer is meant, `undefined` where there is none of the name. */
function contactOf(dossier: Dossier | undefined, name: string): string | null | undefined {
  if (name === '') return null;
  return dossier?.contact.find((person) => !person.deletedAt && compactText(person.name) === compactText(name))?.id;
}

function noContact(name: string): { problem: Problem } {
  return { problem: { code: 'relation/no-contact', severity: 'error', values: { name } } };
}
