import { fromEpochDay } from '#shared/calendar/day.ts';
import { dimensions, type ClassKey, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { CustomerRow } from '../../api.ts';
import type { Columns } from './columns.ts';
import { none } from './column-layout.ts';
import { referrerNameOf } from './referrer-name.ts';

/** A customer as lists show it. */
export function rowOf(columns: Columns, index: number): CustomerRow {
  const { numbers, texts } = columns;
  const [next] = columns.openFollowUps(index);
  return {
    id: columns.idOf(index),
    kind: customerKinds[numbers.kind[index] ?? 0] ?? 'person',
    name: texts.name.at(index),
    organization: texts.organization.at(index),
    title: texts.title.at(index),
    phone: texts.phone.at(index),
    classes: Object.fromEntries(dimensions.map((each) => [each, columns.classOf(index, each)])) as Record<
      Dimension,
      ClassKey
    >,
    lastContact: dayText(numbers.lastContactDay[index]),
    lastPurchase: dayText(numbers.lastPurchaseDay[index]),
    nextFollowUp: next ? { id: next.id, due: next.due, title: next.title, kind: next.kind } : null,
    revenueFen: numbers.revenueFen[index] ?? 0,
    purchases: numbers.purchases[index] ?? 0,
    tagIds: columns.tagIdsOf(index),
    completenessPercent: numbers.completeness[index] ?? 0,
    details: detailsOfRow(columns, index),
    deleted: !columns.isAlive(index) || numbers.deleted[index] === 1,
  };
}

function detailsOfRow(columns: Columns, index: number): Record<string, string> {
  const { details, texts } = columns;
  const row: Record<string, string> = {};
  for (const field of ['email', 'im', 'address', 'code'] as const) {
    const text = texts[field].at(index);
    if (text) row[field] = text;
  }
  for (const field of details.fields) {
    const text = details.textOf(field, index);
    if (text !== '') row[field] = columns.references.has(field) ? columns.nameOf(text) : text;
  }
  const referrer = referrerNameOf(columns, index);
  if (referrer !== '') row['referrer'] = referrer;
  return row;
}

function dayText(day: number | undefined): LocalDate | null {
  return day === undefined || day === none ? null : fromEpochDay(day);
}
