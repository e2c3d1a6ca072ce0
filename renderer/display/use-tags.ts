import { useMemo } from 'react';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { useEngineQuery } from '../engine/use-engine-query.ts';

const none: readonly Tag[] = [];
const maps = new WeakMap<readonly Tag[], ReadonlyMap<string, Tag>>();

/** All tags by their ids. There may be thousands, and every row of the list asks. */
export function useTags(): ReadonlyMap<string, Tag> {
  const { data = none } = useEngineQuery('tags', (engine) => engine.catalogue('tag'));
  return useMemo(() => {
    const known = maps.get(data) ?? new Map(data.map((tag) => [tag.id, tag]));
    maps.set(data, known);
    return known;
  }, [data]);
}
