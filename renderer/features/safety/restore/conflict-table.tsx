import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import type { FieldConflict } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import styles from './restore-dialog.module.css';

const longestShown = 120;

/** Field by field: what stands here now, and what the backup would put in its place. */
export function ConflictTable({ conflicts }: { conflicts: readonly FieldConflict[] }) {
  const t = useT();
  const { formats } = useKit();
  const nameOf = ({ table, field }: FieldConflict): string => {
    if (field === 'deletedAt') return t('trust.one.deletedAt');
    const key = `field.${field}`;
    const name = key in messages ? t(key as MessageKey) : field;
    return table === 'customer' ? name : `${t(`table.${table}`)} · ${name}`;
  };
  const say = ({ field }: FieldConflict, value: unknown): string =>
    field === 'deletedAt' && typeof value === 'string' ? formats.instant(value) : sayValue(value);
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
            <th scope="row">{nameOf(conflict)}</th>
            <td>{say(conflict, conflict.now)}</td>
            <td>{say(conflict, conflict.backup)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A stored value in words good enough to compare two of them. */
function sayValue(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'string') return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(sayValue).join('；');
  if (typeof value !== 'object') return JSON.stringify(value);
  const parts = value as Record<string, unknown>;
  const known = ['raw', 'address', 'account', 'street', 'name'].map((key) => parts[key]).find(Boolean);
  return known === undefined ? Object.values(parts).map(sayValue).join('-') : sayValue(known);
}
