import type { OwnThings } from '#shared/starter-sets/plan-starter.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';

/** What the archive has of its own; `null` until all of it is known. */
export function useOwnThings(): OwnThings | null {
  const fields = useFieldDefinitions();
  const words = useWords().filter(({ deletedAt }) => deletedAt === undefined);
  const { data: rest } = useEngineQuery('own-things', async (engine) => {
    const [tags, kinds, views] = await Promise.all([
      engine.catalogue('tag'),
      engine.catalogue('relationKind'),
      engine.catalogue('listView'),
    ]);
    return { tags, kinds, views };
  });
  return rest ? { fields, words, ...rest } : null;
}
