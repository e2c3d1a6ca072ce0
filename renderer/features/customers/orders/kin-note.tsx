import { refundedFen, type OrderKin } from '#shared/domain/order/amend-order.ts';
import type { OrderType } from '#shared/domain/order/order.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import styles from './orders.module.css';

/** What else is told of an order: what gives it back, or what it gives back. */
export function KinNote({ type, kin: { sale, refunds } }: { type: OrderType; kin: OrderKin }) {
  const t = useT();
  const language = useLanguage();
  const { formats } = useKit();
  const today = useToday();
  if (type === 'refund') {
    if (!sale) return null;
    const day = formatDay(language, sale.date, today);
    const gone = refundedFen(refunds);
    return (
      <p className={styles.hint}>
        {t('order.ofSale', { day, sum: formats.amount(sale.totalFen) })}
        {gone > 0 && t('order.goneBefore', { sum: formats.amount(gone) })}
      </p>
    );
  }
  if (refunds.length === 0) return null;
  return (
    <p className={styles.hint}>
      {t('order.hasRefunds', { count: refunds.length, sum: formats.amount(refundedFen(refunds)) })}
    </p>
  );
}
