import type { FieldConflict } from '../../../engine/api.ts';
import { useSaying } from '../../../display/history/use-saying.ts';
import { useT } from '../../../platform/language.tsx';
import styles from './restore-dialog.module.css';

/** Field by field: what stands here now, and what the backup would put in its place. */
export function ConflictTable({ conflicts }: { conflicts: readonly FieldConflict[] }) {
  const t = useT();
  const { nameOf, say } = useSaying();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('safety.restore.table')}</th>
          <th scope="col">{t('trust.one.now')}</th>
          <th scope="col">{t('trust.one.then')}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={`${conflict.table}/${conflict.recordId}/${conflict.field}`}>
            <th scope="row">
              {conflict.table !== 'customer' && `${t(`table.${conflict.table}`)} · `}
              {nameOf(conflict.table, conflict.field)}
            </th>
            <td>{say(conflict.field, conflict.now)}</td>
            <td>{say(conflict.field, conflict.backup)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
