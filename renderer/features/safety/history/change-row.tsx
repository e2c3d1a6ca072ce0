import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AppError } from '#shared/errors/app-error.ts';
import { toAppError } from '../../../display/report-failure.ts';
import type { HistoryEntry } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/engine-context.tsx';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { InstantText } from '../../../ui/text/date-text.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { listCounts } from '../list-counts.ts';
import styles from './change-history.module.css';

/** When, what, whom and how much; and its undo. A refusal stays in the row that it concerns. */
export function ChangeRow({ entry }: { entry: HistoryEntry }) {
  const t = useT();
  const describe = useDescribeError();
  const engine = useEngine();
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { at, reason, counts, customer, undone, undoable, changeSetId } = entry;
  const what = t(`reason.${reason}`);

  const undo = async (): Promise<void> => {
    setIsBusy(true);
    setRefusal(null);
    try {
      await engine.undo(changeSetId);
      showToast({ text: t('undo.doneWhat', { what }) });
    } catch (error) {
      setRefusal(toAppError(error));
    }
    setIsBusy(false);
  };
  return (
    <li className={styles.row}>
      <span className={styles.when}>
        <InstantText at={at} />
      </span>
      <span className={styles.what}>
        <span className={classNames(undone && styles.undone)}>{what}</span>
        {customer && (
          <AriaButton
            className={styles.customer ?? ''}
            onPress={() => {
              navigate({ screen: 'customers', customerId: customer.id });
            }}
          >
            {customer.name}
          </AriaButton>
        )}
        {undone && <span className={styles.muted}>{t('safety.history.undone')}</span>}
      </span>
      <span className={styles.counts}>
        {listCounts(counts)
          .map(({ table, count }) => t('safety.history.count', { table: t(`table.${table}`), count }))
          .join(' · ')}
      </span>
      {undoable && !undone ? (
        <IconButton
          size="small"
          label={t('safety.history.undo', { what })}
          icon={<Undo2 />}
          isDisabled={isBusy}
          onPress={() => void undo()}
        />
      ) : (
        <span />
      )}
      {refusal && (
        <p className={styles.refusal} role="alert">
          {describe(refusal)}
        </p>
      )}
    </li>
  );
}
