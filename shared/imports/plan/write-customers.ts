import { isEqualValue } from '../../changes/record-content.ts';
import type { FieldValue } from '../../custom-fields/values.ts';
import { sourceOfCampaign } from '../../domain/campaign/campaign.ts';
import type { CustomerId } from '../../domain/customer/customer.ts';
import { translate } from '../../i18n/translate.ts';
import { foldText } from '../../match/text.ts';
import type { Problem, ProblemCode } from '../problems.ts';
import { openCatalogues, type Catalogues, type CustomValue } from './catalogues.ts';
import { draftAbout, type Entity, type Neighbour } from './customer-entities.ts';
import { findInArchive, type Found, type KnownCustomer } from './find-in-archive.ts';
import { fillEmpty, overwrite } from './merge-customers.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';
import { writePeople } from './people-edits.ts';
import { refusedField } from './refused-field.ts';
import { resolveReferrers } from './referrers.ts';
import { openingEdits } from './openings.ts';
import { pictureEdits } from './pictures.ts';
import { resolveRelatives } from './relatives.ts';
import { resolveReferences, type WantedReference } from './references.ts';
import type { CustomerAfter, Written } from './written.ts';

/** Customers between two reports of progress. */
const reportEvery = 1_000;

const neighbourProblems: Readonly<Record<Neighbour['verdict'], ProblemCode>> = {
  household: 'match/shared-phone',
  contact: 'match/shared-phone',
  namesake: 'match/namesake',
  branch: 'match/branch',
  'numbered-apart': 'match/numbered-apart',
};

/** What the customers of a file become; whoever is in neither is left as they are. */
export interface WrittenCustomers {
  written: Written[];
  /** The field that the archive would refuse. */
  failed: ReadonlyMap<Entity, string>;
  catalogues: Catalogues;
}

/**
 * Finds the customers of a file in the archive and writes them over who is there. `onProblem` hears what is noticed about one of
 * them.
 */
export async function writeCustomers(
  entities: readonly Entity[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
  onProblem: (entity: Entity, problem: Problem) => void,
): Promise<WrittenCustomers> {
  const { policy } = options;
  const onProgress: PlanOptions['onProgress'] = (done, total) => options.onProgress(done, total);
  const found: ReadonlyMap<Entity, Found> =
    policy === 'create-new' ? new Map() : await findInArchive(lookup, entities, onProgress);
  const catalogues = await openCatalogues(lookup, options, valuesByLabel(entities));
  const written: Written[] = [];
  const failed = new Map<Entity, string>();
  const wanted = new Map<Written, WantedReference[]>();
  for (const [count, entity] of entities.entries()) {
    if (count % reportEvery === 0) await onProgress(entities.length, entities.length);
    const { dossier, neighbour } = found.get(entity) ?? {};
    if (neighbour) onProblem(entity, neighbourProblem(neighbour));
    const custom = Array.from(entity.custom, ([label, value]) => catalogues.customValue(label, value));
    const references = custom.flatMap(({ reference }) => reference ?? []);
    for (const { problem } of custom) if (problem) onProblem(entity, problem);
    const line = lines[entity.rows[0] ?? 0] ?? 0;
    const result = write(entity, dossier, { line, custom }, catalogues, options);
    const field = invalidField(result);
    const isLeft = dossier !== undefined && policy === 'skip';
    if (field !== undefined) failed.set(entity, field);
    // Whoever is there already is left as they are.
    else if (!isLeft || result.edits.length === 0) {
      written.push(result);
      if (references.length > 0 && !isLeft) wanted.set(result, references);
    }
  }
  await resolveReferences(
    {
      written,
      wanted,
      policy,
      onProblem: ({ entity }, { label, text }, { problem }) => {
        const values = { label, value: text.slice(0, 60) };
        onProblem(entity, { code: `reference/${problem}`, severity: 'warning', values });
      },
    },
    lookup,
  );
  await resolveReferrers({ written, entities, policy }, lookup, options.language, (entity, name) => {
    onProblem(entity, { code: 'referrer/unknown', severity: 'warning', values: { value: name } });
  });
  await resolveRelatives(written, lines, lookup, options, (entity, { label, name }) => {
    onProblem(entity, { code: 'related/unknown', severity: 'warning', values: { value: name, label } });
  });
  for (const result of written) result.edits.push(...pictureEdits(result, lines, options));
  return { written, failed, catalogues };
}

function valuesByLabel(entities: readonly Entity[]): (label: string) => readonly string[] {
  const byLabel = Map.groupBy(
    entities.flatMap(({ custom }) => [...custom]),
    ([label]) => foldText(label),
  );
  return (label) => (byLabel.get(foldText(label)) ?? []).map(([, value]) => value);
}

export function neighbourProblem({ verdict, name }: Neighbour): Problem {
  return { code: neighbourProblems[verdict], severity: 'warning', values: { name } };
}

/** The records an entity becomes, compared with what is there. No edits: nothing would change. */
function write(
  entity: Entity,
  dossier: KnownCustomer | undefined,
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
  const draft = ofCampaign(entity, before, catalogues, options);
  const base = before
    ? merge(before, draft)
    : { ...draft, code: draft.code ?? '', id, tagIds: [], customFields: {}, origin };
  const after: CustomerAfter = {
    ...base,
    id,
    tagIds: [...new Set([...base.tagIds, ...tagIds])],
    customFields:
      options.policy === 'overwrite' ? { ...base.customFields, ...custom } : { ...custom, ...base.customFields },
  };
  const edits: ImportEdit[] = [];
  if (!before || !isEqualValue(before, after)) {
    edits.push({ table: 'customer', id, after, ...(dossier && { seen: dossier.customer.version, from }) });
  }
  edits.push(
    ...contactEdits(entity, id, dossier, line, options),
    ...timelineEdits(entity, id, dossier, origin, options),
    ...openingEdits(entity, id, dossier?.sales ?? { openings: [], netFen: 0 }, line, options),
  );
  return { entity, id, dossier, after, edits };
}

/** With the campaign that the row names, or that the whole file is of; whoever came by it was found by it, if nothing else is said. */
function ofCampaign(
  entity: Entity,
  there: CustomerAfter | undefined,
  catalogues: Catalogues,
  options: PlanOptions,
): Entity['draft'] {
  const draft = there ? draftAbout(entity, there) : entity.draft;
  const ofFile = there?.campaign === undefined ? options.campaign : undefined;
  const campaign = entity.campaign === '' ? ofFile : catalogues.campaignCode(entity.campaign);
  if (campaign === undefined) return draft;
  const source = sourceOfCampaign(
    options.words?.find(({ list, key }) => list === 'campaign' && key === campaign)?.campaign,
  );
  return { ...draft, campaign, ...(draft.source === undefined && source !== undefined && { source }) };
}

export function draftOf(customer: KnownCustomer['customer']): CustomerAfter {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = customer;
  return draft;
}

type Origin = CustomerAfter['origin'];

function contactEdits(
  { contacts }: Entity,
  customerId: CustomerId,
  dossier: KnownCustomer | undefined,
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
  dossier: KnownCustomer | undefined,
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
