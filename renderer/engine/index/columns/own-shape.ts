import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { isRequirable } from '#shared/domain/customer/completeness.ts';

/*
 * What the columns make of the definitions of the archive's own fields, as lines that are kept beside the columns: `s`, the id
 * and the way in which values are searched, `r` and whose required field it is. Where a line is another than it was, what
 * depends on it is made anew, and nothing else is.
 */

/** How the values of a field are searched: as they stand, as yuan, or not at all. */
export type SearchedAs = 'text' | 'money' | null;

export function searchedAs({ type, archived }: CustomField): SearchedAs {
  if (archived === true || type === 'reference' || type === 'attachment' || type === 'formula') return null;
  return type === 'money' ? 'money' : 'text';
}

export function shapeOf(fields: readonly CustomField[]): string[] {
  return fields.flatMap((field) => {
    const searched = searchedAs(field);
    const { id, kinds = [], tagId = '', archived } = field;
    return [
      ...(searched === null ? [] : [`s ${id} ${searched}`]),
      ...(isRequirable(field) && archived !== true ? [`r ${id} ${kinds.join()} ${tagId}`] : []),
    ];
  });
}

/** What has to be made anew: the texts of these fields, and the completeness of everybody. */
export function compareShapes(
  before: readonly string[],
  after: readonly string[],
): { searched: Set<string>; isRequiredOtherwise: boolean } {
  const [was, is] = [new Set(before), new Set(after)];
  const changed = [...before.filter((line) => !is.has(line)), ...after.filter((line) => !was.has(line))];
  return {
    searched: new Set(changed.flatMap((line) => (line.startsWith('s ') ? (line.split(' ')[1] ?? []) : []))),
    isRequiredOtherwise: changed.some((line) => line.startsWith('r ')),
  };
}
