import type { LocalTime } from '#shared/domain/record.ts';
import { daysBetween, formatDue } from '#shared/i18n/format.ts';
import { useLanguage } from '../platform/language.tsx';
import { useToday } from '../platform/clock.ts';
import { classNames } from '../ui/theme/class-names.ts';
import styles from './due-text.module.css';

/** When something is due; late in seal red, today in ink blue, later muted. */
export function DueText({ due }: { due: LocalTime | null }) {
  const language = useLanguage();
  const today = useToday();
  if (due === null) return <span className={styles.later}>—</span>;
  const days = daysBetween(today, due);
  return (
    <time dateTime={due} className={classNames(days < 0 ? styles.late : days === 0 ? styles.today : styles.later)}>
      {formatDue(language, due, today)}
    </time>
  );
}
