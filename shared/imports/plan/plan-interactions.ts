import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { interactionKey } from '../../match/identity-keys.ts';
import { compactText } from '../../match/text.ts';
import type { InteractionRow } from '../read-interaction.ts';
import type { ReadRow } from '../read-row.ts';
import type { Buyers } from './find-buyers.ts';
import { loadDossiers } from './find-in-archive.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';
import { refusedField } from './refused-field.ts';
import type { KindPlan } from './row-ledger.ts';
import { customerOf, openRowsAbout, type RowAbout } from './rows-about.ts';

const keysAtOnce = 5_000;

type InteractionAfter = Extract<ImportEdit, { table: 'interaction' }>['after'];

interface Attached extends RowAbout<InteractionRow> {
  draft: InteractionAfter;
}

/** Decides for every row of a contact log what it does to the archive. */
export async function planInteractions(
  rows: readonly ReadRow<InteractionRow>[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<KindPlan> {
  const { ledger, reads, buyers } = await openRowsAbout(rows, lines, lookup, options);
  const attached: Attached[] = [];
  for (const { row, read } of reads) {
    const customerId = customerOf(read, buyers, options, () =>
      buyers.create(read.customer, lines[row] ?? 0, read.at?.slice(0, 10)),
    );
    if (customerId === undefined) ledger.decide(row, 'failed', read.problems);
    else attached.push({ row, read, draft: makeInteraction(read, customerId, lines[row] ?? 0, options) });
  }
  const isKnown = await existingInteractions(attached, lookup);
  const firsts = new Map<string, Attached>();
  for (const item of attached) {
    const key = interactionKey(item.draft);
    if (!firsts.has(key)) firsts.set(key, item);
  }
  const latest = latestOf([...firsts.values()]);
  const dossiers = await loadDossiers(lookup, neededDossiers(attached, latest, buyers));
  const edits: ImportEdit[] = [];
  for (const item of attached) {
    const { row, read, draft } = item;
    if (isKnown.has(row) || firsts.get(interactionKey(draft)) !== item) {
      ledger.decide(row, 'skipped', read.problems, { reason: isKnown.has(row) ? 'exists' : 'no-change' });
      continue;
    }
    const dossier = dossiers.get(draft.customerId);
    const contactId = dossier?.contact.find((person) => compactText(person.name) === compactText(read.contactName))?.id;
    if (contactId !== undefined) draft.contactId = contactId;
    else if (read.contactName !== '')
      draft.text = draft.text === '' ? read.contactName : `${draft.text}\n${read.contactName}`;
    const field = refusedField('interaction', draft);
    if (field !== undefined) {
      ledger.decide(row, 'failed', [...read.problems, { code: 'row/invalid', severity: 'error', values: { field } }]);
      continue;
    }
    edits.push({ table: 'interaction', id: draft.id, after: draft });
    if (latest.get(draft.customerId) === item) edits.push(...planNext(item, dossier, options));
    ledger.decide(row, 'created', read.problems, { recordId: draft.id });
  }
  const used = new Set(edits.flatMap((edit) => (edit.table === 'interaction' ? [edit.after.customerId] : [])));
  const customers = buyers.edits().filter((edit) => used.has(edit.after.id));
  return { ledger, edits: [...customers, ...edits], newCustomers: customers.length };
}

function makeInteraction(
  read: InteractionRow,
  customerId: CustomerId,
  line: number,
  options: PlanOptions,
): InteractionAfter {
  const { at = '', channel, direction, purpose, outcome, text, durationMin } = read;
  return {
    id: options.newId(),
    customerId,
    at,
    channel,
    direction,
    ...(purpose !== undefined && { purpose }),
    ...(outcome !== undefined && { outcome }),
    text,
    ...(durationMin !== undefined && { durationMin }),
    origin: { kind: 'import', batchId: options.batchId, row: line },
  };
}

async function existingInteractions(attached: readonly Attached[], lookup: ArchiveLookup): Promise<Set<number>> {
  const known = new Set<number>();
  for (let start = 0; start < attached.length; start += keysAtOnce) {
    const slice = attached.slice(start, start + keysAtOnce);
    const found = await lookup.existing(slice.map(({ draft }) => interactionKey(draft)));
    slice.forEach(({ row }, index) => {
      if (found[index]) known.add(row);
    });
  }
  return known;
}

/** The last contact with each customer: only what was planned there is still to be done. */
function latestOf(attached: readonly Attached[]): Map<CustomerId, Attached> {
  const latest = new Map<CustomerId, Attached>();
  for (const item of attached) {
    const known = latest.get(item.draft.customerId);
    if (!known || item.draft.at >= known.draft.at) latest.set(item.draft.customerId, item);
  }
  return latest;
}

function neededDossiers(
  attached: readonly Attached[],
  latest: ReadonlyMap<CustomerId, Attached>,
  buyers: Buyers,
): CustomerId[] {
  const created = new Set(buyers.edits().map((edit) => edit.after.id));
  const named = attached.filter(({ read }) => read.contactName !== '').map(({ draft }) => draft.customerId);
  const planned = [...latest].filter(([, { read }]) => read.followUp !== undefined).map(([customerId]) => customerId);
  return [...named, ...planned].filter((id) => !created.has(id));
}

/** The next step that a contact agreed on, unless it is planned already or the archive knows of a later contact. */
function planNext({ read, draft }: Attached, dossier: Dossier | undefined, options: PlanOptions): ImportEdit[] {
  const { followUp } = read;
  if (!followUp || followUp.due < draft.at.slice(0, 10)) return [];
  const isOutdated = dossier?.interaction.some((known) => !known.deletedAt && known.at > draft.at);
  const isPlanned = dossier?.followUp.some((known) => known.due.slice(0, 10) === followUp.due.slice(0, 10));
  if (isOutdated || isPlanned) return [];
  const id = options.newId();
  const { customerId, origin } = draft;
  const after = {
    id,
    customerId,
    title: followUp.title,
    due: followUp.due,
    channel: draft.channel,
    status: 'open',
    kind: 'task',
    origin,
  } as const;
  return [{ table: 'followUp', id, after }];
}
