import type { CustomerKind } from '#shared/domain/customer/customer.ts';
import { rolesOf, type FixedRole } from '#shared/domain/relation/relation-role.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { listWords } from '#shared/words/list-words.ts';
import type { PickSection } from '../../../ui/fields/pick-list.tsx';
import { introductionRoles } from './role-words.ts';

const sections = {
  household: ['spouse', 'parent', 'child', 'sibling'],
  people: [
    'relative',
    'friend',
    'neighbour',
    'classmate',
    'colleague',
    'boss',
    'report',
    'employer',
    'employee',
    'guarantor',
    'guaranteed',
  ],
  company: ['headquarters', 'subsidiary', 'affiliate', 'supplier', 'buyer'],
} as const satisfies Record<string, readonly FixedRole[]>;

interface RoleWords {
  word: (role: string) => string;
  /** What the user says about the roles: their order, and which are not offered. */
  words: readonly Word[];
  t: Translate;
  /** Offered even where it is hidden. */
  chosen?: string | undefined;
}

/** Every role one can choose, in groups, those that fit this kind of customer first. */
export function roleSections(
  kind: CustomerKind,
  kinds: readonly RelationKind[],
  { word, words, t, chosen }: RoleWords,
): PickSection[] {
  const order =
    kind === 'person' ? (['household', 'people', 'company'] as const) : (['company', 'people', 'household'] as const);
  const optionsOf = (roles: readonly string[]) =>
    listWords('relation', roles, words)
      .filter(({ key, isHidden }) => roles.includes(key) && (!isHidden || key === chosen))
      .map(({ key }) => ({ id: key, label: word(key) }));
  const introduction = {
    id: 'introduction',
    title: t('relation.section.introduction'),
    options: optionsOf(introductionRoles),
  };
  const own = { id: 'own', title: t('relation.section.own'), options: optionsOf(kinds.flatMap(rolesOf)) };
  const [first, ...rest] = order.map((id) => ({
    id,
    title: t(`relation.section.${id}`),
    options: optionsOf(sections[id]),
  }));
  return [...(first ? [first] : []), introduction, ...rest, own].filter(({ options }) => options.length > 0);
}
