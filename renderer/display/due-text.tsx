import type { LocalTime } from '#shared/domain/record.ts';
import { classNames } from '../ui/theme/class-names.ts';
import { useKit } from '../ui/theme/kit-provider.tsx';
import styles from './due-text.module.css';

/** On which day something is due; late in seal red, today in ink blue, later muted. */
export function DueText({ due }: { due: LocalTime | null }) {
  const { formats } = useKit();
  if (due === null) return <span className={styles.later}>—</span>;
  const days = formats.daysUntil(due);
  return (
    <time dateTime={due} className={classNames(days < 0 ? styles.late : days === 0 ? styles.today : styles.later)}>
      {formats.due(due.slice(0, 10))}
    </time>
  );
}
