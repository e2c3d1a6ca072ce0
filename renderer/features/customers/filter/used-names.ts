import type { ValueUse } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';

const nothing: readonly ValueUse[] = [];

/** What goods or anniversaries are called in the archive, the most frequent first; none until it `isAsked`. */
export function useUsedNames(field: 'bought' | 'anniversary', isAsked = true): readonly ValueUse[] {
  const { data = nothing } = useEngineQuery<readonly ValueUse[]>(
    isAsked ? `value-use:${field}` : 'value-use:',
    async (engine) => (isAsked ? engine.valueUse(field) : nothing),
  );
  return data;
}
