import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customIdOf, fixedKindOf, type FieldKind, type FilterField } from '#shared/filter/fields.ts';
import {
  conditionsOf,
  isGroup,
  type Condition,
  type Filter,
  type FilterGroup,
  type Test,
} from '#shared/filter/filter.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';

/** A way to ask of a field, as the builder offers it: what it says, and the condition it begins as. */
export interface Operator {
  id: string;
  label: MessageKey;
  test: Test;
  not?: true;
}

const filled = { id: 'filled', label: 'filters.op.filled', test: { is: 'filled' } } as const satisfies Operator;
const missing = { ...filled, id: 'missing', label: 'filters.op.missing', not: true } as const satisfies Operator;
const nothing: string[] = [];
const anyOf: Test = { is: 'any', of: nothing };
const month = (shift: number): Test => ({ is: 'period', unit: 'month', shift });
const days = (from: number, to: number): Test => ({ is: 'days', from: { inDays: from }, to: { inDays: to } });

const byKind = {
  text: [
    { id: 'contains', label: 'filters.op.contains', test: { is: 'contains', text: '' } },
    { id: 'notContains', label: 'filters.op.notContains', test: { is: 'contains', text: '' }, not: true },
    { id: 'starts', label: 'filters.op.starts', test: { is: 'starts', text: '' } },
    { id: 'equals', label: 'filters.op.equals', test: { is: 'equals', text: '' } },
    filled,
    missing,
  ],
  choice: [
    { id: 'any', label: 'filters.op.any', test: anyOf },
    { id: 'notAny', label: 'filters.op.notAny', test: anyOf, not: true },
    filled,
    missing,
  ],
  set: [
    { id: 'has', label: 'filters.op.has', test: anyOf },
    { id: 'all', label: 'filters.op.all', test: { is: 'all', of: nothing } },
    { id: 'hasNone', label: 'filters.op.hasNone', test: anyOf, not: true },
    filled,
    missing,
  ],
  goods: [
    { id: 'has', label: 'filters.op.has', test: anyOf },
    { id: 'all', label: 'filters.op.all', test: { is: 'all', of: nothing } },
    { id: 'hasNone', label: 'filters.op.hasNone', test: anyOf, not: true },
    { id: 'contains', label: 'filters.op.contains', test: { is: 'contains', text: '' } },
    { id: 'notContains', label: 'filters.op.notContains', test: { is: 'contains', text: '' }, not: true },
  ],
  day: [
    { id: 'recent', label: 'filters.op.recent', test: days(-30, 0) },
    { id: 'notRecent', label: 'filters.op.notRecent', test: { is: 'days', from: { inDays: -90 } }, not: true },
    { id: 'coming', label: 'filters.op.coming', test: days(0, 7) },
    { id: 'before', label: 'filters.op.before', test: { is: 'days', to: { inDays: -1 } } },
    { id: 'thisWeek', label: 'filters.op.thisWeek', test: { is: 'period', unit: 'week', shift: 0 } },
    { id: 'thisMonth', label: 'filters.op.thisMonth', test: month(0) },
    { id: 'lastMonth', label: 'filters.op.lastMonth', test: month(-1) },
    { id: 'thisQuarter', label: 'filters.op.thisQuarter', test: { is: 'period', unit: 'quarter', shift: 0 } },
    { id: 'thisYear', label: 'filters.op.thisYear', test: { is: 'period', unit: 'year', shift: 0 } },
    { id: 'dates', label: 'filters.op.dates', test: { is: 'days' } },
    filled,
    missing,
  ],
  number: [
    { id: 'between', label: 'filters.op.between', test: { is: 'between' } },
    { id: 'notBetween', label: 'filters.op.notBetween', test: { is: 'between' }, not: true },
    filled,
    missing,
  ],
  file: [
    filled,
    missing,
    { id: 'contains', label: 'filters.op.contains', test: { is: 'contains', text: '' } },
    { id: 'notContains', label: 'filters.op.notContains', test: { is: 'contains', text: '' }, not: true },
  ],
  flag: [
    { id: 'yes', label: 'filters.op.yes', test: { is: 'yes' } },
    { id: 'no', label: 'filters.op.no', test: { is: 'yes' }, not: true },
  ],
} as const satisfies Record<string, readonly Operator[]>;

/** A field as the builder asks of it: of files first whether there are any. */
type AskedKind = FieldKind | 'file';

const customKinds: Record<CustomField['type'], AskedKind> = {
  text: 'text',
  number: 'number',
  money: 'money',
  date: 'day',
  boolean: 'flag',
  choice: 'choice',
  choices: 'set',
  reference: 'text',
  formula: 'text',
  attachment: 'file',
};

/** What kind a field is; a custom field that is gone is asked as a text. */
export function kindOf(field: FilterField, customFields: readonly CustomField[]): AskedKind {
  const customId = customIdOf(field);
  if (customId === null) return fixedKindOf(field) ?? 'text';
  const definition = customFields.find(({ id }) => id === customId);
  return definition ? customKinds[definition.type] : 'text';
}

/** The ways to ask of a kind of field, the most usual first. */
export function operatorsOf(kind: AskedKind): readonly Operator[] {
  return byKind[kind === 'money' || kind === 'sum' ? 'number' : kind];
}

/** The operator that a condition was made with. */
export function operatorOf({ test, not }: Condition, kind: AskedKind): Operator {
  const operators = operatorsOf(kind);
  const same = operators.filter((each) => each.test.is === test.is && (each.not === true) === (not === true));
  const found = same.find((each) => shapeOf(each.test) === shapeOf(test)) ?? same.at(-1) ?? operators[0];
  if (!found) throw new Error(`Broken invariant: no way to ask of ${kind}`);
  return found;
}

/** What tells two tests of one kind apart in the list of operators. */
function shapeOf(test: Test): string {
  if (test.is === 'period') return `${test.unit}${String(test.shift)}`;
  if (test.is !== 'days') return '';
  const { from, to } = test;
  const start = from && 'inDays' in from ? from.inDays : null;
  const end = to && 'inDays' in to ? to.inDays : null;
  if (start !== null && start < 0 && (to === undefined || end === 0)) return 'recent';
  if (start === 0 && end !== null && end >= 0) return 'coming';
  return from === undefined && end === -1 ? 'before' : 'dates';
}

/** Of what comes every year, the next time is asked for. */
function comesYearly(field: FilterField): boolean {
  return field === 'birthday' || field === 'anniversary';
}

export function newCondition(field: FilterField, customFields: readonly CustomField[]): Condition {
  const operators = operatorsOf(kindOf(field, customFields));
  const usual = comesYearly(field) ? operators.find(({ id }) => id === 'coming') : operators[0];
  return withOperator({ field, test: { is: 'filled' } }, usual);
}

/** What the builder begins with: the filter as it is, with a question of this field where it asks none yet. */
export function beginFilter(filter: FilterGroup, customFields: readonly CustomField[], by?: FilterField): FilterGroup {
  if (filter.parts.length === 0) return { ...filter, parts: [newCondition(by ?? 'value', customFields)] };
  if (by === undefined || [...conditionsOf(filter)].some(({ field }) => field === by)) return filter;
  const asked = newCondition(by, customFields);
  const isPlain = filter.join === 'and' && filter.not !== true;
  return isPlain ? { ...filter, parts: [...filter.parts, asked] } : { join: 'and', parts: [filter, asked] };
}

/** The condition asked in another way; what was entered stays where it fits. */
export function withOperator(condition: Condition, operator: Operator | undefined): Condition {
  if (!operator) return condition;
  const { field, withinDays, named, test: before } = condition;
  let { test } = operator;
  if ('text' in test && 'text' in before) test = { ...test, text: before.text };
  else if ('of' in test && 'of' in before) test = { ...test, of: before.of };
  else if (test.is === 'between' && before.is === 'between') test = before;
  return {
    field,
    ...(operator.not ? { not: true } : {}),
    ...(withinDays === undefined ? {} : { withinDays }),
    ...(named === undefined ? {} : { named }),
    test,
  };
}

/** The filter without conditions that nobody finished yet and groups that are empty because of that. */
export function finishedPart({ parts, ...group }: FilterGroup): FilterGroup {
  const kept = parts.flatMap((part): Filter[] => {
    if (!isGroup(part)) return isFinished(part) ? [part] : [];
    const inner = finishedPart(part);
    return inner.parts.length > 0 ? [inner] : [];
  });
  return { ...group, parts: kept };
}

export function isFinished({ test }: Condition): boolean {
  if ('text' in test) return test.text.trim() !== '';
  if ('of' in test) return test.of.length > 0;
  if (test.is === 'between') return test.min !== undefined || test.max !== undefined;
  return test.is !== 'days' || test.from !== undefined || test.to !== undefined;
}
