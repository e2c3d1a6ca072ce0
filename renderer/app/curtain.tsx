import { useEffect, useState } from 'react';
import { useT } from '../platform/language.tsx';
import { useSession } from '../state/session.ts';
import { takeFocus } from '../ui/keys/take-focus.ts';
import styles from './curtain.module.css';
import { Seal } from './seal.tsx';

export function toggleCurtain(): void {
  useSession.setState(({ isCurtainDown }) => ({ isCurtainDown: !isCurtainDown }));
}

/**
 * Covers everything at one key, for when somebody leans over the counter. The archive stays open behind it, and whoever was typing
 * goes on where they were. The top-layer mark keeps an open dialog from taking the keyboard back meanwhile.
 */
export function Curtain() {
  const t = useT();
  const [left] = useState(focusedPath);
  useEffect(
    () => () => {
      // A cell is left and gone meanwhile; its list is there.
      const back = left.find((element) => element.isConnected && element.tabIndex >= 0);
      if (back) takeFocus(back, () => undefined);
    },
    [left],
  );
  useEffect(() => {
    addEventListener('keydown', keepOut, { capture: true });
    return () => {
      removeEventListener('keydown', keepOut, { capture: true });
    };
  }, []);
  return (
    <main className={styles.curtain} aria-label={t('curtain.title')} data-react-aria-top-layer="true">
      <button type="button" className={styles.button} autoFocus onClick={toggleCurtain}>
        <Seal isLarge />
        <span>{t('curtain.hint')}</span>
      </button>
    </main>
  );
}

/** Nothing behind it answers to keys, not even to those with which the browser takes back what was typed. */
function keepOut(event: KeyboardEvent): void {
  const isLock = event.shiftKey && event.key.toLowerCase() === 'l';
  if (isLock || ['F9', 'Tab', 'Enter', ' '].includes(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What has the keyboard, and what that is in. */
function focusedPath(): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let at = document.activeElement; at !== null && at !== document.body; at = at.parentElement) {
    if (at instanceof HTMLElement) path.push(at);
  }
  return path;
}
