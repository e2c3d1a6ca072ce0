import { isEqualValue } from '../../changes/record-content.ts';
import type { CustomerId } from '../../domain/customer/customer.ts';
import type { Problem } from '../problems.ts';
import { compactText } from '../../match/text.ts';
import type { PersonDraft, PersonRow } from '../read-person.ts';
import type { ReadRow } from '../read-row.ts';
import { loadDossiers } from './find-in-archive.ts';
import { fillPerson, isSameInFile } from './merge-people.ts';
import { writePeople, type WrittenPerson } from './people-edits.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';
import { refusedField } from './refused-field.ts';
import type { KindPlan, RowLedger } from './row-ledger.ts';
import { customerOf, openRowsAbout, type RowAbout } from './rows-about.ts';

type Row = RowAbout<PersonRow>;

/** Somebody as all rows of the file tell of them. */
interface Person {
  draft: PersonDraft;
  rows: Row[];
  /** Rows that only said again what rows before them had said. */
  repeats: Set<Row>;
}

/** Decides for every row of a list of contact persons what it does to the archive. */
export async function planContacts(
  rows: readonly ReadRow<PersonRow>[],
  lines: readonly number[],
  lookup: ArchiveLookup,
  options: PlanOptions,
): Promise<KindPlan> {
  const { ledger, reads, buyers } = await openRowsAbout(rows, lines, lookup, options);
  const rowsOf = new Map<CustomerId, Row[]>();
  for (const item of reads) {
    const { row, read } = item;
    const customerId = customerOf(read, buyers, options, () =>
      buyers.create(read.customer, lines[row] ?? 0, undefined, 'company'),
    );
    if (customerId === undefined) ledger.decide(row, 'failed', read.problems);
    else rowsOf.set(customerId, [...(rowsOf.get(customerId) ?? []), item]);
  }
  const created = new Set(buyers.edits().map((edit) => edit.after.id));
  const dossiers = await loadDossiers(
    lookup,
    [...rowsOf.keys()].filter((id) => !created.has(id)),
  );
  const edits: ImportEdit[] = [];
  const used = new Set<CustomerId>();
  for (const [customerId, theirs] of rowsOf) {
    const dossier = dossiers.get(customerId);
    if (dossier?.customer.kind === 'person') {
      const { name } = dossier.customer;
      for (const { read } of theirs)
        read.problems.push({ code: 'person/of-person', severity: 'warning', values: { name } });
    }
    const people = joinRows(theirs, lines, options);
    const drafts = people.map(({ draft, rows: [first] }) => ({ draft, line: lines[first?.row ?? 0] ?? 0 }));
    const written = writePeople(drafts, { customerId, known: dossier?.contact ?? [] }, options);
    written.forEach((result, at) => {
      const edit = decide(people[at], result, ledger, options);
      if (edit === undefined) return;
      edits.push(edit);
      used.add(customerId);
    });
  }
  const customers = buyers.edits().filter((edit) => used.has(edit.after.id));
  return { ledger, edits: [...customers, ...edits], newCustomers: customers.length };
}

/** The people of one customer; what several rows say of somebody comes together. */
function joinRows(rows: readonly Row[], lines: readonly number[], { policy }: PlanOptions): Person[] {
  const people: Person[] = [];
  for (const item of rows) {
    const { person, problems } = item.read;
    const known = policy === 'create-new' ? undefined : people.find(({ draft }) => isSameInFile(draft, person));
    if (!known) {
      people.push({ draft: person, rows: [item], repeats: new Set() });
      continue;
    }
    const draft = fillPerson(known.draft, person);
    const isRepeat = isEqualValue(draft, known.draft);
    if (isRepeat) known.repeats.add(item);
    const values = { line: lines[known.rows[0]?.row ?? 0] ?? 0 };
    problems.push({ code: isRepeat ? 'row/repeats' : 'person/same-as', severity: 'warning', values });
    known.draft = draft;
    known.rows.push(item);
  }
  return people;
}

/** How many rows tell of somebody of whom an earlier one told, as far as the file alone shows it. */
export function countSamePeople(reads: readonly PersonRow[]): number {
  const staffs = new Map<string, PersonDraft[]>();
  let count = 0;
  for (const { customer, person } of reads) {
    const key = compactText(customer.code || customer.name);
    const staff = staffs.get(key) ?? [];
    if (staff.some((known) => isSameInFile(known, person))) count += 1;
    else staffs.set(key, [...staff, person]);
  }
  return count;
}

/** Decides the rows of a person; what is to be written, if anything is. */
function decide(
  person: Person | undefined,
  { id, isNew, edit }: WrittenPerson,
  ledger: RowLedger,
  { policy }: PlanOptions,
): ImportEdit | undefined {
  const field = edit && refusedField('contact', edit.after);
  const isLeft = !isNew && policy === 'skip';
  person?.rows.forEach((item, at) => {
    const { row, read } = item;
    if (field !== undefined) {
      const problem: Problem = { code: 'row/invalid', severity: 'error', values: { field } };
      ledger.decide(row, 'failed', [...read.problems, problem]);
    } else if (edit === undefined || person.repeats.has(item))
      ledger.decide(row, 'skipped', read.problems, { reason: 'no-change', recordId: id });
    else if (isLeft) ledger.decide(row, 'skipped', read.problems, { reason: 'policy', recordId: id });
    else ledger.decide(row, isNew && at === 0 ? 'created' : 'updated', read.problems, { recordId: id });
  });
  return field === undefined && !isLeft ? edit : undefined;
}
