import { Activity, useRef, useState } from 'react';
import { useT } from '../../platform/language.tsx';
import { useNavigation, type ScreenId } from '../../state/navigation.ts';
import { Spinner } from '../../ui/feedback/spinner.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { useReadyScreens, useScreen } from './load-screen.ts';
import { SetAside } from './set-aside.tsx';
import styles from './screen-host.module.css';

/**
 * Shows the current screen. The others stand beside it, hidden: those that were visited, so that coming back finds the same
 * scroll and state, and those that are ready to be, so that the first visit costs no more than any other. Hidden ones run
 * no effects: they hear no keys, ask nothing and take no focus.
 */
export function ScreenHost() {
  const current = useNavigation((state) => state.target.screen);
  const ready = useReadyScreens();
  const host = useRef<HTMLDivElement>(null);
  const [standing, setStanding] = useState<readonly ScreenId[]>([]);
  const arrived = [current, ...ready].filter((id) => !standing.includes(id));
  if (arrived.length > 0) setStanding([...standing, ...new Set(arrived)]);
  return (
    <div ref={host} className={styles.host}>
      <SetAside host={host} current={current} />
      {standing.map((id) => (
        <div key={id} className={id === current ? styles.shown : styles.aside}>
          <Activity mode={id === current ? 'visible' : 'hidden'}>
            <ErrorBoundary>
              <ScreenSlot id={id} isReady={ready.includes(id)} />
            </ErrorBoundary>
          </Activity>
        </div>
      ))}
    </div>
  );
}

function ScreenSlot({ id, isReady }: { id: ScreenId; isReady: boolean }) {
  const t = useT();
  const screen = useScreen(id, isReady);
  if (screen) return screen;
  return (
    <main className={styles.waiting}>
      <Spinner label={t('ui.loading')} />
    </main>
  );
}
