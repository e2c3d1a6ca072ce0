import styles from './dates.module.css';

/** Behind a yearly day: when it comes. */
export function BirthdayDates({ days }: { days: readonly string[] }) {
  // A space instead of a margin: it stays behind when the days go on a line of their own.
  return (
    <>
      {'\u2002'}
      {days.map((day, at) => (
        <span key={day} className={styles.coming}>
          {at < days.length - 1 ? `${day} · ` : day}
        </span>
      ))}
    </>
  );
}
