import { MessageCircle } from 'lucide-react';
import type { CalendarItem } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useT } from '../../platform/language.tsx';
import { BirthdaySign } from './birthday-sign.tsx';
import styles from './calendar.module.css';
import { describeItem } from './describe-item.ts';
import { draggedType, packDragged } from './use-move-follow-up.ts';

/** One entry of a day in the month. */
export function ItemChip({ item }: { item: CalendarItem }) {
  const t = useT();
  const today = useToday();
  const text = describeItem(t, item);
  if (item.type !== 'follow-up') {
    return (
      <span className={styles.chip} data-type={item.type} title={text}>
        {item.type === 'birthday' ? <BirthdaySign /> : <MessageCircle aria-hidden="true" />}
        {text}
      </span>
    );
  }
  const { followUp, projected } = item;
  const isOpen = followUp.status === 'open';
  return (
    <span
      className={styles.chip}
      data-type="follow-up"
      data-promise={followUp.kind === 'promise' && isOpen}
      data-late={isOpen && !projected && followUp.due.slice(0, 10) < today}
      data-done={!isOpen}
      data-projected={projected}
      title={text}
      draggable={isOpen && !projected}
      onDragStart={(event) => {
        event.dataTransfer.setData(draggedType, packDragged(item));
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      {text}
    </span>
  );
}
