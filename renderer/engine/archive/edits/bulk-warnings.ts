import { valueKey } from '#shared/custom-fields/values.ts';
import { isFieldOf, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { CustomerDraft } from '#shared/domain/customer/draft-customer.ts';
import { isRequirable } from '#shared/domain/customer/completeness.ts';
import { customKey, type CustomKey } from '#shared/filter/fields.ts';
import type { BulkPreview, Twin } from '../../api.ts';

type BulkWarning = BulkPreview['warnings'][number];

/** Those outside the bin who have these values of a field. */
export type Holders = (field: CustomKey, values: string[]) => Twin[][];

/** Gathers what should not be so after a change of many: values that are missed, and those of several that should be of one. */
export class BulkWarnings {
  readonly #fields: ReadonlyMap<string, CustomField>;
  readonly #missed = new Map<CustomField, BulkWarning>();
  readonly #given = new Map<CustomField, Map<string, Twin[]>>();

  constructor(fields: readonly CustomField[]) {
    this.#fields = new Map(fields.map((field) => [customKey(field.id), field]));
  }

  /** One customer as it would be, with this field changed. */
  note(key: string, { id, name, kind, tagIds, customFields, answers }: CustomerDraft): void {
    const field = this.#fields.get(key);
    if (!field) return;
    const value = valueKey(customFields[field.id]);
    if (value === '') {
      if (answers?.[key] !== undefined || !isRequirable(field) || !isFieldOf(field, { kind, tagIds })) return;
      const known = this.#missed.get(field);
      if (known) known.count += 1;
      else this.#missed.set(field, { warning: 'required', field: key, count: 1, first: name });
    } else if (field.unique === true) {
      const values = this.#given.get(field) ?? new Map<string, Twin[]>();
      this.#given.set(field, values);
      const same = values.get(value);
      if (same) same.push({ id, name });
      else values.set(value, [{ id, name }]);
    }
  }

  close(holders: Holders): BulkWarning[] {
    const warnings = [...this.#missed.values()];
    for (const [field, values] of this.#given) {
      const key = customKey(field.id);
      const changed = new Set([...values.values()].flatMap((same) => same.map(({ id }) => id)));
      const others = holders(key, [...values.keys()]).map((held) => held.some(({ id }) => !changed.has(id)));
      const twins = [...values.values()].filter((same, at) => same.length > 1 || others[at] === true).flat();
      const [first] = twins;
      if (first) warnings.push({ warning: 'unique', field: key, count: twins.length, first: first.name });
    }
    return warnings;
  }
}
