import { Lock, LockOpen } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { reportFailure } from '../../display/report-failure.ts';
import { useT } from '../../platform/language.tsx';
import { useActivity } from '../../state/activity.ts';
import { changePreferences, usePreferences } from '../../state/preferences.ts';
import { Menu } from '../../ui/overlays/menu.tsx';
import { lockNow } from '../session/session.ts';
import { formatCountdown, readLastActiveMs, selectSecondsToLock, watchActivity } from './idle.ts';
import { PressButton } from '../../ui/actions/press-button.tsx';
import styles from './status-line.module.css';

const choices = [1, 5, 10, 30, 0];

/** The countdown, and the lock itself when it ends. Locking waits while something is being written. */
export function LockPart() {
  const t = useT();
  const minutes = usePreferences((state) => state.autoLockMinutes);
  const isBusy = useActivity((state) => state.pendingWrites > 0 || state.tasks.length > 0);
  const [seconds, setSeconds] = useState<number | null>(null);

  const lockAt = useEffectEvent((left: number | null) => {
    if (left === 0 && !isBusy) void lockNow();
  });
  useEffect(watchActivity, []);
  useEffect(() => {
    const tick = (): void => {
      const left = selectSecondsToLock(readLastActiveMs(), Date.now(), minutes);
      setSeconds(left);
      lockAt(left);
    };
    tick();
    const timer = window.setInterval(tick, 1000);
    // A machine that slept past the hour must not show customers for another second.
    document.addEventListener('visibilitychange', tick);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [minutes]);

  const words =
    seconds === null
      ? t('status.lockNever')
      : isBusy && seconds === 0
        ? t('status.lockHeld')
        : t('status.lockIn', { time: formatCountdown(seconds) });
  return (
    <Menu
      label={t('status.lockNow')}
      placement="top end"
      trigger={
        <PressButton className={styles.part}>
          {seconds === null ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
          {words}
        </PressButton>
      }
      groups={[
        {
          id: 'now',
          entries: [
            {
              id: 'now',
              label: t('status.lockNow'),
              icon: <Lock />,
              keys: 'Mod+Shift+L',
              onAction: () => void lockNow(),
            },
          ],
        },
        {
          id: 'after',
          entries: choices.map((choice) => ({
            id: String(choice),
            label: choice === 0 ? t('status.lockOff') : t('status.lockAfter', { minutes: choice }),
            isChecked: choice === minutes,
            onAction: () => {
              changePreferences({ autoLockMinutes: choice }).catch(reportFailure);
            },
          })),
        },
      ]}
    />
  );
}
