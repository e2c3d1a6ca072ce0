import type { Output } from '#shared/ipc/contract.ts';
import { formatElapsed } from '../../display/format-elapsed.ts';
import { useMinute } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { selectVerifiedBackup } from '../../state/backup-status.ts';
import styles from './recovery-screen.module.css';

export interface SafeFactsProps {
  journal: Output<'journal/status'> | null;
  backups: Output<'backup/status'> | null;
}

/** What is known to be intact, with its numbers. */
export function SafeFacts({ journal, backups }: SafeFactsProps) {
  const t = useT();
  const language = useLanguage();
  const now = useMinute();
  const backup = backups && selectVerifiedBackup(backups.backups);
  const journalWords = !journal
    ? t('recovery.journalUnknown')
    : journal.damage
      ? t('recovery.journalDamaged', { seq: journal.damage.lastGoodSeq, kept: journal.damage.keptBytes })
      : t('recovery.journal', { seq: journal.headSeq, customers: journal.counts['customer'] ?? 0 });
  const verifiedAt = backup?.verifiedAt ?? null;
  return (
    <ul className={styles.facts}>
      <li>{journalWords}</li>
      <li>
        {backup && verifiedAt !== null
          ? t('recovery.backup', { name: backup.name, when: formatElapsed(language, verifiedAt, now) })
          : t('recovery.noBackup')}
      </li>
    </ul>
  );
}
