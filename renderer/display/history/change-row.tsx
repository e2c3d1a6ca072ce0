import { ChevronDown, ChevronRight, Square, Undo2 } from 'lucide-react';
import { Fragment, useEffect, useId, useRef, useState } from 'react';
import type { HistoryEntry } from '../../engine/api.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useT } from '../../platform/language.tsx';
import { percentOf } from '../../state/activity.ts';
import { closeHistory } from '../../state/history-panel.ts';
import { navigate } from '../../state/navigation.ts';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { PressButton } from '../../ui/actions/press-button.tsx';
import { dismissTold, showToast } from '../../ui/feedback/toasts.ts';
import { usePending } from '../../ui/keys/use-pending.ts';
import { InstantText } from '../../ui/text/date-text.tsx';
import { HiddenText } from '../../ui/text/hidden-text.tsx';
import { classNames } from '../../ui/theme/class-names.ts';
import { listCounts } from '../list-counts.ts';
import { ChangeDetailsView } from './change-details-view.tsx';
import styles from './history.module.css';
import { sayEntry, type SayOne } from './use-say-one.ts';
import { useStopUndo } from './use-stop-undo.ts';

/** When, what, whom and how much; what exactly, when opened; and its undo. */
export function ChangeRow({ entry, sayOne }: { entry: HistoryEntry; sayOne: SayOne }) {
  const t = useT();
  const commit = useCommit();
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { at, counts, customer, undone, undoable, changeSetId } = entry;
  const { what, about } = sayEntry(t, sayOne, entry);
  /** Several alike are told apart by ear too. */
  const spoken = about === '' ? what : `${what} ${about}`;
  const toggle = useRef<HTMLButtonElement>(null);

  // The undo button that was pressed is gone then; the keyboard stays in its row, but comes to none that was undone elsewhere.
  const isPressed = useRef(false);
  useEffect(() => {
    if (!undone || !isPressed.current) return;
    isPressed.current = false;
    if (document.activeElement === document.body) toggle.current?.focus();
  }, [undone]);

  const [undo, isPending] = usePending(async () => {
    isPressed.current = true;
    dismissTold();
    if (await commit((engine) => engine.undo(changeSetId), null)) showToast({ text: t('undo.doneWhat', { what }) });
  });
  const { task, stop, isStopping } = useStopUndo();
  const mayStop = isPending && task !== undefined;
  return (
    <li className={styles.row}>
      <PressButton
        ref={toggle}
        className={styles.open}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onPress={() => {
          setIsOpen(!isOpen);
        }}
      >
        {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        <InstantText at={at} />
        <HiddenText>{t('history.details', { what: spoken })}</HiddenText>
      </PressButton>
      <span className={styles.what}>
        <span className={classNames(undone && styles.undone)}>{what}</span>
        {customer && (
          <PressButton
            className={styles.customer}
            onPress={() => {
              closeHistory();
              navigate({ screen: 'customers', customerId: customer.id });
            }}
          >
            {customer.name}
          </PressButton>
        )}
        {about !== '' && <span className={styles.about}>{about}</span>}
        {undone && <span className={styles.muted}>{t('history.undone')}</span>}
        {mayStop && (
          <span className={styles.muted}>
            {isStopping ? t('undo.stopping') : t('status.task', { label: task.label, percent: percentOf(task) })}
          </span>
        )}
      </span>
      <span className={styles.counts}>
        {listCounts(counts).map(({ table, count }, at, { length }) => (
          <Fragment key={table}>
            <span className={styles.count}>
              {t('history.count', { table: t(`table.${table}`), count })}
              {at < length - 1 && ' ·'}
            </span>{' '}
          </Fragment>
        ))}
      </span>
      {undoable && !undone ? (
        <IconButton
          size="small"
          label={t(mayStop ? 'history.stop' : 'history.undo', { what: spoken })}
          icon={mayStop ? <Square fill="currentColor" /> : <Undo2 />}
          // Disabled, it would lose the keyboard while a step of very many is taken back: Escape would close nothing.
          isPending={mayStop ? isStopping : isPending}
          onPress={() => void (mayStop ? stop() : undo())}
        />
      ) : (
        <span />
      )}
      <div id={detailsId} className={styles.details} hidden={!isOpen}>
        {isOpen && <ChangeDetailsView changeSetId={changeSetId} />}
      </div>
    </li>
  );
}
