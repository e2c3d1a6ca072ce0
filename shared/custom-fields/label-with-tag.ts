import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { foldText } from '../match/text.ts';

/** A field of a tag as it is called apart from its tag: `#展会 年份`. */
export function labelWithTag(tagName: string, label: string): string {
  return `#${tagName} ${label}`;
}

/** What files and formulas call the fields: by their labels, and with the tag where another field is called alike. */
export function fileLabels(
  fields: readonly CustomField[],
  tagName: (id: string) => string,
): (field: CustomField) => string {
  const uses = Map.groupBy(fields, ({ label }) => foldText(label));
  return ({ label, tagId }) => {
    const isAlone = uses.get(foldText(label))?.length === 1;
    return isAlone || tagId === undefined ? label : labelWithTag(tagName(tagId), label);
  };
}
