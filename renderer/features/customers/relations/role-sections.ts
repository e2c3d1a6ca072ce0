import type { CustomerKind } from '#shared/domain/customer/customer.ts';
import { rolesOf, type FixedRole } from '#shared/domain/relation/relation-role.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import type { Translate } from '#shared/i18n/translate.ts';
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

/** Every role one can choose, in groups, those that fit this kind of customer first. */
export function roleSections(
  kind: CustomerKind,
  kinds: readonly RelationKind[],
  word: (role: string) => string,
  t: Translate,
): PickSection[] {
  const order =
    kind === 'person' ? (['household', 'people', 'company'] as const) : (['company', 'people', 'household'] as const);
  const optionsOf = (roles: readonly string[]) => roles.map((id) => ({ id, label: word(id) }));
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
