import type { Table } from '../domain/tables.ts';
import { isEqualValue } from './record-content.ts';

/** Fields that hold any number of values side by side, of which later work touches some and leaves the others. */
const sideBySide: ReadonlySet<string> = new Set([
  'aliases',
  'phones',
  'emails',
  'ims',
  'addresses',
  'anniversaries',
  'doNotContact',
  'tagIds',
  'formerCodes',
  'dismissed',
]);

/** Not every record has these lists; an empty one is none. */
const optionalLists: ReadonlySet<string> = new Set(['formerCodes', 'dismissed']);

interface Versions {
  before: unknown;
  after: unknown;
  now: unknown;
}

/**
 * Takes a change of one field back where the field was changed again since, without touching what came later: of values side by
 * side and of a note that was continued. `null` where that cannot be told apart.
 */
export function takeBackPart(table: Table, field: string, versions: Versions): { value: unknown } | null {
  if (table !== 'customer' && table !== 'contact') return null;
  if (sideBySide.has(field)) return withoutAdded(field, versions);
  return field === 'note' ? withoutContinued(versions) : null;
}

/** What was added goes, what was taken away comes back; what came later stays where it is. */
function withoutAdded(field: string, { before, after, now }: Versions): { value: unknown } | null {
  const [was, became, is] = [before ?? [], after ?? [], now ?? []];
  if (!Array.isArray(was) || !Array.isArray(became) || !Array.isArray(is)) return null;
  const has = (list: readonly unknown[], value: unknown) => list.some((each) => isEqualValue(each, value));
  const kept = is.filter((value) => has(was, value) || !has(became, value));
  const back = was.filter((value) => !has(became, value) && !has(kept, value));
  // One value became another, which is another again by now: nobody can tell which of them is meant.
  if (back.length > 0 && became.some((value) => !has(was, value) && !has(is, value))) return null;
  const value = [...kept, ...back];
  // The lists that every record has stay, be they empty.
  const isGone = value.length === 0 && (before === undefined || optionalLists.has(field));
  return { value: isGone ? undefined : value };
}

/** A text to which the change added something at its end, and that still has it in one piece. */
function withoutContinued({ before, after, now }: Versions): { value: unknown } | null {
  const was = before ?? '';
  if (typeof was !== 'string' || typeof after !== 'string' || typeof now !== 'string') return null;
  if (!after.startsWith(was)) return null;
  const added = after.slice(was.length);
  // What it was joined to may be gone, and the blank line between with it.
  for (const part of [added, added.replace(/^\n+/, '')]) {
    const at = now.indexOf(part);
    if (part === '' || at < 0 || now.indexOf(part, at + 1) >= 0) continue;
    const value = (now.slice(0, at) + now.slice(at + part.length)).replace(/^\n+/, '');
    return { value: value === '' ? undefined : value };
  }
  return null;
}
