import { useMemo } from 'react';
import type { Tag } from '#shared/domain/tag/tag.ts';
import type { Question } from '../engine/client/question.ts';
import { useQuestion } from '../engine/client/use-engine-query.ts';

const none: readonly Tag[] = [];
export const tagsQuestion: Question<readonly Tag[]> = {
  key: 'tags',
  ask: (engine) => engine.catalogue('tag'),
  concerns: 'catalogue',
};

const maps = new WeakMap<readonly Tag[], ReadonlyMap<string, Tag>>();

/** All tags by their ids. There may be thousands, and every row of the list asks. */
export function useTags(): ReadonlyMap<string, Tag> {
  const { data = none } = useQuestion(tagsQuestion);
  return useMemo(() => {
    const known = maps.get(data) ?? new Map(data.map((tag) => [tag.id, tag]));
    maps.set(data, known);
    return known;
  }, [data]);
}
