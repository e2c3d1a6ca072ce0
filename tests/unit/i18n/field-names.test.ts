import { describe, expect, it } from 'vitest';
import { tables, tableSchemas } from '#shared/domain/tables.ts';
import { messages } from '#shared/i18n/messages.ts';

/** Kept by Kebu itself and never shown as a change. */
const unsaid = new Set(['id', 'version', 'createdAt', 'updatedAt', 'deletedAt', 'customerId', 'origin']);

describe('the history', () => {
  it.each(tables)('has a name for every field of a record in %s', (table) => {
    const fields = Object.keys(tableSchemas[table].shape).filter((field) => !unsaid.has(field));
    const nameless = fields.filter(
      (field) => !(`field.${table}.${field}` in messages) && !(`field.${field}` in messages),
    );
    expect(nameless).toEqual([]);
  });
});
