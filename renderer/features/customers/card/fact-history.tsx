import { History } from 'lucide-react';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './card.module.css';

/** What a fact was before, and when it changed. */
export function FactHistory({ label, entries }: { label: string; entries: readonly FieldHistoryEntry[] }) {
  const t = useT();
  const title = t('facts.history', { field: label });
  return (
    <Popover
      label={title}
      placement="bottom end"
      trigger={<IconButton label={title} size="small" icon={<History />} />}
    >
      <ol className={styles.history}>
        {entries.toReversed().map((entry) => (
          <li key={`${entry.changeSetId}-${entry.field}`}>
            <div>
              {t('facts.changedFrom', {
                before: sayValue(entry.before, t('facts.removed')),
                after: sayValue(entry.after, t('facts.removed')),
              })}
            </div>
            <InstantText at={entry.at} />
          </li>
        ))}
      </ol>
    </Popover>
  );
}

/** A stored value in words good enough for a history line. */
function sayValue(value: unknown, empty: string): string {
  if (value === undefined || value === null || value === '') return empty;
  if (Array.isArray(value)) return value.length === 0 ? empty : value.map((item) => sayValue(item, empty)).join('；');
  if (typeof value === 'object') {
    const parts = value as Record<string, unknown>;
    const known = ['raw', 'address', 'account', 'street', 'name']
      .map((key) => parts[key])
      .find((part) => typeof part === 'string');
    return (
      known ??
      Object.values(parts)
        .filter((part) => typeof part !== 'object')
        .join('-')
    );
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
