import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { FormulaBook } from '../formula/fields.ts';

/**
 * Fields as screens treat them: a formula under the type of what it comes to, so that it is said, sorted and asked for like
 * anything that was entered. That it computes itself is still told by `formula`.
 */
export function asShown(fields: readonly CustomField[]): CustomField[] {
  const book = new FormulaBook(fields, () => () => null);
  return fields.map((field) => {
    if (field.type !== 'formula') return field;
    const compiled = book.of(field);
    return { ...field, type: 'kind' in compiled ? compiled.kind : 'text' };
  });
}
