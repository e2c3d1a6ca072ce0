import type { AnyRecord } from '../domain/tables.ts';
import { fieldOf } from './record-content.ts';

const longestTitle = 60;

/** What people would call a record: its name, title or number, or how its text begins; empty where it has nothing of the kind. */
export function titleOf(record: AnyRecord): string {
  for (const field of ['name', 'title', 'label', 'no', 'fileName', 'text']) {
    const value = fieldOf(record, field);
    if (typeof value !== 'string' || value.trim() === '') continue;
    const [line = ''] = value.trim().split('\n', 1);
    const points = Array.from(line);
    return points.length > longestTitle ? `${points.slice(0, longestTitle).join('')}…` : line;
  }
  return '';
}
