import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import { CustomerLink } from '../../../display/customer-link.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import styles from './card.module.css';

/** Who else has the value of a field that should be of one customer only. */
export function TwinsWarning({ field, customerId }: { field: FilterField; customerId: CustomerId }) {
  const t = useT();
  const { data: twins = [] } = useEngineQuery(`twins:${field}:${customerId}`, (engine) =>
    engine.twins(field, customerId),
  );
  if (twins.length === 0) return null;
  return (
    <p className={styles.factWarning}>
      {t('fields.warning.twin')}
      {twins.map(({ id, name }) => (
        <CustomerLink key={id} id={id}>
          {name}
        </CustomerLink>
      ))}
    </p>
  );
}
