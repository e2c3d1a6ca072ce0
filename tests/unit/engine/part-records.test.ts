import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '#shared/archive/text.ts';
import { packParts } from '../../../renderer/engine/archive/rows/part-records.ts';

/** Whatever JSON can hold, quotes, braces and backslashes above all. */
const text = fc.string({
  unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', '客', '😀', '\n', 'a'),
  maxLength: 12,
});
const record = fc.dictionary(fc.oneof(text, fc.constant('id')), fc.oneof(text, fc.jsonValue()), { maxKeys: 4 });
const part = fc.record(
  {
    customer: fc.array(record, { maxLength: 1 }),
    interaction: fc.array(record, { maxLength: 4 }),
    order: fc.array(record, { maxLength: 3 }),
    history: fc.array(record, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

describe('the records taken out of sealed parts', () => {
  it('are the lines that JSON makes of them, table by table, the history as one at the end', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), text, (parts, customerId) => {
        const tables = (['customer', 'interaction', 'order'] as const).flatMap((table) =>
          parts.flatMap((each) => (each[table] ?? []).map((own) => ({ table, json: JSON.stringify(own) }))),
        );
        const entries = parts.flatMap((each) => each.history ?? []);
        const history = entries.length > 0 ? [{ table: 'history', json: JSON.stringify({ customerId, entries }) }] : [];
        const packed = packParts(
          customerId,
          parts.map((each) => encodeText(JSON.stringify(each))),
        ).map(({ table, json }) => ({ table, json: decodeText(json) }));
        const inOrder = ['customer', 'interaction', 'order', 'history'].flatMap((table) =>
          packed.filter((each) => each.table === table),
        );
        expect(inOrder).toEqual([...tables, ...history]);
      }),
    );
  });
});
