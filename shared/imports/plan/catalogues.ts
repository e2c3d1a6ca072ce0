import { labelWithTag } from '../../custom-fields/label-with-tag.ts';
import { optionOf, readFieldValue, type FieldValue } from '../../custom-fields/values.ts';
import { inFieldOrder, type CustomField } from '../../domain/custom-field/custom-field.ts';
import { isReference, isTypable } from '../../facts/typed.ts';
import { readWords } from '../../formats/values/word-list.ts';
import { joinWords } from '../../i18n/format.ts';
import { cleanText, compactText, foldText } from '../../match/text.ts';
import { readOwnCode } from '../../words/coded-words.ts';
import type { Problem } from '../problems.ts';
import type { OrderRow } from '../read-order.ts';
import { guessFieldType, type GuessedType } from './guess-field-type.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';
import type { WantedReference } from './references.ts';

/** Tags, custom fields and products by name: those of the archive, and new ones as the rows need them. */
export interface Catalogues {
  tagId(name: string): string;
  /** The code of a campaign of this name, made when new. */
  campaignCode(name: string): string;
  /** The field of a column, created when new, and what a cell means in it. */
  customValue(label: string, text: string): CustomValue;
  /** The product of a line: by code, created when new; without a code by its exact name, if there is one. */
  productId(row: OrderRow, line: number): string | undefined;
  /** The new records that are referred to by these ids. */
  usedBy(ids: Iterable<string>): ImportEdit[];
}

export interface CustomValue {
  fieldId: string;
  /** Absent for what a column cannot fill. */
  value?: FieldValue | undefined;
  problem?: Problem | undefined;
  /** Of a field that means a customer: who is meant is found once all rows are read. */
  reference?: WantedReference | undefined;
}

const mostOptions = 500;
const longestOption = 60;

/** `valuesOf` tells what the file holds for a field that the archive has not got yet. */
export async function openCatalogues(
  lookup: ArchiveLookup,
  options: PlanOptions,
  valuesOf: (label: string) => readonly string[] = () => [],
): Promise<Catalogues> {
  const [tags, fields, products] = await Promise.all([lookup.tags(), lookup.customFields(), lookup.products()]);
  const tagIds = new Map(tags.map((tag) => [foldText(tag.name), tag.id]));
  // Fields of tags may be called alike; those of everybody come first.
  const inUse = inFieldOrder(fields).filter((field) => field.archived !== true);
  const known = [...inUse.filter((field) => field.tagId !== undefined), ...inUse.filter((field) => !field.tagId)];
  const tagNames = new Map(tags.map((tag) => [tag.id, tag.name]));
  const withTags = known.flatMap(({ id, label, tagId }): [string, string][] => {
    const tag = tagId === undefined ? undefined : tagNames.get(tagId);
    return tag === undefined ? [] : [[foldText(labelWithTag(tag, label)), id]];
  });
  const fieldIds = new Map([...withTags, ...known.map(({ id, label }): [string, string] => [foldText(label), id])]);
  const fieldById = new Map(known.map((field) => [field.id, field]));
  const campaignIds = new Map<string, string>();
  const newTypes = new Map<string, GuessedType>();
  /** Fields that no column can fill, of which each is told of once and not at every cell. */
  const told = new Set<string>();
  const productIds = new Map<string, string>();
  for (const product of products) {
    if (product.sku !== '') productIds.set(`sku:${compactText(product.sku)}`, product.id);
    productIds.set(`name:${compactText(product.name)}`, product.id);
  }
  const edits: ImportEdit[] = [];

  const idOf = (ids: Map<string, string>, key: string, create: (id: string) => ImportEdit): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = options.newId();
    ids.set(key, id);
    edits.push(create(id));
    return id;
  };

  return {
    campaignCode: (name) => {
      const known = readOwnCode('campaign', name, options.words ?? []);
      if (known !== undefined) return known;
      const campaign = { kind: 'other' } as const;
      const about = (id: string) => ({ id, list: 'campaign' as const, key: `own:${id}`, name, campaign });
      return `own:${idOf(campaignIds, foldText(name), (id) => ({ table: 'word', id, after: about(id) }))}`;
    },
    tagId: (name) => idOf(tagIds, foldText(name), (id) => ({ table: 'tag', id, after: { id, name } })),
    customValue(label, text) {
      const fieldId = idOf(fieldIds, foldText(label), (id) => {
        const type = guessFieldType(label, valuesOf(label), options);
        newTypes.set(id, type);
        return { table: 'customField', id, after: { id, label, type, options: [] } };
      });
      const newType = newTypes.get(fieldId);
      if (newType) {
        const read = readFieldValue({ type: newType, options: [] }, text, options);
        return { fieldId, value: 'problem' in read ? text : read.value };
      }
      const field = fieldById.get(fieldId);
      if (!field) return { fieldId, value: text };
      if (isReference(field)) return { fieldId, reference: { fieldId, label: field.label, text } };
      if (!isTypable(field)) {
        if (told.has(fieldId)) return { fieldId };
        told.add(fieldId);
        return {
          fieldId,
          problem: warning(field.type === 'attachment' ? 'custom/files' : 'custom/computed', { label }),
        };
      }
      const added = missingOptions(field, text);
      if (added.length > 0) {
        const options = [...field.options, ...added];
        fieldById.set(fieldId, { ...field, options });
        putOptions(edits, field, options);
      }
      const read = readFieldValue(fieldById.get(fieldId) ?? field, text, options);
      const problem =
        'problem' in read
          ? warning('custom/unfit', { label, value: text.slice(0, 60) })
          : added.length > 0
            ? warning('custom/option', { label, value: joinWords(options.language, added) })
            : undefined;
      return { fieldId, value: 'problem' in read ? text : read.value, problem };
    },
    productId(row, line) {
      if (row.sku === '') return productIds.get(`name:${compactText(row.product)}`);
      return idOf(productIds, `sku:${compactText(row.sku)}`, (id) => ({
        table: 'product',
        id,
        after: {
          id,
          sku: row.sku,
          name: (row.product || row.sku).slice(0, 200),
          ...(row.unit !== '' && { unit: row.unit }),
          ...(row.unitPriceFen !== undefined && { priceFen: row.unitPriceFen }),
          active: true,
          origin: { kind: 'import', batchId: options.batchId, row: line },
        },
      }));
    },
    usedBy(ids) {
      const used = new Set(ids);
      return edits.filter((edit) => used.has(edit.id));
    },
  };
}

function warning(code: Problem['code'], values: Problem['values']): Problem {
  return { code, severity: 'warning', values };
}

/** Words of a cell that the choice does not know yet, as far as there is room for them. */
function missingOptions(field: CustomField, text: string): string[] {
  if (field.type !== 'choice' && field.type !== 'choices') return [];
  const words = field.type === 'choice' ? [cleanText(text)] : readWords(text, 'firm');
  const missing = words.filter(
    (word) => word !== '' && word.length <= longestOption && optionOf(field, word) === undefined,
  );
  return [...new Set(missing)].slice(0, Math.max(0, mostOptions - field.options.length));
}

function putOptions(edits: ImportEdit[], field: CustomField, options: string[]): void {
  const { version: seen, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = field;
  const at = edits.findIndex((edit) => edit.id === field.id);
  const edit: ImportEdit = { table: 'customField', id: field.id, after: { ...draft, options }, seen };
  if (at < 0) edits.push(edit);
  else edits[at] = edit;
}
