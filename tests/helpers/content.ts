import * as fc from 'fast-check';
import type { ContentEntry } from '#shared/archive/content.ts';
import type { ContentOrigin } from '#shared/archive/pack-content.ts';
import { customerIdSchema } from '#shared/domain/customer/customer.ts';
import { defaultClassParameters } from '#shared/domain/class-scheme/class-scheme.ts';
import { anyText } from './any-text.ts';

const at = '2026-03-01T08:00:00.000Z';
const base = { version: 1, createdAt: at, updatedAt: at };
const origin = { kind: 'manual' as const };

export const anOrigin: ContentOrigin = {
  archiveId: '0123456789abcdef',
  seq: 42,
  generation: 1,
  createdAt: '2026-03-01T09:30:00.000Z',
  appVersion: '0.1.0',
};

/** A whole dossier: a record of each of its tables, with text that is awkward to store. */
export function aDossier(number: number, text = `备注 ${number}: “引号”, \\ 反斜线\n第二行\u2028🀄 `): ContentEntry[] {
  const customerId = customerIdSchema.parse(`customer-${number}`);
  const own = { ...base, customerId, origin };
  return [
    {
      table: 'customer',
      record: {
        ...base,
        id: customerId,
        code: `C${number}`,
        kind: 'person',
        name: `张三${number}`,
        aliases: ['老张'],
        phones: [{ raw: '138 0013 8000', e164: '+8613800138000', kind: 'mobile' }],
        emails: [],
        ims: [],
        addresses: [],
        anniversaries: [],
        birthday: { calendar: 'lunar', month: 8, day: 15 },
        doNotContact: [],
        tagIds: ['tag-1'],
        customFields: { 'field-1': text.slice(0, 5000) },
        note: text,
        origin,
      },
    },
    {
      table: 'contact',
      record: { ...own, id: `contact-${number}`, name: '李四', phones: [], emails: [], ims: [] },
    },
    {
      table: 'interaction',
      record: {
        ...own,
        id: `interaction-${number}`,
        at: '2026-02-28T23:59',
        channel: 'phone',
        direction: 'outbound',
        text,
      },
    },
    {
      table: 'followUp',
      record: { ...own, id: `follow-${number}`, title: '回访', due: '2026-04-01', status: 'open', kind: 'task' },
    },
    {
      table: 'order',
      record: {
        ...own,
        id: `order-${number}`,
        no: `NO${number}`,
        date: '2026-02-27',
        type: 'sale',
        lines: [{ text: '龙井', qtyMilli: 1500, amountFen: 26800 }],
        discountFen: 0,
        totalFen: 26800,
      },
    },
    {
      table: 'classChange',
      record: {
        ...base,
        id: `change-${number}`,
        customerId,
        dimension: 'value',
        to: 'high',
        asOf: '2026-03-01',
        cause: 'event',
      },
    },
    {
      table: 'relation',
      record: {
        ...own,
        id: `relation-${number}`,
        other: { name: '李四' },
        role: 'spouse',
        from: '2019-05-20',
        note: '老友',
      },
    },
    {
      table: 'history',
      record: {
        customerId,
        entries: [
          {
            table: 'customer',
            recordId: customerId,
            field: 'note',
            before: null,
            after: text,
            at,
            changeSetId: 'set-1',
          },
        ],
      },
    },
  ];
}

/** A file of one of these customers. Not part of `aDossier`: what names files needs them beside it. */
export function anAttachment(number: number, sha256 = 'b'.repeat(64), sizeBytes = 10): ContentEntry {
  const customerId = customerIdSchema.parse(`customer-${number}`);
  const about = { name: '报价.pdf', mediaType: 'application/pdf', sizeBytes, sha256, addedAt: '2026-03-01T10:00' };
  return { table: 'attachment', record: { ...base, id: `file-${number}`, customerId, ...about, origin } };
}

/** One record of each table that belongs to the archive as a whole. */
export function aCatalogue(): ContentEntry[] {
  return [
    { table: 'product', record: { ...base, id: 'product-1', sku: 'LJ', name: '龙井', active: true, origin } },
    { table: 'tag', record: { ...base, id: 'tag-1', name: '老客' } },
    {
      table: 'keptSale',
      record: {
        ...base,
        id: 'sale-1',
        no: 'NO0',
        date: '2020-02-27',
        type: 'sale',
        lines: [{ productId: 'product-1', qtyMilli: 1000, amountFen: 12800 }],
        discountFen: 0,
        totalFen: 12800,
      },
    },
    { table: 'customField', record: { ...base, id: 'field-1', label: '口味', type: 'text', options: [] } },
    { table: 'classScheme', record: { ...base, id: 'scheme', parameters: defaultClassParameters } },
    { table: 'template', record: { ...base, id: 'template-1', title: '问候', body: '{{name}}您好' } },
    {
      table: 'listView',
      record: {
        ...base,
        id: 'view-1',
        name: '要联系的',
        place: 1,
        filter: {
          join: 'and',
          parts: [{ field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -90 } } }],
        },
        sort: [{ column: 'revenue', descending: true }],
        layout: { order: ['name', 'phone'], shown: { risk: true }, widths: { name: 240 }, pinned: ['name'] },
      },
    },
    {
      table: 'distinctPair',
      record: {
        ...base,
        id: 'pair-1',
        between: [customerIdSchema.parse('customer-1'), customerIdSchema.parse('customer-2')],
      },
    },
    { table: 'relationKind', record: { ...base, id: 'kind-1', name: '师傅', inverseName: '徒弟' } },
    { table: 'word', record: { ...base, id: 'word-1', list: 'source', key: 'own:word-1', name: '茶博会' } },
    {
      table: 'importBatch',
      record: {
        ...base,
        id: 'batch-1',
        fileName: '客户.csv',
        sha256: 'a'.repeat(64),
        sizeBytes: 100,
        encoding: 'gb18030',
        kind: 'customers',
        mapping: { 姓名: 'name' },
        rowsRead: 1,
        created: 1,
        updated: 0,
        skipped: 0,
        failed: 0,
      },
    },
    { table: 'settings', record: { ...base, id: 'settings', shopName: '茶庄' } },
  ];
}

/** Groups of whole dossiers with arbitrary texts, the catalogue first. */
export const contentArbitrary: fc.Arbitrary<ContentEntry[][]> = fc
  .array(fc.array(fc.tuple(fc.nat(), anyText({ maxLength: 60 })), { maxLength: 4 }), { maxLength: 4 })
  .map((groups) => [aCatalogue(), ...groups.map((group) => group.flatMap(([number, text]) => aDossier(number, text)))]);

/** So that two sets of records compare, whatever the order in which they were stored. */
export function inOneOrder(entries: readonly ContentEntry[]): ContentEntry[] {
  const keyOf = ({ table, record }: ContentEntry) => `${table} ${'id' in record ? record.id : record.customerId}`;
  return entries
    .map(({ table, record }) => ({ table, record }) as ContentEntry)
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of source) found.push(item);
  return found;
}

export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
