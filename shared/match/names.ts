import { compoundSurnameOf } from './surnames.ts';
import { foldText, normalizeText } from './text.ts';

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

/** What stands before a name and is no part of it. */
const honorific = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|rev)\.?$/i;

/** `O'Neill, Pat` as people say it, `Pat O'Neill`; other names as they are. */
export function inSpokenOrder(name: string): string {
  const [, family, given] =
    /^(\p{Script=Latin}[\p{Script=Latin}'’. -]*), *(\p{Script=Latin}[\p{Script=Latin}'’. -]*)$/u.exec(name) ?? [];
  return family !== undefined && given !== undefined ? `${given} ${family}` : name;
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
  const said = text.split(' ');
  const words = said.length > 2 && honorific.test(said[0] ?? '') ? said.slice(1) : said;
  const familyName = words.length > 1 ? words.at(-1) : undefined;
  return familyName ? { familyName, givenName: words.slice(0, -1).join(' ') } : undefined;
}
