import { fixedRoles, isFixedRole, ownKindOf, rolesOf } from '#shared/domain/relation/relation-role.ts';
import { listWords, type ListedWord } from '#shared/words/list-words.ts';
import { codeName, fixedCodes, isCodedList } from '#shared/words/coded-words.ts';
import { useWords } from '../../../display/use-words.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { isOfFollowUps, type CountedList, type CountedWord } from './counted-words.ts';

/** The words of a list in their order; `undefined` until they are counted. */
export function useListed(list: CountedList): CountedWord[] | undefined {
  const t = useT();
  const words = useWords();
  const isRelation = list === 'relation';
  const { data: allKinds } = useEngineQuery('relationKinds', (engine) => engine.relationKinds());
  const kinds = allKinds?.filter(({ deletedAt }) => deletedAt === undefined);
  const { data: uses } = useEngineQuery(`value-use:${list}`, async (engine) =>
    isOfFollowUps(list) ? [] : engine.valueUse(list === 'relation' ? 'relations' : list),
  );
  if (!uses || !kinds) return undefined;
  const counts = new Map(uses.map(({ value, count }) => [value, count]));
  const natural: readonly string[] = {
    source: fixedCodes('source'),
    campaign: fixedCodes('campaign'),
    lostReason: fixedCodes('lostReason'),
    putOffReason: fixedCodes('putOffReason'),
    relation: [...fixedRoles, ...kinds.flatMap(rolesOf)],
    industry: uses.map(({ value }) => value),
    size: uses.map(({ value }) => value),
    sourceDetail: uses.map(({ value }) => value),
  }[list];
  const labelOf = ({ key, name }: ListedWord): string => {
    if (isCodedList(list)) return codeName(list, key, words, t);
    if (!isRelation) return key;
    if (name !== null) return name;
    if (isFixedRole(key)) return t(`relation.${key}`);
    const own = ownKindOf(key);
    const kind = kinds.find(({ id }) => id === own?.kindId);
    return (own?.isOpposite ? kind?.inverseName : undefined) ?? kind?.name ?? t('words.gone');
  };
  return listWords(list, natural, words)
    .filter(({ key }) => !isRelation || natural.includes(key))
    .map((word) => ({ ...word, label: labelOf(word), count: counts.get(word.key) ?? 0 }));
}
