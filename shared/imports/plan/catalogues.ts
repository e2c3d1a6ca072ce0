import { compactText, foldText } from '../../match/text.ts';
import type { OrderRow } from '../read-order.ts';
import type { ArchiveLookup, ImportEdit, PlanOptions } from './plan.ts';

/** Tags, custom fields and products by name: those of the archive, and new ones as the rows need them. */
export interface Catalogues {
  tagId(name: string): string;
  customFieldId(label: string): string;
  /** The product of a line: by code, created when new; without a code by its exact name, if there is one. */
  productId(row: OrderRow, line: number): string | undefined;
  /** The new records that are referred to by these ids. */
  usedBy(ids: Iterable<string>): ImportEdit[];
}

export async function openCatalogues(lookup: ArchiveLookup, options: PlanOptions): Promise<Catalogues> {
  const [tags, fields, products] = await Promise.all([lookup.tags(), lookup.customFields(), lookup.products()]);
  const tagIds = new Map(tags.map((tag) => [foldText(tag.name), tag.id]));
  const fieldIds = new Map(fields.map((field) => [foldText(field.label), field.id]));
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
    tagId: (name) => idOf(tagIds, foldText(name), (id) => ({ table: 'tag', id, after: { id, name } })),
    customFieldId: (label) =>
      idOf(fieldIds, foldText(label), (id) => ({
        table: 'customField',
        id,
        after: { id, label, type: 'text', options: [] },
      })),
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
