import { useEffect, useMemo, useRef, useState } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
import { Kbd } from '../actions/kbd.tsx';
import styles from './tooltip.module.css';
import { watchTips } from './watch-tips.ts';

/** The one tooltip of the window: buttons only carry its words, and cost nothing until a pointer rests on them. */
export function TooltipHost() {
  const [tipped, setTipped] = useState<HTMLElement | null>(null);
  const trigger = useRef<HTMLElement>(null);
  useEffect(
    () =>
      watchTips(document, (element) => {
        trigger.current = element;
        setTipped(element);
      }),
    [],
  );
  // React Aria's tooltip asks the state of its trigger even when it is told that it is open.
  const state = useMemo(
    () => ({
      isOpen: true,
      shouldSkipAnimation: true,
      open: () => undefined,
      close: () => {
        setTipped(null);
      },
    }),
    [],
  );
  if (tipped === null) return null;
  const { tip, tipKeys } = tipped.dataset;
  // Ways to other screens stand one above the other: beside them it covers none.
  const placement = tipped.closest('nav') ? 'end' : 'top';
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip key={tip} isOpen triggerRef={trigger} placement={placement} offset={6} className={styles.tooltip ?? ''}>
        <span>{tip}</span>
        {tipKeys !== undefined && <Kbd keys={tipKeys} />}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
