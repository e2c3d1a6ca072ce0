import { tagSchema } from '../domain/tag/tag.ts';
import { foldText } from '../match/text.ts';
import type { TagBook } from './typed-tags.ts';

interface NamedTag {
  id: string;
  name: string;
}

/**
 * The tags there are, however the letters and the width of their names are written; `make` gives one that is not there an id. There
 * may be thousands: nothing is done with them until one is asked for.
 */
export function tagBook(tags: Iterable<NamedTag>, make?: (name: string) => string): TagBook {
  let known: { names: Map<string, string>; ids: Map<string, string> } | undefined;
  const open = () => {
    if (known) return known;
    const all = [...tags];
    known = {
      names: new Map(all.map(({ id, name }) => [id, name])),
      ids: new Map(all.map(({ id, name }) => [foldText(name), id])),
    };
    return known;
  };
  return {
    idOf: (name) => {
      const { ids } = open();
      const key = foldText(name);
      const id = ids.get(key) ?? (tagSchema.shape.name.safeParse(name).success ? make?.(name) : undefined);
      if (id !== undefined) ids.set(key, id);
      return id;
    },
    nameOf: (id) => open().names.get(id) ?? '',
  };
}
