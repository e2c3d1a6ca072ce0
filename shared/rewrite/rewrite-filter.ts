import { customKey } from '../filter/fields.ts';
import { isGroup, type Filter, type FilterGroup, type Test } from '../filter/filter.ts';
import { unitOf } from '../money/currency.ts';
import { rewriteRole, type Rewrite } from './rewrite.ts';

/**
 * A saved question that goes on finding the same customers after a rewrite; the same object when it says nothing of it. What
 * asks only for words that are gone still asks for them, and finds nobody: without the question it would find everybody.
 */
export function rewriteFilter(filter: FilterGroup, rewrite: Rewrite): FilterGroup {
  let isChanged = false;
  const parts = filter.parts.map((part): Filter => {
    const rewritten = isGroup(part) ? rewriteFilter(part, rewrite) : rewriteCondition(part, rewrite);
    isChanged ||= rewritten !== part;
    return rewritten;
  });
  return isChanged ? { ...filter, parts } : filter;
}

function rewriteCondition<C extends Exclude<Filter, FilterGroup>>(condition: C, rewrite: Rewrite): C {
  const { test, field } = condition;
  if (rewrite.kind === 'join-fields') {
    return field === customKey(rewrite.fromId) ? { ...condition, field: customKey(rewrite.intoId) } : condition;
  }
  if (rewrite.kind === 'retype') {
    if (field !== customKey(rewrite.fieldId)) return condition;
    const meant = retypedTest(test, rewrite);
    return meant === test ? condition : { ...condition, test: meant };
  }
  if (rewrite.field !== field) return condition;
  const { renames } = rewrite;
  if (field === 'relations' && 'of' in test) {
    const roles = [...new Set(test.of.map((role) => rewriteRole(role, rewrite)))];
    return roles.every((role, at) => role === test.of[at]) ? condition : { ...condition, test: { ...test, of: roles } };
  }
  if (test.is === 'equals') {
    const renamed = Object.hasOwn(renames, test.text) ? (renames[test.text] ?? null) : test.text;
    if (renamed === test.text || renamed === null) return condition;
    return { ...condition, test: { ...test, text: renamed } };
  }
  if (!('of' in test) || !test.of.some((key) => Object.hasOwn(renames, key))) return condition;
  // Who must have all of them has not the one that is gone either.
  if (test.is === 'all' && test.of.some((key) => renames[key] === null)) return condition;
  const of = [...new Set(test.of.flatMap((key) => (Object.hasOwn(renames, key) ? (renames[key] ?? []) : key)))];
  return of.length === 0 ? condition : { ...condition, test: { ...test, of } };
}

/** Amounts are stored in cents: 50 becomes 50.00, and back; a yes becomes the word for it. */
function retypedTest(test: Test, { from, to, words }: Extract<Rewrite, { kind: 'retype' }>): Test {
  if (test.is === 'yes' && to.type === 'text') return { is: 'equals', text: words.yes };
  if (test.is !== 'between' || (from.type === 'money') === (to.type === 'money')) return test;
  const unit = unitOf(words.currency);
  const moved = (limit: number) => (to.type === 'money' ? Math.round(limit * unit) : limit / unit);
  return {
    ...test,
    ...(test.min !== undefined && { min: moved(test.min) }),
    ...(test.max !== undefined && { max: moved(test.max) }),
  };
}
