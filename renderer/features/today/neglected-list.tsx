import { ClassWord } from '../../display/class-word.tsx';
import type { CustomerRow } from '../../engine/api.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { DateText } from '../../ui/text/date-text.tsx';
import styles from './today.module.css';

interface NeglectedListProps {
  customers: readonly CustomerRow[];
  onPlan: (customer: CustomerRow) => Promise<boolean>;
}

/** For an empty day: good customers whom nobody has called for long. */
export function NeglectedList({ customers, onPlan }: NeglectedListProps) {
  const t = useT();
  return (
    <section aria-label={t('today.neglected')}>
      <h2 className={styles.group}>{t('today.neglected')}</h2>
      <ul className={styles.items}>
        {customers.map((customer) => (
          <li key={customer.id} className={styles.item}>
            <span />
            <div className={styles.who}>
              <button
                type="button"
                className={styles.nameButton}
                onClick={() => {
                  navigate({ screen: 'customers', customerId: customer.id });
                }}
              >
                {customer.name}
              </button>
              <span className={styles.muted}>{customer.organization}</span>
              <ClassWord dimension="value" value={customer.classes.value} />
            </div>
            <span className={styles.when}>
              <DateText value={customer.lastContact} as="ago" />
            </span>
            <Button size="small" onPress={() => void onPlan(customer)}>
              {t('today.plan')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
