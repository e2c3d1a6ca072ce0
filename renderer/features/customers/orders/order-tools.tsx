import { Pencil, Repeat2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { isRepeatable, isReturnable } from '#shared/domain/order/again.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { EntryTool, EntryTools } from '../timeline/entry-tools.tsx';
import { NewOrderDialog, OrderDialog } from '../dialogs.ts';

/** An order is made once more, given back, or put right. */
export function OrderTools({ order, kind }: { order: Order; kind: string }) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const [opened, setOpened] = useState<{ id: Order['id']; how: 'again' | 'return' | 'edit' } | null>(null);
  const open = opened?.id === order.id ? opened.how : null;
  const of = { kind, day: formatDay(language, order.date, today) };
  const close = () => {
    setOpened(null);
  };
  return (
    <>
      <EntryTools isBelow>
        {isRepeatable(order) && (
          <EntryTool
            icon={Repeat2}
            title={t('order.again')}
            label={t('order.againOf', of)}
            onPress={() => {
              setOpened({ id: order.id, how: 'again' });
            }}
          />
        )}
        {isReturnable(order) && (
          <EntryTool
            icon={Undo2}
            title={t('order.return')}
            label={t('order.returnOf', of)}
            onPress={() => {
              setOpened({ id: order.id, how: 'return' });
            }}
          />
        )}
        <EntryTool
          icon={Pencil}
          title={t('order.edit')}
          label={t('order.editOf', of)}
          onPress={() => {
            setOpened({ id: order.id, how: 'edit' });
          }}
        />
      </EntryTools>
      {open === 'edit' && <OrderDialog order={order} onClose={close} />}
      {(open === 'again' || open === 'return') && (
        <NewOrderDialog customerId={order.customerId} like={{ how: open, order }} onClose={close} />
      )}
    </>
  );
}
