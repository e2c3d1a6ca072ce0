import { useT } from '../../platform/language.tsx';
import styles from './imports.module.css';
import type { PreviewRow } from './protocol.ts';

/** The first rows as they were understood. */
export function UnderstoodRows({ rows, unit }: { rows: readonly PreviewRow[]; unit: 'card' | 'row' }) {
  const t = useT();
  return (
    <ol className={styles.rows}>
      {rows.map((row) => (
        <li key={row.line} className={styles.previewRow}>
          <span className={styles.quiet}>{t('data.problem.line', { line: row.line, unit })}</span>
          <dl className={styles.rowFacts}>
            {row.facts.map(({ field, text }) => (
              <div key={field}>
                <dt>{t(`import.field.${field}`)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
