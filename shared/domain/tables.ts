import * as z from 'zod';
import { attachmentSchema } from './attachment/attachment.ts';
import { classChangeSchema } from './class-change/class-change.ts';
import { classSchemeSchema } from './class-scheme/class-scheme.ts';
import { contactSchema } from './contact/contact.ts';
import { customFieldSchema } from './custom-field/custom-field.ts';
import { customerSchema } from './customer/customer.ts';
import { distinctPairSchema } from './distinct-pair/distinct-pair.ts';
import { followUpSchema } from './follow-up/follow-up.ts';
import { importBatchSchema } from './import-batch/import-batch.ts';
import { keptSaleSchema } from './kept-sale/kept-sale.ts';
import { interactionSchema } from './interaction/interaction.ts';
import { listViewSchema } from './list-view/list-view.ts';
import { orderSchema } from './order/order.ts';
import { productSchema } from './product/product.ts';
import { quickCheckOf } from './quick-check.ts';
import { relationSchema } from './relation/relation.ts';
import { relationKindSchema } from './relation-kind/relation-kind.ts';
import { settingsSchema } from './settings/settings.ts';
import { tagSchema } from './tag/tag.ts';
import { templateSchema } from './template/template.ts';
import { wordSchema } from './word/word.ts';

/** Tables whose records belong to one customer and are stored in that customer's dossier. */
export const dossierSchemas = {
  customer: customerSchema,
  contact: contactSchema,
  interaction: interactionSchema,
  followUp: followUpSchema,
  order: orderSchema,
  classChange: classChangeSchema,
  relation: relationSchema,
  attachment: attachmentSchema,
} as const;

/** Tables that belong to the archive as a whole. */
export const catalogueSchemas = {
  product: productSchema,
  tag: tagSchema,
  customField: customFieldSchema,
  classScheme: classSchemeSchema,
  template: templateSchema,
  listView: listViewSchema,
  relationKind: relationKindSchema,
  word: wordSchema,
  importBatch: importBatchSchema,
  keptSale: keptSaleSchema,
  distinctPair: distinctPairSchema,
  settings: settingsSchema,
} as const;

export const tableSchemas = { ...dossierSchemas, ...catalogueSchemas } as const;

export type DossierTable = keyof typeof dossierSchemas;
export type CatalogueTable = keyof typeof catalogueSchemas;
export type Table = keyof typeof tableSchemas;
export type RecordOf<T extends Table> = z.infer<(typeof tableSchemas)[T]>;
export type AnyRecord = RecordOf<Table>;

export const dossierTables = Object.keys(dossierSchemas) as DossierTable[];
export const catalogueTables = Object.keys(catalogueSchemas) as CatalogueTable[];
export const tables = [...dossierTables, ...catalogueTables];
export const tableSchema = z.enum(tables as [Table, ...Table[]]);

export function isDossierTable(table: Table): table is DossierTable {
  return Object.hasOwn(dossierSchemas, table);
}

const quickChecks = new Map<Table, (value: unknown) => boolean>();

/** Whether a record is as its table's schema wants it; asks the schema only where the quick check is not sure. */
export function isValidRecord(table: Table, record: unknown): boolean {
  let check = quickChecks.get(table);
  if (!check) {
    check = quickCheckOf(tableSchemas[table]);
    quickChecks.set(table, check);
  }
  return check(record) || tableSchemas[table].safeParse(record).success;
}
