import { exchangeableTypes, isExchangeable, type OrderKin } from '#shared/domain/order/amend-order.ts';
import { totalOf, type OrderText } from '#shared/domain/order/order-text.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { formatFen } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { OrderLines } from './order-lines.tsx';
import styles from './orders.module.css';
import type { SayProblem } from './use-say-problem.ts';

export interface OrderFieldsProps {
  order: Order;
  value: OrderText;
  change: (by: Partial<OrderText>) => void;
  say: SayProblem;
  onSave: () => void;
}

/** The boxes of an order. */
export function OrderFields({ order, value, change, say, onSave, kin }: OrderFieldsProps & { kin: OrderKin }) {
  const t = useT();
  const today = useToday();
  const total = totalOf(value);
  const problem = say('total');
  const type = exchangeableTypes.find((each) => each === value.type);
  const box = (place: 'no' | 'channel' | 'discount' | 'paid') => ({
    value: value[place],
    error: say(place),
    onEnter: onSave,
    onChange: (text: string) => {
      change({ [place]: text });
    },
  });
  return (
    <>
      <div className={styles.row}>
        <DateField
          label={t('field.order.date')}
          value={value.day}
          max={today}
          error={say('day')}
          autoFocus
          onChange={(day) => {
            change({ day });
          }}
        />
        <TextField label={t('field.order.no')} {...box('no')} />
        <TextField label={t('import.field.orderChannel')} {...box('channel')} />
        {type && isExchangeable(order, kin) && (
          <Select
            label={t('field.order.type')}
            value={type}
            options={exchangeableTypes.map((id) => ({ id, label: t(`orderType.${id}`) }))}
            onChange={(next) => {
              change({ type: next });
            }}
          />
        )}
      </div>
      <OrderLines
        customerId={order.customerId}
        lines={value.lines}
        say={say}
        onSave={onSave}
        onChange={(lines) => {
          change({ lines });
        }}
      />
      <div className={classNames(styles.row, styles.sums)}>
        <TextField label={t('field.discountFen')} {...box('discount')} />
        {order.type === 'sale' && <TextField label={t('field.paidFen')} {...box('paid')} />}
        <p className={styles.total}>
          <span>{t('field.totalFen')}</span>
          <strong>{total === undefined ? '—' : formatFen(total)}</strong>
        </p>
      </div>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {order.type === 'refund' && <p className={styles.hint}>{t('order.refundHint')}</p>}
    </>
  );
}
