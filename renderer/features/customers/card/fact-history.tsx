import { History } from 'lucide-react';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { useSaying } from '../../../display/history/use-saying.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './card.module.css';

/** What a fact was before, and when it changed. */
export function FactHistory({ label, entries }: { label: string; entries: readonly FieldHistoryEntry[] }) {
  const t = useT();
  const { say } = useSaying();
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
                before: say(entry.field, entry.before),
                after: say(entry.field, entry.after),
              })}
            </div>
            <InstantText at={entry.at} />
          </li>
        ))}
      </ol>
    </Popover>
  );
}
