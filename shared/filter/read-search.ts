import type { LocalDate } from '../domain/record.ts';
import type { Language } from '../i18n/catalogue.ts';
import { defaultCurrency, type Currency } from '../money/currency.ts';
import { readMoney } from '../money/read-money.ts';
import { foldText, narrowText } from '../match/text.ts';
import { readFieldValue } from '../custom-fields/values.ts';
import { fixedKindOf, type FilterField } from './fields.ts';
import { readCount, readDays, soldField } from './read-amount.ts';
import {
  emptinessBegun,
  isOr,
  joinAlternatives,
  offersOr,
  readEmptiness,
  readTwoWords,
  type Term,
} from './read-terms.ts';
import type { Condition, Filter, FilterGroup } from './filter.ts';
import { offerPeriods, readPeriod } from './read-period.ts';
import { foldName, kindOf, offeredWord, operatorOf, operatorWords, type OperatorWord } from './operator-words.ts';

/** One choice of a field: a class, a tag; `words` are what it is called, in any language. */
export interface Choice {
  key: string;
  words: readonly string[];
}
export type ChoicesOf = (field: FilterField) => readonly Choice[];

export interface ReadSearch {
  /** What is sought in the texts: the line without its operators. */
  text: string;
  /** All of them hold; what OR joins is one group. */
  conditions: Filter[];
}

const longestText = 200;
const longestName = 60;
/** Finer than people write numbers. */
const smallestStep = 1e-6;
/** More than anybody looks for; what is pasted beyond it is not looked at. */
export const longestSearch = 1_000;
const sign = /^(-?)([^\s:：<>=≤≥＜＞＝-][^\s:：<>=≤≥＜＞＝]*)(:|：|>=|<=|[<>=≤≥＜＞＝])(.*)$/u;
/** `#展会`, as tags are written where customers are typed. */
const tagMark = /^(-?)#(.+)$/u;

/**
 * Takes the operators out of a search: `地区:杭州 未联系>90天 -标签:展会 王` is everybody in 杭州 without a contact for more than 90
 * days, without the tag 展会, with 王; `#展会` asks for a tag too. A word that means no operator is sought as it stands; one that is still being typed
 * (`标签:`) asks nothing yet. `无电话`, `no:phone` and `no phone` ask for who has none, `有电话` and `has:phone` for who has one. `或` or `OR`
 * between two operators takes either; it binds closer than the blank, which takes both: `地区:杭州 或 地区:宁波 标签:展会` is who is of one
 * of the two towns and has the tag. What stands in quotes is sought as it stands, a word behind `-` is one that must not be found.
 */
export function readSearch(
  typed: string,
  choicesOf: ChoicesOf,
  currency: Currency,
  own: readonly OperatorWord[] = [],
  today?: LocalDate,
): ReadSearch {
  const known = { choicesOf, currency, own, today };
  const words = wordsOf(typed);
  const terms: Term[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const both = next === undefined ? undefined : readTwoWords(word, next, own);
    if (both) at += 1;
    const read = both ?? readOperator(word, known);
    if (read === 'unfinished') terms.push({ is: 'unfinished' });
    else if (read) terms.push({ is: 'filter', filter: read });
    else terms.push({ is: isOr(word) ? 'or' : 'text', word });
  }
  const { filters, texts } = joinAlternatives(terms);
  const text = texts.map(asSought).filter((word) => word !== '');
  return { text: text.join(' '), conditions: filters };
}

/** A word without its quotes, in which a sign in front excludes nothing. */
function asSought(word: string): string {
  const plain = word.replaceAll('"', ' ').trim();
  return word.startsWith('"') ? plain.replace(/^-+/u, '') : plain.replace(/^- (?=\S+$)/u, '-');
}

/** A filter that holds where it held before and the conditions do too. */
export function withConditions(filter: FilterGroup, conditions: readonly Filter[]): FilterGroup {
  if (conditions.length === 0) return filter;
  if (filter.join === 'and' && filter.not !== true) return { ...filter, parts: [...filter.parts, ...conditions] };
  return { join: 'and', parts: [filter, ...conditions] };
}

/** Words are apart by blanks; quotes keep a value together: `公司:"Larkbeck Ltd"`. */
function wordsOf(typed: string): string[] {
  return narrowText(typed.slice(0, longestSearch)).match(/[^\s"]*"[^"]*"?|[^\s"]+/gu) ?? [];
}

interface Known {
  choicesOf: ChoicesOf;
  currency: Currency;
  own: readonly OperatorWord[];
  today: LocalDate | undefined;
}

function readOperator(word: string, known: Known): Condition | 'unfinished' | undefined {
  const [, without = '', tag] = tagMark.exec(word) ?? [];
  if (tag !== undefined) {
    const keys = keysOf(tag.replaceAll('"', '').trim(), known.choicesOf('tagIds'));
    if (keys.length > 0)
      return { field: 'tagIds', ...(without !== '' && { not: true }), test: { is: 'any', of: keys } };
  }
  const emptiness = readEmptiness(word, known.own);
  if (emptiness) return emptiness;
  const match = sign.exec(word);
  if (!match) return undefined;
  const [, minus = '', name = '', mark = '', written = ''] = match;
  const operator = operatorOf(name, known.own);
  if (!operator) return undefined;
  const value = written.replaceAll('"', '').trim();
  if (value === '') return 'unfinished';
  const condition = conditionOf(operator, mark, value, known);
  if (!condition || minus === '') return condition;
  return { ...condition, not: condition.not !== true };
}

function conditionOf(operator: OperatorWord, mark: string, value: string, known: Known): Condition | undefined {
  const { field, counts } = operator;
  const { choicesOf, today } = known;
  const isSame = isSameSign(mark);
  switch (kindOf(operator)) {
    case 'text':
    case 'goods':
      return isSame ? { field, test: { is: 'contains', text: value.slice(0, longestText) } } : undefined;
    case 'choice':
    case 'set': {
      if (!isSame) return undefined;
      const keys = value.split(/[,，、|]/u).flatMap((part) => keysOf(part, choicesOf(field)));
      if (keys.length > 0) return { field, test: { is: 'any', of: [...new Set(keys)] } };
      // Regions go as far as towns: a county or a village stands in the address.
      return field === 'region'
        ? { field: 'address', test: { is: 'contains', text: value.slice(0, longestText) } }
        : undefined;
    }
    case 'day': {
      const sold = field === 'lastPurchase' && counts !== 'none' ? soldField(value) : undefined;
      if (sold !== undefined) return numberCondition(sold, mark, value, known);
      return (
        (isSame ? periodCondition(operator, value, today) : undefined) ??
        daysCondition(operator, counts === 'none', mark, value) ??
        namedCondition(field, isSame, value)
      );
    }
    case 'number':
    case 'money':
    case 'sum':
      return numberCondition(field, mark, value, known);
    case 'flag':
      return flagCondition(field, value);
    case null:
      return undefined;
  }
}

function isSameSign(mark: string): boolean {
  return /^[:：=＝]$/u.test(mark);
}

/** `纪念日:结婚`: one that is called so, whenever it is. */
function namedCondition(field: FilterField, isSame: boolean, value: string): Condition | undefined {
  if (field !== 'anniversary' || !isSame) return undefined;
  return { field, named: value.slice(0, longestName), test: { is: 'filled' } };
}

/** The choice of that name; where there is none, those that begin with it, else those that have it in them. */
function keysOf(written: string, choices: readonly Choice[]): string[] {
  const wanted = foldText(written);
  if (wanted === '') return [];
  const named = (is: (word: string) => boolean) =>
    choices.filter(({ words }) => words.some((word) => is(foldText(word)))).map(({ key }) => key);
  const exact = named((word) => word === wanted);
  if (exact.length > 0) return exact;
  const begun = named((word) => word.startsWith(wanted));
  return begun.length > 0 ? begun : named((word) => word.includes(wanted));
}

/** `开票:是`, `vip:no`. */
function flagCondition(field: FilterField, value: string): Condition | undefined {
  const read = readFieldValue({ type: 'boolean', options: [] }, value, { today: '', currency: defaultCurrency });
  if (!('value' in read) || typeof read.value !== 'boolean') return undefined;
  return { field, ...(!read.value && { not: true }), test: { is: 'yes' } };
}

/** `跟进:本周`; `未联系:本月` is nobody who was contacted in it. */
function periodCondition(
  { field, counts }: OperatorWord,
  value: string,
  today: LocalDate | undefined,
): Condition | undefined {
  const test = readPeriod(field, value, today);
  return test && { field, ...(counts === 'none' && { not: true }), test };
}

function daysCondition(
  { field, kind }: OperatorWord,
  isNone: boolean,
  mark: string,
  value: string,
): Condition | undefined {
  const days = readDays(value);
  if (days === undefined) return undefined;
  const isMore = /[>≥＞]/u.test(mark);
  // What people write down themselves is when something ends or is due.
  if (['followUp', 'birthday', 'anniversary'].includes(field) || kind === 'day') {
    return isMore
      ? { field, test: { is: 'days', from: { inDays: days } } }
      : { field, test: { is: 'days', from: { inDays: 0 }, to: { inDays: days } } };
  }
  // `未联系>90天` and `联系>90天` both mean: not within the last 90 days.
  return { field, ...((isNone || isMore) && { not: true }), test: { is: 'days', from: { inDays: -days } } };
}

/** An amount as it is stored: `5000`, `5k`, `£5,000`, `1.2万`; in another currency it asks for nothing. */
function readLimit(value: string, currency: Currency): number | undefined {
  const money = readMoney(value.replace(/[元块]$/u, ''), currency);
  return money?.isForeign === false && money.fen >= 0 ? money.fen : undefined;
}

function numberCondition(
  field: FilterField,
  mark: string,
  value: string,
  { currency, own }: Known,
): Condition | undefined {
  const kind = fixedKindOf(field) ?? own.find((each) => each.field === field)?.kind;
  const limit = kind === 'money' ? readLimit(value, currency) : readCount(field, value);
  if (limit === undefined) return undefined;
  // Own numbers may have decimals: more than 50 begins right behind it.
  const step = kind === 'number' && fixedKindOf(field) === null ? smallestStep : 1;
  switch (mark) {
    case '>':
    case '＞':
      return { field, test: { is: 'between', min: limit + step } };
    case '>=':
    case '≥':
      return { field, test: { is: 'between', min: limit } };
    case '<':
    case '＜':
      return { field, test: { is: 'between', max: limit - step } };
    case '<=':
    case '≤':
      return { field, test: { is: 'between', max: limit } };
    default:
      return { field, test: { is: 'between', min: limit, max: limit } };
  }
}

export interface Completion {
  /** What is offered, `标签:展会`. */
  word: string;
  /** The whole line with it. */
  line: string;
}

const mostOffered = 8;
const spans = [30, 60, 90, 180];

/** How the last word of a search may go on: operators that begin so, then the choices of the one that stands there. */
export function completeSearch(
  typed: string,
  language: Language,
  choicesOf: ChoicesOf,
  own: readonly OperatorWord[] = [],
): Completion[] {
  if (typed.length > longestSearch) return [];
  const last = lastWordOf(narrowText(typed));
  if (last === '') return [];
  const head = typed.slice(0, typed.length - last.length);
  const minus = last.startsWith('-') ? '-' : '';
  const or = offersOr(last, wordsOf(head).at(-1), (word) => {
    const read = readOperator(word, { choicesOf, currency: defaultCurrency, own, today: undefined });
    return read !== undefined && read !== 'unfinished';
  });
  return [...or, ...wordsFor(last.slice(minus.length), language, choicesOf, own)]
    .filter((word) => word !== last.slice(minus.length))
    .slice(0, mostOffered)
    .map((word) => ({ word: minus + word, line: head + minus + word }));
}

/** What stands behind the last blank that is outside of quotes. */
function lastWordOf(typed: string): string {
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < typed.length; at += 1) {
    const character = typed.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /\s/u.test(character)) start = at + 1;
  }
  return typed.slice(start);
}

function wordsFor(last: string, language: Language, choicesOf: ChoicesOf, own: readonly OperatorWord[]): string[] {
  const [, , name, mark = '', written = ''] = sign.exec(last) ?? [];
  if (name === undefined) {
    const begun = foldName(last);
    const operators = [...operatorWords, ...own]
      .filter(({ zh, en }) => begun !== '' && [...zh, ...en].some((word) => foldName(word).startsWith(begun)))
      .map((operator) => offeredWord(operator, language).replace(/\s/gu, '') + (isCompared(operator) ? '>' : ':'));
    return [
      ...operators,
      ...emptinessBegun(last, own),
      ...tagsBegun(last, language, choicesOf),
      ...classesBegun(last, language, choicesOf),
    ];
  }
  const operator = operatorOf(name, own);
  if (!operator) return emptinessBegun(last, own);
  const isDay = kindOf(operator) === 'day';
  const offeredSpans =
    isDay && written === '' ? spans.map((days) => `${name}${mark}${days}${language === 'en' ? 'd' : '天'}`) : [];
  if (isDay && !isSameSign(mark)) return offeredSpans;
  const periods = isDay ? offerPeriods(operator.field, written, language).map((word) => name + mark + word) : [];
  const wanted = foldText(written.replaceAll('"', ''));
  const found = choicesOf(operator.field)
    .filter(({ words }) => words.some((word) => foldText(word).includes(wanted)))
    .map(({ words }) => `${name}${mark}${quoted(words[0] ?? '')}`);
  // One word may stand for several choices.
  return [...new Set(found), ...periods, ...offeredSpans];
}

/** Tags stand in no text: whoever types how one begins, or `#`, is offered it. */
function tagsBegun(last: string, language: Language, choicesOf: ChoicesOf): string[] {
  const isMarked = last.startsWith('#');
  const wanted = foldText(isMarked ? last.slice(1) : last);
  const tags = operatorWords.find(({ field }) => field === 'tagIds');
  if (!tags || (!isMarked && wanted.length < 2)) return [];
  return choicesOf('tagIds')
    .filter(({ words }) => words.some((word) => foldText(word).startsWith(wanted)))
    .map(({ words: [word = ''] }) => `${isMarked ? '#' : `${offeredWord(tags, language)}:`}${quoted(word)}`);
}

const namedClasses = ['region', 'value', 'lifecycle', 'type', 'risk', 'source'];

/** `高价值` is in no text either: whoever types how a class is called is offered those who are in it. */
function classesBegun(last: string, language: Language, choicesOf: ChoicesOf): string[] {
  const wanted = foldText(last);
  if (wanted.length < 2) return [];
  return operatorWords
    .filter(({ field }) => namedClasses.includes(field))
    .flatMap((operator) => {
      const isBegun = ([word = '']: readonly string[]) => foldText(word).startsWith(wanted);
      const begun = choicesOf(operator.field).filter(({ words }) => isBegun(words));
      return begun.map(({ words: [word = ''] }) => `${offeredWord(operator, language)}:${quoted(word)}`);
    });
}

/** What recurs or is planned is asked for by when it comes, anniversaries by what they are called too. */
function isCompared(operator: OperatorWord): boolean {
  if (['anniversary', 'birthday', 'followUp'].includes(operator.field)) return false;
  return ['day', 'number', 'money', 'sum'].includes(kindOf(operator) ?? '');
}

function quoted(word: string): string {
  return /\s/u.test(word) ? `"${word}"` : word;
}
