import { Activity, useState } from 'react';
import { useT } from '../../platform/language.tsx';
import { useNavigation, type ScreenId } from '../../state/navigation.ts';
import { Spinner } from '../../ui/feedback/spinner.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { useFirstAnswers, useScreen } from './load-screen.ts';
import styles from './screen-host.module.css';

/** Shows the current screen. Screens that were visited stay, hidden, so that coming back finds the same scroll and state. */
export function ScreenHost() {
  const current = useNavigation((state) => state.target.screen);
  useFirstAnswers();
  const [visited, setVisited] = useState<readonly ScreenId[]>([]);
  if (!visited.includes(current)) setVisited([...visited, current]);
  return (
    <div className={styles.host}>
      {visited.map((id) => (
        <Activity key={id} mode={id === current ? 'visible' : 'hidden'}>
          <ErrorBoundary>
            <ScreenSlot id={id} />
          </ErrorBoundary>
        </Activity>
      ))}
    </div>
  );
}

function ScreenSlot({ id }: { id: ScreenId }) {
  const t = useT();
  const screen = useScreen(id);
  if (screen) return screen;
  return (
    <main className={styles.waiting}>
      <Spinner label={t('ui.loading')} />
    </main>
  );
}
