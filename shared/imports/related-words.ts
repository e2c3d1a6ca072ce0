import type { FixedRole } from '../domain/relation/relation-role.ts';
import { compactText } from '../match/text.ts';

/** What address books call those who belong to somebody (RFC 6350 6.6.6, Apple, Google, Android), beside Kebu's own words. */
const words: Readonly<Partial<Record<FixedRole, string>>> = {
  spouse: 'spouse wife husband partner domesticpartner 爱人 妻子 丈夫 老婆 老公 太太 先生 伴侣',
  parent: 'parent mother father mum mom dad 母亲 父亲 妈妈 爸爸 父母亲',
  child: 'child son daughter 儿子 女儿 孩子 小孩',
  sibling: 'sibling brother sister 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹',
  relative: 'relative kin 亲属',
  friend: 'friend acquaintance 好友',
  neighbour: 'neighbor neighbour',
  colleague: 'colleague coworker',
  boss: 'manager supervisor 经理 上司 领导',
  report: 'assistant 助理 助手',
};

const roles: ReadonlyMap<string, FixedRole> = new Map(
  (Object.entries(words) as [FixedRole, string][]).flatMap(([role, all]) =>
    all.split(' ').map((word) => [word, role] as const),
  ),
);

/** The relation that a word of an address book means; `undefined` for another word. */
export function readRelatedWord(text: string): FixedRole | undefined {
  return roles.get(compactText(text));
}
