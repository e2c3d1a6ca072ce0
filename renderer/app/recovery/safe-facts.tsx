import type { ReactNode } from 'react';
import { useT } from '../../platform/language.tsx';
import { selectVerifiedBackup } from '../../state/backup-status.ts';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import styles from './recovery-screen.module.css';
import type { SafeFactsFound } from './use-safe-facts.ts';

/** What is known to be intact, each with when it is from, how far it goes and how many customers it holds. */
export function SafeFacts({ journal, backups, children }: SafeFactsFound & { children?: ReactNode }) {
  const t = useT();
  const { formats } = useKit();
  const backup = backups && selectVerifiedBackup(backups.backups);
  const upTo = ({ headSeq, headAt, counts }: NonNullable<typeof journal>) => ({
    seq: headSeq,
    when: headAt === null ? '—' : formats.instant(headAt),
    customers: counts['customer'] ?? 0,
  });
  const journalWords = !journal
    ? t('recovery.journalUnknown')
    : journal.damage
      ? t('recovery.journalDamaged', { ...upTo(journal), kept: journal.damage.keptBytes })
      : t('recovery.journal', upTo(journal));
  return (
    <ul className={styles.facts}>
      {children}
      <li>{journalWords}</li>
      <li>
        {backup
          ? t('recovery.backup', {
              name: backup.name,
              when: formats.instant(backup.createdAt),
              seq: backup.seq,
              customers: backup.counts?.['customer'] ?? 0,
            })
          : t('recovery.noBackup')}
      </li>
    </ul>
  );
}
