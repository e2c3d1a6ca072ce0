import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Popover } from '../../../ui/overlays/popover.tsx';
import styles from './card.module.css';

/** What became of a field; its rows are made only while they are looked at. */
export function HistoryPopover({ field, children }: { field: string; children: ReactNode }) {
  const t = useT();
  const title = t('facts.history', { field });
  return (
    <Popover
      label={title}
      placement="bottom end"
      trigger={<IconButton label={title} size="small" icon={<History />} />}
    >
      <ol className={styles.history}>{children}</ol>
    </Popover>
  );
}
