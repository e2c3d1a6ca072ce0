import { companyOf, looksLikeCompany } from './company.ts';
import { foldPinyin, searchKeys } from './pinyin.ts';
import { compoundSurnameOf } from './surnames.ts';
import { compactText, foldText, normalizeText } from './text.ts';

export interface NameParts {
  familyName: string;
  givenName: string;
}

const chineseName = /^\p{Script=Han}{2,5}$/u;
const titles =
  '先生|女士|小姐|太太|夫人|老师|老板|老板娘|总经理|副总|经理|总监|总|主任|主管|主席|董事长|董事|董|董秘|会计|师傅|医生|大夫|教授|' +
  '工程师|工|律师|校长|院长|局长|处长|科长|部长|厂长|店长|队长|站长|书记|秘书|助理|哥|姐|姐姐|阿姨|叔叔|叔|伯|婶|嫂|爷爷|奶奶|同学|同志|女生|男士';
const titled = new RegExp(`^(\\p{Script=Han}{1,2})(${titles})$`, 'u');

/** A name that gives only the surname, `张总`, `李老师`, `老王`; `undefined` for a whole name. */
export function titledName(name: string): { familyName: string; title: string } | undefined {
  const text = foldText(name).replace(/\s/g, '');
  const match = titled.exec(text);
  if (match?.[1] && match[2] && (match[1].length === 1 || compoundSurnameOf(`${match[1]}某`))) {
    return { familyName: match[1], title: match[2] };
  }
  const familiar = /^([老小阿])(\p{Script=Han})$/u.exec(text);
  return familiar?.[1] && familiar[2] ? { familyName: familiar[2], title: familiar[1] } : undefined;
}

/**
 * Family and given name of a person. Chinese names split after the surname, compound surnames first; `Given Family` and
 * `Family, Given` in Latin letters. Names with a dot between (买买提·吐尔逊), single words and forms of address stay whole.
 */
export function splitPersonName(name: string): NameParts | undefined {
  const text = normalizeText(name);
  const joined = text.replace(/\s/g, '');
  if (chineseName.test(joined)) {
    if (titledName(joined)) return undefined;
    const familyName = compoundSurnameOf(joined) || joined.slice(0, 1);
    return joined.length - familyName.length > 3
      ? undefined
      : { familyName, givenName: joined.slice(familyName.length) };
  }
  if (/[\p{Script=Han}·•]/u.test(text)) return undefined;
  const inverted = /^([^,]+), *([^,]+)$/.exec(text);
  if (inverted?.[1] && inverted[2]) return { familyName: inverted[1], givenName: inverted[2] };
  const words = text.split(' ');
  const familyName = words.length > 1 ? words.at(-1) : undefined;
  return familyName ? { familyName, givenName: words.slice(0, -1).join(' ') } : undefined;
}

/**
 * How two names agree, from certain to not at all (domain.md §1.8). `title`: one gives only the surname. `short`: one is what
 * people call the other company. `branch`: two places of one company.
 */
export type NameAgreement = 'same' | 'homophone' | 'title' | 'short' | 'similar' | 'branch' | 'different';

/** Compares two names of customers or people, in any script, width and spacing. */
export function compareNames(a: string, b: string): NameAgreement {
  const left = compactText(a);
  const right = compactText(b);
  if (left === right) return left !== '' || (foldText(a) === foldText(b) && a.trim() !== '') ? 'same' : 'different';
  if (isSameButForLostCharacters(a, b)) return 'same';
  if (looksLikeCompany(a) || looksLikeCompany(b)) return compareCompanies(a, b);
  const leftTitle = titledName(a);
  const rightTitle = titledName(b);
  if (leftTitle || rightTitle) {
    return (leftTitle?.familyName ?? surnameOf(left)) === (rightTitle?.familyName ?? surnameOf(right))
      ? 'title'
      : 'different';
  }
  if (!chineseName.test(left) || !chineseName.test(right)) return compareLatin(a, b);
  if (surnameOf(left) !== surnameOf(right)) return 'different';
  if (soundOf(left) === soundOf(right)) return 'homophone';
  return left.length === right.length && countDifferences(left, right) === 1 ? 'similar' : 'different';
}

function compareCompanies(a: string, b: string): NameAgreement {
  const left = companyOf(a);
  const right = companyOf(b);
  if (left.core === '' || right.core === '') return 'different';
  if (left.core === right.core) return left.branch === right.branch ? 'same' : 'branch';
  if (left.branch !== right.branch) return 'different';
  const [short, long] = left.core.length < right.core.length ? [left.core, right.core] : [right.core, left.core];
  return short.length >= shortestShortName && long.includes(short) ? 'short' : 'different';
}

const shortestShortName = 4;

/** 朱?宇 is 朱䶮宇 in a file whose encoding could not hold it: a lost character stands for any one. */
function isSameButForLostCharacters(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => Array.from(foldText(name).replace(/\s/g, '')));
  if (!left || !right || left.length !== right.length || left.length < 2) return false;
  const isLost = (character: string | undefined) => character === '?' || character === '\ufffd' || character === '□';
  const lost = left.filter((character, index) => isLost(character) || isLost(right[index])).length;
  return (
    lost === 1 &&
    left.every((character, index) => character === right[index] || isLost(character) || isLost(right[index]))
  );
}

function compareLatin(a: string, b: string): NameAgreement {
  const left = splitPersonName(a);
  const right = splitPersonName(b);
  const isSame =
    left !== undefined &&
    right !== undefined &&
    foldPinyin(left.familyName) === foldPinyin(right.familyName) &&
    foldPinyin(left.givenName) === foldPinyin(right.givenName);
  return isSame ? 'same' : 'different';
}

function surnameOf(name: string): string {
  return compoundSurnameOf(name) || name.slice(0, 1);
}

function soundOf(name: string): string {
  return searchKeys(name).full[0] ?? '';
}

function countDifferences(a: string, b: string): number {
  return Array.from(a).filter((character, index) => character !== b[index]).length;
}
