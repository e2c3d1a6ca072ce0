import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { totalOf, type OrderText } from '#shared/domain/order/order-text.ts';
import type { OrderType } from '#shared/domain/order/order.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { OrderLines } from './order-lines.tsx';
import styles from './orders.module.css';
import type { SayProblem } from './use-say-problem.ts';

export interface OrderFieldsProps {
  value: OrderText;
  change: (by: Partial<OrderText>) => void;
  say: SayProblem;
  onSave: () => void;
}

interface SeveralFieldsProps extends OrderFieldsProps {
  /** Who buys; `null` while that is not known. */
  customerId: CustomerId | null;
  /** What it may become; none where it stays what it is. */
  types: readonly OrderType[];
  /** Only a sale may be owed. */
  mayBeOwed: boolean;
  /** Of a new order the goods come first, and the day is known. */
  isNew: boolean;
  autoFocus: boolean;
}

/** The boxes of an order. */
export function OrderFields({
  customerId,
  types,
  mayBeOwed,
  isNew,
  autoFocus,
  value,
  change,
  say,
  onSave,
}: SeveralFieldsProps) {
  const t = useT();
  const today = useToday();
  const { formats } = useKit();
  const total = totalOf(value, useCurrency());
  const problem = say('total');
  const box = (place: 'no' | 'channel' | 'discount' | 'paid') => ({
    value: value[place],
    error: say(place),
    onEnter: onSave,
    onChange: (text: string) => {
      change({ [place]: text });
    },
  });
  const about = (
    <div className={styles.row}>
      <DateField
        label={t('field.order.date')}
        value={value.day}
        max={today}
        error={say('day')}
        autoFocus={autoFocus && !isNew}
        onChange={(day) => {
          change({ day });
        }}
      />
      <TextField label={t('field.order.no')} {...box('no')} />
      <TextField label={t('import.field.orderChannel')} {...box('channel')} />
      {types.length > 0 && (
        <Select
          label={t('field.order.type')}
          value={value.type}
          options={types.map((id) => ({ id, label: t(`orderType.${id}`) }))}
          onChange={(next) => {
            change({ type: next });
          }}
        />
      )}
    </div>
  );
  return (
    <>
      {!isNew && about}
      <OrderLines
        customerId={customerId}
        lines={value.lines}
        say={say}
        autoFocus={autoFocus && isNew}
        onSave={onSave}
        onChange={(lines) => {
          change({ lines });
        }}
      />
      <div className={classNames(styles.row, styles.sums)}>
        <TextField label={t('field.discountFen')} {...box('discount')} />
        {mayBeOwed && <TextField label={t('field.paidFen')} placeholder={t('order.paidInFull')} {...box('paid')} />}
        <p className={styles.total}>
          <span>{t('field.totalFen')}</span>
          <strong>{total === undefined ? '—' : formats.amount(total)}</strong>
        </p>
      </div>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {value.type === 'refund' && <p className={styles.hint}>{t('order.refundHint')}</p>}
      {isNew && about}
    </>
  );
}
