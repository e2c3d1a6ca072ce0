import { fileNamesOf } from '#shared/attachments/files-of-field.ts';
import { convertValue, textOf, type RetypeWords } from '#shared/custom-fields/retype.ts';
import { isFitting, readFieldValue, type FieldShape, type FieldValue } from '#shared/custom-fields/values.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { CustomerDraft } from '#shared/domain/customer/draft-customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { ListView } from '#shared/domain/list-view/list-view.ts';
import { withFieldValue } from '#shared/facts/typed.ts';
import { readWords } from '#shared/formats/values/word-list.ts';
import { rewriteFilter } from '#shared/rewrite/rewrite-filter.ts';
import { rewriteCustomer, rewriteRole, type Rewrite } from '#shared/rewrite/rewrite.ts';
import type { Edit, RetypePreview } from '../../api.ts';
import { draftOf } from '../../draft-of.ts';
import { Pace } from '../work-queue.ts';

/** Dossiers that are open at a time. */
const batch = 500;
const mostExamples = 6;
const mostLeft = 20;
const mostOptions = 500;

export type LoadDossiers = (ids: readonly string[]) => Promise<ReadonlyMap<string, Dossier>>;

async function* eachDossier(ids: readonly string[], load: LoadDossiers): AsyncGenerator<Dossier> {
  const pace = new Pace();
  for (let start = 0; start < ids.length; start += batch) {
    for (const dossier of (await load(ids.slice(start, start + batch))).values()) {
      yield dossier;
      await pace.step();
    }
  }
}

/** What the rewrites do to these customers and to the saved views; those that say the same afterwards are left out. */
export async function rewriteEdits(
  rewrites: readonly Rewrite[],
  customerIds: readonly string[],
  views: readonly ListView[],
  load: LoadDossiers,
): Promise<Edit[]> {
  const edits: Edit[] = [];
  for (const view of views) {
    const filter = rewrites.reduce(rewriteFilter, view.filter);
    if (filter !== view.filter) {
      edits.push({ table: 'listView', id: view.id, after: { ...draftOf(view), filter }, seen: view.version });
    }
  }
  const released = new Set(rewrites.flatMap((rewrite) => fileFieldOf(rewrite) ?? []));
  for await (const { customer, attachment, relation } of eachDossier(customerIds, load)) {
    for (const each of relation) {
      const role = rewrites.reduce(rewriteRole, each.role);
      if (role === each.role) continue;
      edits.push({ table: 'relation', id: each.id, after: { ...draftOf(each), role }, seen: each.version });
    }
    const draft = draftOf(customer);
    const after = rewrites.reduce(
      (each, rewrite) => rewriteCustomer(withFileNames(each, attachment, rewrite), rewrite),
      draft,
    );
    if (after !== draft) edits.push({ table: 'customer', id: customer.id, after, seen: customer.version });
    for (const file of attachment) {
      if (file.fieldId === undefined || !released.has(file.fieldId)) continue;
      const { fieldId: _before, ...rest } = draftOf(file);
      edits.push({ table: 'attachment', id: file.id, after: rest, seen: file.version });
    }
  }
  return edits;
}

/** The field of files that gets another type. */
function fileFieldOf(rewrite: Rewrite): string | null {
  return rewrite.kind === 'retype' && rewrite.from.type === 'attachment' ? rewrite.fieldId : null;
}

/** The names of the files of such a field as its value, from which it goes on. */
function withFileNames(draft: CustomerDraft, files: readonly Attachment[], rewrite: Rewrite): CustomerDraft {
  const fieldId = fileFieldOf(rewrite);
  const names = fieldId === null ? [] : fileNamesOf(files, fieldId);
  if (fieldId === null || names.length === 0 || draft.customFields[fieldId] !== undefined) return draft;
  return withFieldValue(draft, fieldId, names);
}

/** What a field comes to under another type. Options that nobody gave are taken from the values. */
export async function previewRetype(
  field: CustomField,
  to: FieldShape,
  words: RetypeWords,
  customerIds: readonly string[],
  load: LoadDossiers,
): Promise<RetypePreview> {
  const held: { name: string; value: FieldValue }[] = [];
  for await (const { customer, attachment } of eachDossier(customerIds, load)) {
    const names = field.type === 'attachment' ? fileNamesOf(attachment, field.id) : [];
    const value = customer.customFields[field.id] ?? (names.length > 0 ? names : undefined);
    if (value !== undefined) held.push({ name: customer.name, value });
  }
  const options = optionsFor(field, to, words, held);
  const shape = { ...to, options };
  const preview: RetypePreview = { converting: 0, fitting: 0, staying: 0, options, examples: [], left: [] };
  for (const { name, value } of held) {
    const after = convertValue(value, field, shape, words);
    const isMeant = isFitting(shape, after);
    if (isMeant && after !== value) {
      preview.converting += 1;
      const sides = { name, before: textOf(value, field, words), after: textOf(after, shape, words) };
      if (preview.examples.length < mostExamples) preview.examples.push(sides);
    } else if (isMeant) preview.fitting += 1;
    else {
      preview.staying += 1;
      const text = textOf(value, field, words);
      const read = readFieldValue(shape, text, words);
      const problem = 'problem' in read ? read.problem : 'fields.problem.lossy';
      if (preview.left.length < mostLeft) preview.left.push({ name, text, problem });
    }
  }
  return preview;
}

function optionsFor(
  field: CustomField,
  to: FieldShape,
  words: RetypeWords,
  held: readonly { value: FieldValue }[],
): string[] {
  if (to.type !== 'choice' && to.type !== 'choices') return field.options;
  const options = new Set([...field.options, ...to.options]);
  for (const { value } of held) {
    const text = textOf(value, field, words);
    for (const word of to.type === 'choices' ? readWords(text, 'firm') : [text]) {
      if (word !== '' && word.length <= 60 && options.size < mostOptions) options.add(word);
    }
  }
  return [...options];
}
