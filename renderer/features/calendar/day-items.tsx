import { CalendarClock, MessageCircle } from 'lucide-react';
import { useState } from 'react';
import { formatClock } from '#shared/i18n/format.ts';
import type { CalendarDay, CalendarItem } from '../../engine/api.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { NearView } from '../../ui/layout/near-view.tsx';
import { Popover } from '../../ui/overlays/popover.tsx';
import { BirthdaySign } from './birthday-sign.tsx';
import styles from './calendar.module.css';
import { describeItem, itemKey } from './describe-item.ts';
import { useMoveFollowUp } from './use-move-follow-up.ts';

type FollowUpItem = Extract<CalendarItem, { type: 'follow-up' }>;

/** As many as a tall window shows; more are drawn as the list is scrolled. */
const firstRows = 36;
/** Of the stylesheet. */
const rowRem = 2;
const rowsMore = 12;

/** The entries of a day: done with a tick, moved by keyboard, opened with Enter. */
export function DayItems({ day: { items, more } }: { day: CalendarDay }) {
  const t = useT();
  const [rows, setRows] = useState(firstRows);
  return (
    <>
      <ul className={styles.dayItems}>
        {items.slice(0, rows).map((item) => (
          <DayItem key={itemKey(item)} item={item} />
        ))}
      </ul>
      {items.length > rows && (
        <NearView
          key={rows}
          onNear={() => {
            setRows(rows + rowsMore);
          }}
        />
      )}
      {more > 0 && <p className={styles.panelLunar}>{t('calendar.moreItems', { count: more })}</p>}
    </>
  );
}

/** The same once they are scrolled near; until then the room that they will take. */
export function DayItemsNearView({ day }: { day: CalendarDay }) {
  const [isNear, setNear] = useState(false);
  if (isNear) return <DayItems day={day} />;
  return (
    <NearView
      onNear={() => {
        setNear(true);
      }}
    >
      <div style={{ blockSize: `${String(Math.min(day.items.length, firstRows) * rowRem)}rem` }} />
    </NearView>
  );
}

function DayItem({ item }: { item: CalendarItem }) {
  const t = useT();
  const commit = useCommit();
  const text = describeItem(t, item);
  const canAct = item.type === 'follow-up' && item.followUp.status === 'open' && !item.projected;
  return (
    <li className={styles.dayItem}>
      {canAct ? (
        <Checkbox
          aria-label={`${t('followUps.done')}: ${text}`}
          isSelected={false}
          onChange={() =>
            void commit(
              (engine) => engine.completeFollowUp(item.customerId, item.followUp.id),
              t('followUps.doneToast', { title: item.followUp.title }),
            )
          }
        />
      ) : (
        <span className={styles.itemSign}>
          {item.type === 'birthday' && <BirthdaySign />}
          {item.type === 'interaction' && <MessageCircle aria-hidden="true" />}
        </span>
      )}
      <button
        type="button"
        className={styles.dayItemName}
        data-done={item.type === 'follow-up' && item.followUp.status !== 'open'}
        onClick={() => {
          navigate({ screen: 'customers', customerId: item.customerId });
        }}
      >
        {item.type === 'follow-up' ? <FollowUpText item={item} /> : text}
      </button>
      {canAct && <MoveButton item={item} />}
    </li>
  );
}

function FollowUpText({ item: { customerName, followUp, projected } }: { item: FollowUpItem }) {
  const t = useT();
  const clock = formatClock(followUp.due);
  return (
    <>
      {clock !== '' && <span className={styles.quiet}>{clock} </span>}
      <strong>{customerName}</strong> {followUp.title}
      {projected && <span className={styles.quiet}> {t('calendar.projected')}</span>}
    </>
  );
}

/** The way to another day without a mouse. */
function MoveButton({ item }: { item: FollowUpItem }) {
  const t = useT();
  const { move } = useMoveFollowUp();
  const [day, setDay] = useState<string | null>(item.followUp.due.slice(0, 10));
  return (
    <Popover
      label={t('calendar.move')}
      placement="bottom end"
      trigger={<IconButton label={t('calendar.move')} size="small" icon={<CalendarClock />} />}
    >
      {(close) => (
        <div className={styles.move}>
          <DateField label={t('calendar.moveTo')} value={day} autoFocus onChange={setDay} />
          <Button
            kind="primary"
            isDisabled={day === null}
            onPress={() => {
              close();
              if (day !== null) void move(item.customerId, item.followUp.id, item.followUp.title, day);
            }}
          >
            {t('calendar.move')}
          </Button>
        </div>
      )}
    </Popover>
  );
}
