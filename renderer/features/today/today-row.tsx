import { Clock3, Phone } from 'lucide-react';
import { useState } from 'react';
import { ClassWord } from '../../display/class-word.tsx';
import { useCodeWords } from '../../display/use-words.ts';
import { useWhyNow } from '../../display/why-now.ts';
import type { TodayItem } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { QuickLog } from './quick-log.tsx';
import { SnoozeMenu } from './snooze-menu.tsx';
import styles from './today.module.css';
import type { TodayActions } from './use-today-actions.ts';

interface TodayRowProps {
  item: TodayItem;
  isActive: boolean;
  isLogging: boolean;
  isSnoozing: boolean;
  actions: TodayActions;
  onActivate: () => void;
  onLog: (followUpId: string | null) => void;
  onSnooze: (followUpId: string | null) => void;
}

/** One thing to do: for whom, what, and why now. */
export function TodayRow({
  item,
  isActive,
  isLogging,
  isSnoozing,
  actions,
  onActivate,
  onLog,
  onSnooze,
}: TodayRowProps) {
  const t = useT();
  const whyNow = useWhyNow();
  const putOffWords = useCodeWords('putOffReason');
  /** The menu of days was closed, and the keyboard goes back to what opened it. */
  const [takesFocus, setTakesFocus] = useState(false);
  const { customer, followUp, daysOverdue } = item;
  // When it is due stands at the end of the row already.
  const { putOffReason } = followUp;
  const reasons = [
    ...item.why.filter(({ rule }) => !rule.startsWith('due-')).map(whyNow),
    ...(putOffReason === undefined ? [] : [t('followUps.putOffBecause', { reason: putOffWords.name(putOffReason) })]),
  ];
  return (
    <li className={styles.item} data-active={isActive} onFocus={onActivate} onPointerDown={onActivate}>
      <Checkbox
        aria-label={`${t('today.done')}: ${customer.name}, ${followUp.title}`}
        isSelected={false}
        onChange={() => void actions.complete(item)}
      />
      <div>
        <div className={styles.who}>
          <button
            type="button"
            className={styles.nameButton}
            data-opens
            onClick={() => {
              navigate({ screen: 'customers', customerId: customer.id });
            }}
          >
            {customer.name}
          </button>
          {customer.organization !== '' && <span className={styles.muted}>{customer.organization}</span>}
          <ClassWord dimension="value" value={customer.value} />
          <span className={styles.phone}>{customer.phone}</span>
        </div>
        <div className={styles.why}>
          <span className={styles.what}>{followUp.title}</span>
          {reasons.length > 0 && ` · ${reasons.join(' · ')}`}
        </div>
      </div>
      <span className={styles.tools}>
        <IconButton
          label={t('today.logFor', { name: customer.name })}
          keys="L"
          size="small"
          icon={<Phone />}
          onPress={() => {
            onLog(followUp.id);
          }}
        />
        {isSnoozing ? (
          <SnoozeMenu
            onSnooze={(days) => void actions.snooze(item, days)}
            onClose={() => {
              setTakesFocus(true);
              onSnooze(null);
            }}
          />
        ) : (
          <IconButton
            label={t('today.snoozeTo')}
            keys="Shift+S"
            size="small"
            autoFocus={takesFocus}
            icon={<Clock3 />}
            onPress={() => {
              onSnooze(followUp.id);
            }}
          />
        )}
      </span>
      <span className={styles.when} data-late={daysOverdue > 0} data-today={daysOverdue === 0}>
        {daysOverdue > 0 ? t('today.daysOver', { days: daysOverdue }) : t('today.dueToday')}
      </span>
      {isLogging && (
        <QuickLog
          item={item}
          onLog={actions.log}
          onClose={() => {
            onLog(null);
          }}
        />
      )}
    </li>
  );
}
