import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { NearView } from '../../../ui/layout/near-view.tsx';
import { countAtFirst } from './count-at-first.ts';

interface FirstFew<T> {
  shown: readonly T[];
  /** The button that shows the others; nothing when there are none. */
  others: ReactNode;
}

interface FewOptions {
  /** The place that is being typed into: it is shown. */
  openAt?: number | null;
  /** So many more at a press, and as many again whenever their end comes near. */
  step?: number;
}

/** Rows with a menu each take a millisecond to be drawn, and a customer may stand to thousands. */
const defaultStep = 60;

/** Of a past as long as a fact's may be. */
export const firstChanges = 30;

const focusable = 'button:not([tabindex="-1"]), a[href], input, textarea, [tabindex="0"]';

/** Puts the keyboard on what takes the place of a button that goes. */
function focusSuccessor(button: Element): void {
  const part = button.closest('dd, section, [role=dialog]');
  const places = () => [...(part?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  const at = places().findIndex((place) => place === button);
  requestAnimationFrame(() => places()[at]?.focus());
}

/** The beginning of a list that may be long, so that it does not push the rest of the card out of reach; more of it at a press. */
export function useFirstFew<T>(
  list: readonly T[],
  most: number,
  { openAt = null, step = defaultStep }: FewOptions = {},
): FirstFew<T> {
  const t = useT();
  const [more, setMore] = useState(0);
  const count = countAtFirst(list.length, most + more, openAt);
  if (count === list.length) return { shown: list, others: null };
  const showMore = () => {
    setMore(more + step);
  };
  const button = (
    <Button
      kind="quiet"
      size="small"
      icon={<ChevronDown />}
      onPress={({ currentTarget }) => {
        focusSuccessor(currentTarget);
        showMore();
      }}
    >
      {t('card.showOthers', { count: list.length - count })}
    </Button>
  );
  const others =
    more === 0 ? (
      button
    ) : (
      <NearView key={count} onNear={showMore}>
        {button}
      </NearView>
    );
  return { shown: list.slice(0, count), others };
}
