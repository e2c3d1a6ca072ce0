import { titledName } from '../match/names.ts';
import { compoundSurnameOf } from '../match/surnames.ts';

/** Those of nine in ten people. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
/** Those that as many words of everyday begin with: 高价, 金牌, 方便. */
const everyday = new Set('高何马于程许曾任方石金白康江万段雷钱易常武文龙史汤黄周安');

export function isSurname(character: string): boolean {
  return surnames.includes(character);
}

/** `张总`, `老王`, `李老师`; no `总经理`, which has the same form. */
export function isTitledPerson(text: string): boolean {
  const titled = titledName(text);
  return titled !== undefined && (isSurname(titled.familyName) || titled.familyName.length > 1);
}

/** Whether a word is written as people are called, by somebody who sees no more than the word. */
export function looksLikePerson(text: string): boolean {
  if (isTitledPerson(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (compoundSurnameOf(text) !== '') return true;
  return text.length <= 3 && isSurname(text.charAt(0)) && !(text.length === 2 && everyday.has(text.charAt(0)));
}

const noLatinPerson =
  /\b(?:office|desk|sales|reception|accounts?|support|service|warehouse|hotline|line|mobile|cell|phone|fax|tel|department|dept|team|branch|store|shop|floor|room|direct|general|enquiries|orders)\b/i;

/** `Jane Doe`, `Mrs O'Brien`: two to four words in capitals, and none that a place of work is called by, as in `Head Office`. */
export function isLatinPerson(text: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(text) && !noLatinPerson.test(text);
}

/** A word of Chinese that is longer than people are called, or no name at all. */
export function isNoName(text: string): boolean {
  return /^[\p{Script=Han}\d]+$/u.test(text) && !looksLikePerson(text) && (text.length > 3 || /\d/.test(text));
}

/** `客户王女士` is 王女士. */
export function withoutRole(text: string): string {
  const bare = text.replace(/^(?:新|老)?(?:客户|顾客|业主|学员|会员|患者|家长|联系人)(?=.)/u, '');
  return looksLikePerson(bare) ? bare : text;
}
