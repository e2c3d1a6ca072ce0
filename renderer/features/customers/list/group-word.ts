import { dimensions, type ClassKey, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { GroupKey } from '#shared/domain/list-view/list-view.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { useCodeWords } from '../../../display/use-words.ts';
import { useT } from '../../../platform/language.tsx';

export function isDimension(by: GroupKey): by is Dimension {
  return (dimensions as readonly string[]).includes(by);
}

/** How a group of the list is called: its class, its campaign or its choice. */
export function useGroupWord(): (by: GroupKey, key: ClassKey) => string {
  const t = useT();
  const classWord = useClassWord();
  const campaigns = useCodeWords('campaign');
  return (by, key) => {
    if (isDimension(by)) return classWord(by, key);
    if (key === '') return t('grid.group.none');
    return by === 'campaign' ? campaigns.name(key) : key;
  };
}
