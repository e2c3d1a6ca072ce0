import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { countAtFirst } from './count-at-first.ts';

interface FirstFew<T> {
  shown: readonly T[];
  /** The button that shows the others; nothing when there are none. */
  others: ReactNode;
}

/** The beginning of a list that may be long, so that it does not push the rest of the card out of reach; all of it at a press. */
export function useFirstFew<T>(list: readonly T[], most: number, openAt: number | null = null): FirstFew<T> {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const count = isWhole ? list.length : countAtFirst(list.length, most, openAt);
  if (count === list.length) return { shown: list, others: null };
  return {
    shown: list.slice(0, count),
    others: (
      <Button
        kind="quiet"
        size="small"
        icon={<ChevronDown />}
        onPress={() => {
          setWhole(true);
        }}
      >
        {t('card.showOthers', { count: list.length - count })}
      </Button>
    ),
  };
}
