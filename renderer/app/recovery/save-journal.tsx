import { useState } from 'react';
import { reportFailure } from '../../display/report-failure.ts';
import { useT } from '../../platform/language.tsx';
import { callMain } from '../../platform/main-api.ts';
import { Button } from '../../ui/actions/button.tsx';
import styles from './recovery-screen.module.css';

/** Saves the journal as it lies on the disk, damage and all, for somebody who knows. */
export function SaveJournal() {
  const t = useT();
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const answer = await callMain('journal/save-copy', {});
    if (answer.savedAs !== null) setSavedAs(answer.savedAs);
  };
  return (
    <>
      <Button onPress={() => void save().catch(reportFailure)}>{t('recovery.export')}</Button>
      {savedAs !== null && (
        <p className={styles.done} role="status">
          {t('recovery.exported', { file: savedAs })}
        </p>
      )}
    </>
  );
}
