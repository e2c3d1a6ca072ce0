import { typeInLine } from '#shared/domain/order/order-text.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import type { OrderFieldsProps } from './order-fields.tsx';
import styles from './orders.module.css';

/** The boxes of an opening sale, which stays a balance: its sum, the day of the last purchase and their number. */
export function OpeningFields({ value, change, say, onSave }: OrderFieldsProps) {
  const t = useT();
  const today = useToday();
  const currency = useCurrency();
  const [balance, ...others] = value.lines;
  return (
    <>
      <p className={styles.hint}>{t('order.openingHint')}</p>
      <div className={classNames(styles.row, styles.balance)}>
        <DateField
          label={t('order.openingDay')}
          value={value.day}
          max={today}
          error={say('day')}
          autoFocus
          onChange={(day) => {
            change({ day });
          }}
        />
        {balance && (
          <TextField
            label={t('order.openingTotal')}
            value={balance.amount}
            error={say('amount 0') ?? say('total')}
            onEnter={onSave}
            onChange={(amount) => {
              change({ lines: [typeInLine(balance, { amount }, currency), ...others] });
            }}
          />
        )}
        <TextField
          label={t('order.openingCount')}
          value={value.purchases}
          error={say('purchases')}
          onEnter={onSave}
          onChange={(purchases) => {
            change({ purchases });
          }}
        />
      </div>
    </>
  );
}
