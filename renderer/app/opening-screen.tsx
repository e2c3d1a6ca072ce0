import { useEffect, useState } from 'react';
import type { EngineEvent } from '../engine/api.ts';
import { useT } from '../platform/language.tsx';
import { ProgressBar } from '../ui/feedback/progress-bar.tsx';
import styles from './opening-screen.module.css';
import { Seal } from './seal.tsx';

/** What moves takes a processor from what is waited for. */
const patienceMs = 500;

/** Shown only when opening takes longer than people wait without asking. */
export function OpeningScreen({ progress }: { progress: Extract<EngineEvent, { type: 'progress' }> | null }) {
  const t = useT();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isSlow) return null;
  return (
    <main className={styles.opening}>
      <div className={styles.card}>
        <Seal isLarge />
        <h1 className={styles.title}>{t('opening.title')}</h1>
        <ProgressBar
          label={t(`opening.${progress?.task ?? 'open'}`)}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          {...(progress ? { detail: t('opening.counts', { done: progress.done, total: progress.total }) } : {})}
        />
      </div>
    </main>
  );
}
