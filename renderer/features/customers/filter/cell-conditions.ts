import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { dimensions, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { customIdOf } from '#shared/filter/fields.ts';
import type { Condition, Test } from '#shared/filter/filter.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { fieldOfColumn } from './field-of-column.ts';
import { kindOf } from './operators.ts';

/** Longer texts are no filter (see `testSchema`). */
const longest = 200;
const mostValues = 3;

/**
 * What a cell can narrow the list to: those with the same value and those without it; of numbers those with as much or more, and with
 * as much or less; of an empty cell those who have none, and those who have one.
 */
export function cellConditions(
  row: CustomerRow,
  column: string,
  customFields: readonly CustomField[],
): readonly Condition[] {
  const field = fieldOfColumn(column);
  if (field === null) return [];
  const values = valuesOf(row, column);
  const filled: Condition = { field, test: { is: 'filled' } };
  if (values.length === 0) return [{ ...filled, not: true }, filled];
  const alike = (tests: readonly Test[]): Condition[] => {
    const [only] = tests;
    const positive = tests.map((test) => ({ field, test }));
    return tests.length === 1 && only ? [...positive, { field, not: true, test: only }] : positive;
  };
  const [first = ''] = values;
  switch (kindOf(field, customFields)) {
    case 'choice':
      return alike([{ is: 'any', of: [first] }]);
    case 'set':
      return alike([values.length === 1 ? { is: 'any', of: [first] } : { is: 'all', of: [...values] }]);
    case 'text':
      if (isOther(column, customFields)) return [filled, { ...filled, not: true }];
      return alike(
        values
          .filter((text) => text.length <= longest)
          .slice(0, mostValues)
          .map((text) => ({ is: 'equals', text })),
      );
    case 'day':
      // As it is celebrated every year.
      if (field === 'birthday') return [filled, { ...filled, not: true }];
      return alike([{ is: 'days', from: { on: first.slice(0, 10) }, to: { on: first.slice(0, 10) } }]);
    case 'flag':
      return first === 'true' ? alike([{ is: 'yes' }]) : alike([{ is: 'yes' }]).toReversed();
    case 'number':
    case 'money':
    case 'sum':
      return [
        { field, test: { is: 'between', min: Number(first) } },
        { field, test: { is: 'between', max: Number(first) } },
      ];
    case 'file':
    case 'goods':
      return [filled, { ...filled, not: true }];
  }
}

/** Whose cells hold ids of customers, or what was computed. */
function isOther(column: string, customFields: readonly CustomField[]): boolean {
  const type = customFields.find(({ id }) => id === customIdOf(column))?.type;
  return type === 'reference' || type === 'formula';
}

const none: readonly string[] = [];

/** As filters compare them. */
function valuesOf(row: CustomerRow, column: string): readonly string[] {
  if (isDimension(column)) return [row.classes[column]];
  switch (column) {
    case 'tagIds':
      return row.tagIds;
    case 'name':
    case 'organization':
    case 'title':
    case 'phone':
      return row[column] === '' ? none : [row[column]];
    case 'lastContact':
    case 'lastPurchase':
      return row[column] === null ? none : [row[column]];
    case 'nextFollowUp':
      return row.nextFollowUp === null ? none : [row.nextFollowUp.due];
    case 'revenue':
      return [String(row.revenueFen)];
    case 'purchases':
      return [String(row.purchases)];
    case 'completeness':
      return [String(row.completenessPercent)];
    default:
      return row.details[column]?.split('\n') ?? none;
  }
}

function isDimension(column: string): column is Dimension {
  return (dimensions as readonly string[]).includes(column);
}
