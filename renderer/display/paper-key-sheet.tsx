import { groupsOfPaperKey } from '#shared/crypto/paper-key.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useToday } from '../platform/clock.ts';
import { useLanguage, useT } from '../platform/language.tsx';
import { PaperKey } from '../ui/paper/paper-key.tsx';
import styles from './paper-key.module.css';

/** The paper key in its groups and as a code; printing the window prints it alone, with what it is for and the date. */
export function PaperKeySheet({ paperKey }: { paperKey: string }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return (
    <div className={styles.paper}>
      <PaperKey
        text={paperKey}
        groups={groupsOfPaperKey(paperKey)}
        qrLabel={t('paper.qr')}
        sheet={{
          title: t('paper.title'),
          instructions: t('paper.instructions'),
          footer: t('paper.made', { date: formatDay(language, today, '0000-01-01') }),
        }}
      />
    </div>
  );
}
