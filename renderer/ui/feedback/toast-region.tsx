import { X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../actions/button.tsx';
import { IconButton } from '../actions/icon-button.tsx';
import { classNames } from '../theme/class-names.ts';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './toast-region.module.css';
import { dismissToast, holdToasts, readToasts, releaseToasts, subscribeToasts } from './toasts.ts';

/**
 * Where toasts appear; once, at the bottom of the app. Its live region exists before the first toast, so that it is read
 * out; the top-layer mark keeps react-aria from putting it out of reach while a dialog is open.
 */
export function ToastRegion() {
  const { words } = useKit();
  const toasts = useSyncExternalStore(subscribeToasts, readToasts);
  const region = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = region.current;
    if (!element) return undefined;
    const stop = new AbortController();
    for (const type of ['mouseenter', 'focusin']) element.addEventListener(type, holdToasts, { signal: stop.signal });
    for (const type of ['mouseleave', 'focusout']) {
      element.addEventListener(type, releaseToasts, { signal: stop.signal });
    }
    return () => {
      stop.abort();
    };
  }, []);

  return (
    <section ref={region} className={styles.region} aria-label={words.notifications} data-react-aria-top-layer="true">
      <ol aria-live="polite" aria-relevant="additions" className={styles.list}>
        {toasts.map(({ id, text, tone, action }) => (
          <li key={id} className={classNames(styles.toast, tone === 'seal' && styles.seal)}>
            <span className={styles.text}>{text}</span>
            {action && (
              <Button
                size="small"
                keys={action.keys}
                onPress={() => {
                  dismissToast(id);
                  action.onPress();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton
              label={words.close}
              size="small"
              icon={<X />}
              onPress={() => {
                dismissToast(id);
              }}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
