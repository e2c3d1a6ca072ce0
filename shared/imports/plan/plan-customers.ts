import type { CustomerId } from '../../domain/customer/customer.ts';
import type { FieldValue } from '../../custom-fields/values.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { translate } from '../../i18n/translate.ts';
import { foldText } from '../../match/text.ts';
import type { CustomerRow } from '../read-customer.ts';
import type { ReadRow } from '../read-row.ts';
import type { TableReads } from '../read-table.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { openCatalogues, type Catalogues, type CustomValue } from './catalogues.ts';
import { gatherCustomers, type Entity, type GatheredCustomers, type Neighbour } from './customer-entities.ts';
import { findInArchive } from './find-in-archive.ts';
import { fillEmpty, isSameContent, overwrite } from './merge-customers.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions, SkipReason } from './plan.ts';
import { writePeople } from './people-edits.ts';
import { refusedField } from './refused-field.ts';
import { resolveReferrers } from './referrers.ts';
import { resolveReferences, type WantedReference } from './references.ts';
import { RowLedger, type KindPlan } from './row-ledger.ts';
import type { CustomerAfter, Written } from './written.ts';

/** Rows between two reports of progress. */
const reportEvery = 1_000;

const neighbourProblems: Readonly<Record<Neighbour['verdict'], ProblemCode>> = {
  household: 'match/shared-phone',
  contact: 'match/shared-phone',
  namesake: 'match/namesake',
  branch: 'match/branch',
  'numbered-apart': 'match/numbered-apart',
};

/** Decides for every row of a customer list what it does to the archive. */
export async function planCustomers(
  { rows, lines, gathered }: Extract<TableReads, { kind: 'customers' }>,
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<KindPlan> {
  const ledger = new RowLedger(lines);
  const isApart = options.policy === 'create-new';
  const people = isApart
    ? await gatherCustomers(rows, true, (done, total) => options.onProgress(done, total))
    : gathered;
  const { problems, byRow } = decideUnreadable(rows, lines, ledger, people);
  const found = isApart ? new Map() : await findInArchive(lookup, people.entities);
  const catalogues = await openCatalogues(lookup, options, valuesByLabel(people.entities));

  const written: Written[] = [];
  const reasons = new Map<Entity, SkipReason>();
  const failed = new Map<Entity, string>();
  const wanted = new Map<Written, WantedReference[]>();
  for (const [count, entity] of people.entities.entries()) {
    if (count % reportEvery === 0) await options.onProgress(rows.length, rows.length);
    const { dossier, neighbour } = found.get(entity) ?? {};
    const firstRow = entity.rows[0] ?? 0;
    if (neighbour) problems[firstRow]?.push(neighbourProblem(neighbour));
    const custom = Array.from(entity.custom, ([label, value]) => catalogues.customValue(label, value));
    const references = custom.flatMap(({ reference }) => reference ?? []);
    problems[firstRow]?.push(...custom.flatMap(({ problem }) => problem ?? []));
    const result = write(entity, dossier, { line: lines[firstRow] ?? 0, custom }, catalogues, options);
    const field = invalidField(result);
    if (field !== undefined) failed.set(entity, field);
    else if (dossier && options.policy === 'skip' && result.edits.length > 0) reasons.set(entity, 'policy');
    else {
      written.push(result);
      const isLeft = dossier !== undefined && options.policy === 'skip';
      if (references.length > 0 && !isLeft) wanted.set(result, references);
    }
  }
  await resolveReferences(
    {
      written,
      wanted,
      policy: options.policy,
      onProblem: ({ entity }, { label, text }, { problem }) => {
        const values = { label, value: text.slice(0, 60) };
        problems[entity.rows[0] ?? 0]?.push({ code: `reference/${problem}`, severity: 'warning', values });
      },
    },
    lookup,
  );
  await resolveReferrers(written, people.entities, lookup, options.language, (entity, name) => {
    problems[entity.rows[0] ?? 0]?.push({ code: 'referrer/unknown', severity: 'warning', values: { value: name } });
  });

  const outcomes = new Map(written.map((result) => [result.entity, result]));
  byRow.forEach((entity, row) => {
    if (entity) decideRow(ledger, row, entity, { outcomes, reasons, failed, problems: problems[row] ?? [] });
  });
  const referred = written.flatMap(({ after }) => [...after.tagIds, ...Object.keys(after.customFields)]);
  return {
    ledger,
    edits: [...catalogues.usedBy(referred), ...written.flatMap((result) => result.edits)],
    newCustomers: written.filter((result) => !result.dossier).length,
  };
}

function valuesByLabel(entities: readonly Entity[]): (label: string) => readonly string[] {
  const byLabel = Map.groupBy(
    entities.flatMap(({ custom }) => [...custom]),
    ([label]) => foldText(label),
  );
  return (label) => (byLabel.get(foldText(label)) ?? []).map(([, value]) => value);
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
  { byRow: gathered }: GatheredCustomers,
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
      const code = entity.repeats.has(row) ? 'row/repeats' : 'row/same-as';
      own.push({ code, severity: 'warning', values: { line: lines[entity.rows[0] ?? 0] ?? 0 } });
    }
  }
  return { problems, byRow };
}

function neighbourProblem({ verdict, name }: Neighbour): Problem {
  return { code: neighbourProblems[verdict], severity: 'warning', values: { name } };
}

/** The records an entity becomes, compared with what is there. No edits: nothing would change. */
function write(
  entity: Entity,
  dossier: Dossier | undefined,
  { line, custom: read }: { line: number; custom: readonly CustomValue[] },
  catalogues: Catalogues,
  options: PlanOptions,
): Written {
  const from = { batchId: options.batchId, row: line };
  const origin = { kind: 'import' as const, ...from };
  const id = dossier?.customerId ?? (options.newId() as CustomerId);
  const before = dossier ? draftOf(dossier.customer) : undefined;
  const tagIds = [...entity.tagNames].map((name) => catalogues.tagId(name));
  const custom: Record<string, FieldValue> = {};
  for (const { fieldId, value } of read) if (value !== undefined) custom[fieldId] = value;
  const merge = options.policy === 'overwrite' ? overwrite : fillEmpty;
  const base = before
    ? merge(before, entity.draft)
    : { ...entity.draft, code: entity.draft.code ?? '', id, tagIds: [], customFields: {}, origin };
  const after: CustomerAfter = {
    ...base,
    id,
    tagIds: [...new Set([...base.tagIds, ...tagIds])],
    customFields:
      options.policy === 'overwrite' ? { ...base.customFields, ...custom } : { ...custom, ...base.customFields },
  };
  const edits: ImportEdit[] = [];
  if (!before || !isSameContent(before, after)) {
    edits.push({ table: 'customer', id, after, ...(dossier && { seen: dossier.customer.version, from }) });
  }
  edits.push(
    ...contactEdits(entity, id, dossier, line, options),
    ...timelineEdits(entity, id, dossier, origin, options),
  );
  return { entity, id, dossier, after, edits };
}

function draftOf(customer: Dossier['customer']): CustomerAfter {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = customer;
  return draft;
}

type Origin = CustomerAfter['origin'];

function contactEdits(
  { contacts }: Entity,
  customerId: CustomerId,
  dossier: Dossier | undefined,
  line: number,
  options: PlanOptions,
): ImportEdit[] {
  const known = dossier?.contact ?? [];
  const people = contacts.map((draft) => ({ draft, line }));
  return writePeople(people, { customerId, known }, options).flatMap(({ edit }) => edit ?? []);
}

/** A last contact and a next step that the list tells of, unless the timeline knows them already. */
function timelineEdits(
  entity: Entity,
  customerId: CustomerId,
  dossier: Dossier | undefined,
  origin: Origin,
  options: PlanOptions,
): ImportEdit[] {
  const edits: ImportEdit[] = [];
  const { lastContact, followUp } = entity;
  if (lastContact && !dossier?.interaction.some((contact) => contact.at.slice(0, 10) >= lastContact.slice(0, 10))) {
    const id = options.newId();
    const text = translate(options.language, 'import.lastContactText');
    edits.push({
      table: 'interaction',
      id,
      after: { id, customerId, at: lastContact, channel: 'other', direction: 'outbound', text, origin },
    });
  }
  if (followUp && !dossier?.followUp.some((plan) => plan.due.slice(0, 10) === followUp.due.slice(0, 10))) {
    const id = options.newId();
    const after = {
      id,
      customerId,
      title: followUp.title,
      due: followUp.due,
      status: 'open',
      kind: 'task',
      origin,
    } as const;
    edits.push({ table: 'followUp', id, after });
  }
  return edits;
}

/** The first field that the archive would refuse, so that one bad row does not stop the whole import. */
function invalidField({ after, edits }: Written): string | undefined {
  const field = refusedField('customer', after);
  if (field !== undefined) return field;
  for (const edit of edits) {
    const refused = edit.table === 'contact' ? refusedField('contact', edit.after) : undefined;
    if (refused !== undefined) return refused;
  }
  return undefined;
}

interface Verdicts {
  outcomes: ReadonlyMap<Entity, Written>;
  reasons: ReadonlyMap<Entity, SkipReason>;
  failed: ReadonlyMap<Entity, string>;
  problems: Problem[];
}

function decideRow(
  ledger: RowLedger,
  row: number,
  entity: Entity,
  { outcomes, reasons, failed, problems }: Verdicts,
): void {
  const field = failed.get(entity);
  if (field !== undefined) {
    ledger.decide(row, 'failed', [...problems, { code: 'row/invalid', severity: 'error', values: { field } }]);
    return;
  }
  const result = outcomes.get(entity);
  if (!result) {
    ledger.decide(row, 'skipped', problems, { reason: reasons.get(entity) ?? 'policy' });
    return;
  }
  const recordId = result.id;
  if (result.edits.length === 0) ledger.decide(row, 'skipped', problems, { reason: 'no-change', recordId });
  else if (entity.repeats.has(row)) ledger.decide(row, 'skipped', problems, { reason: 'no-change', recordId });
  else ledger.decide(row, row === entity.rows[0] && !result.dossier ? 'created' : 'updated', problems, { recordId });
}
