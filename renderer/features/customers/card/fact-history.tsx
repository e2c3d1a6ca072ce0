import { History } from 'lucide-react';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { useSaying } from '../../../display/history/use-saying.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './card.module.css';

interface FactHistoryProps {
  label: string;
  entries: readonly FieldHistoryEntry[];
  /** Makes what stood before this change the present value again. */
  onPutBack: (entry: FieldHistoryEntry) => void;
}

/** What a fact was before, and when it changed; each earlier value can be put back. */
export function FactHistory({ label, entries, onPutBack }: FactHistoryProps) {
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
          <li key={`${entry.changeSetId}-${entry.field}`} className={styles.historyEntry}>
            <div>
              <div>
                {t('facts.changedFrom', {
                  before: say(entry.field, entry.before),
                  after: say(entry.field, entry.after),
                })}
              </div>
              <InstantText at={entry.at} />
            </div>
            <Button
              kind="quiet"
              size="small"
              aria-label={t('facts.putBackValue', { value: say(entry.field, entry.before) })}
              onPress={() => {
                onPutBack(entry);
              }}
            >
              {t('facts.putBack')}
            </Button>
          </li>
        ))}
      </ol>
    </Popover>
  );
}
