import { foldText } from '../match/text.ts';
import { customIdOf, fixedKindOf } from './fields.ts';
import type { Condition, Filter } from './filter.ts';
import { foldName, offeredWord, operatorOf, operatorWords, type OperatorWord } from './operator-words.ts';

/** What a word of a search is, or two of them. */
export type Term =
  | { is: 'filter'; filter: Condition }
  /** An operator whose value is still being typed. */
  | { is: 'unfinished' }
  | { is: 'or' | 'text'; word: string };

/** What stands before the name of a field that is empty, or is not. */
const without = ['没有', '没', '无', 'no:', 'no：'] as const;
const having = ['有', 'has:', 'has：'] as const;

/** `或` as a word of its own; in English in capitals, as `or` is a word of many texts. */
export function isOr(word: string): boolean {
  return word === '或' || word === '或者' || word === 'OR';
}

/** `无电话`, `没有:电话`, `no:phone`, `有邮箱`, `-has:email`. */
export function readEmptiness(word: string, own: readonly OperatorWord[]): Condition | undefined {
  const isNegated = word.startsWith('-');
  const { isEmpty, name } = splitEmptiness(isNegated ? word.slice(1) : word) ?? {};
  if (name === undefined || isEmpty === undefined) return undefined;
  return conditionOf(name, isEmpty !== isNegated, own);
}

/** `no phone`, whose parts mean something else each by itself. */
export function readTwoWords(word: string, next: string, own: readonly OperatorWord[]): Condition | undefined {
  return foldText(word) === 'no' && !/^\p{Script=Han}/u.test(next) ? conditionOf(next, true, own) : undefined;
}

function splitEmptiness(word: string): { before: string; isEmpty: boolean; name: string } | undefined {
  const folded = word.toLowerCase();
  const before = [...without, ...having].find((each) => folded.startsWith(each));
  if (before === undefined) return undefined;
  const isEmpty = (without as readonly string[]).includes(before);
  const name = word.slice(before.length).replace(/^[:：]/u, '');
  return { before: word.slice(0, word.length - name.length), isEmpty, name };
}

function conditionOf(name: string, isEmpty: boolean, own: readonly OperatorWord[]): Condition | undefined {
  const operator = operatorOf(name, own);
  if (!operator || !canBeEmpty(operator)) return undefined;
  return { field: operator.field, ...(isEmpty && { not: true }), test: { is: 'filled' } };
}

/** Every customer is in some class, and a sum is a number. */
const classes = ['value', 'lifecycle', 'behaviour', 'frequency', 'risk', 'type'];

function canBeEmpty({ field, counts }: OperatorWord): boolean {
  if (counts === 'none' || field === 'gaps' || field === 'name' || classes.includes(field)) return false;
  if (customIdOf(field) !== null) return true;
  return ['text', 'choice', 'set', 'day'].includes(fixedKindOf(field) ?? '');
}

/** `无电` goes on as `无电话`, `no:ph` as `no:phone`; a lone `有` or `没` is the beginning of too much else. */
export function emptinessBegun(last: string, own: readonly OperatorWord[]): string[] {
  const { before, name } = splitEmptiness(last) ?? (foldText(last) === 'no' ? { before: 'no:', name: '' } : {});
  if (before === undefined || name === undefined || (name === '' && /^[有没]$/u.test(before))) return [];
  const language = /^\p{Script=Han}/u.test(before) ? 'zh-CN' : 'en';
  const begun = foldName(name);
  return [...operatorWords, ...own]
    .filter(canBeEmpty)
    .map((operator) => offeredWord(operator, language))
    .filter((word) => foldName(word).startsWith(begun))
    .map((word) => before + word.replace(/\s/gu, ''));
}

/** Behind an operator `o` goes on as `OR`. */
export function offersOr(last: string, before: string | undefined, isOperator: (word: string) => boolean): string[] {
  return /^or?$/iu.test(last) && before !== undefined && isOperator(before) ? ['OR'] : [];
}

/**
 * OR takes either of the operators beside it, and of a row of them any one. Beside a text it is a text itself; behind the last
 * operator it waits for one.
 */
export function joinAlternatives(terms: readonly Term[]): { filters: Filter[]; texts: string[] } {
  const filters: Filter[] = [];
  const texts: string[] = [];
  let joins = false;
  terms.forEach((term, at) => {
    const before = terms[at - 1];
    const after = terms[at + 1];
    switch (term.is) {
      case 'unfinished':
        break;
      case 'text':
        texts.push(term.word);
        break;
      case 'or':
        joins = before?.is === 'filter' && after?.is === 'filter';
        if (!isAsked(before) || after?.is === 'text' || after?.is === 'or') texts.push(term.word);
        break;
      case 'filter': {
        const last = joins ? filters.pop() : undefined;
        const earlier = last === undefined ? [] : 'parts' in last ? last.parts : [last];
        filters.push(earlier.length === 0 ? term.filter : { join: 'or', parts: [...earlier, term.filter] });
        joins = false;
      }
    }
  });
  return { filters, texts };
}

function isAsked(term: Term | undefined): boolean {
  return term?.is === 'filter' || term?.is === 'unfinished';
}
