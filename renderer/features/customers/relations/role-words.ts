import {
  inverseRole,
  isFixedRole,
  ownKindOf,
  rolesOf,
  type RelationRole,
} from '#shared/domain/relation/relation-role.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import { wordName } from '#shared/words/list-words.ts';
import { useWords } from '../../../display/use-words.ts';
import type { Question } from '../../../engine/client/question.ts';
import { useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';

/** What a customer can be chosen to be to another besides the roles of relations: introductions are facts of the customer. */
export const introductionRoles = ['introducer', 'introduced'] as const;

/** What the first is to the second, where `role` says what the second is to the first. */
export function backwards(role: RelationRole): RelationRole {
  if (role === 'introduced') return 'introducer';
  return role === 'contact' ? 'employer' : inverseRole(role);
}

export const kindsQuestion: Question<readonly RelationKind[]> = {
  key: 'relationKinds',
  ask: (engine) => engine.relationKinds(),
  concerns: 'catalogue',
};

/** The kinds of the user's own that can be chosen. */
export function useRelationKinds(): readonly RelationKind[] {
  return useAllKinds().filter(({ deletedAt }) => deletedAt === undefined);
}

/** Those that were removed too: relations that are of them keep their name. */
export function useAllKinds(): readonly RelationKind[] {
  return useQuestion(kindsQuestion).data ?? [];
}

/** How many customers are related by each of these kinds. */
export function usageQuestion(kinds: readonly RelationKind[]): Question<number[]> {
  return {
    key: `relation-usage:${kinds.map(({ id }) => id).join()}`,
    ask: (engine) =>
      kinds.length === 0
        ? Promise.resolve([])
        : engine.counts(
            kinds.map((kind) => ({
              join: 'and',
              parts: [{ field: 'relations', test: { is: 'any', of: rolesOf(kind) } }],
            })),
          ),
  };
}

/** The kinds that can be asked for: one that was removed as long as somebody is related by it. */
export function useAskedKinds(): readonly RelationKind[] {
  const kinds = useAllKinds();
  const removed = kinds.filter(({ deletedAt }) => deletedAt !== undefined);
  const usage = useQuestion(usageQuestion(removed)).data;
  return kinds.filter((kind) => kind.deletedAt === undefined || (usage?.[removed.indexOf(kind)] ?? 0) > 0);
}

/** The word for what somebody is to somebody. */
export function useRoleWord(): (role: RelationRole) => string {
  const t = useT();
  const kinds = useAllKinds();
  const words = useWords();
  return (role) => {
    const named = wordName('relation', role, words);
    if (named !== null) return named;
    if (isFixedRole(role)) return t(`relation.${role}`);
    if (role === 'introducer' || role === 'introduced' || role === 'contact') return t(`relation.${role}`);
    const own = ownKindOf(role);
    const kind = own && kinds.find(({ id }) => id === own.kindId);
    if (!kind) return t('relation.unknownKind');
    return own.isOpposite ? (kind.inverseName ?? kind.name) : kind.name;
  };
}
