import type { Channel } from '#shared/domain/customer/customer.ts';
import { HouseholdWarning } from '../../display/household-warning.tsx';
import type { TodayItem } from '../../engine/api.ts';
import { useUnsaved } from '../../engine/client/use-unsaved.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { SegmentedControl } from '../../ui/fields/segmented-control.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../ui/keys/use-one-at-a-time.ts';
import styles from './today.module.css';

const offered = ['phone', 'wechat', 'visit'] as const satisfies readonly Channel[];

interface QuickLogProps {
  item: TodayItem;
  onLog: (item: TodayItem, channel: Channel, text: string) => Promise<boolean>;
  onClose: () => void;
}

/** L, Enter: a contact is logged and the next date moves. Words are welcome, not needed. */
export function QuickLog({ item, onLog, onClose }: QuickLogProps) {
  const t = useT();
  const planned = item.followUp.channel;
  const channels = planned && !(offered as readonly Channel[]).includes(planned) ? [...offered, planned] : offered;
  const { value, change, clear } = useUnsaved(
    { kind: 'today-log', customerId: item.customer.id, of: item.followUp.id },
    { text: '', channel: planned ?? 'phone' },
  );
  const { text, channel } = value;
  const save = useOneAtATime(async () => {
    if (!(await onLog(item, channel, text.trim()))) return;
    clear();
    onClose();
  });
  return (
    <div className={styles.quickLog}>
      <HouseholdWarning customerId={item.customer.id} />
      <SegmentedControl
        label={t('compose.channel')}
        value={channel}
        onChange={(next) => {
          change({ channel: next });
        }}
        segments={channels.map((id) => ({ id, label: t(`channel.${id}`) }))}
      />
      <TextField
        label={t('today.logFor', { name: item.customer.name })}
        isLabelHidden
        placeholder={t('today.logPlaceholder')}
        autoFocus
        value={text}
        onChange={(next) => {
          change({ text: next });
        }}
        onEnter={() => void save()}
        onEscape={onClose}
      />
      <Button kind="primary" keys="Enter" onPress={() => void save()}>
        {t('compose.save')}
      </Button>
    </div>
  );
}
