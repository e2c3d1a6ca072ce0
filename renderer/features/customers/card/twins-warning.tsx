import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { customKey } from '#shared/filter/fields.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import styles from './card.module.css';

/** Who else has the value of a field that should be of one customer only. */
export function TwinsWarning({ field, dossier }: { field: CustomField; dossier: Dossier }) {
  const t = useT();
  const { customerId } = dossier;
  const { data: twins = [] } = useEngineQuery(`twins:${field.id}:${customerId}`, (engine) =>
    engine.twins(customKey(field.id), customerId),
  );
  if (twins.length === 0) return null;
  return (
    <p className={styles.factWarning}>
      {t('fields.warning.twin')}
      {twins.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className={styles.warningLink}
          onClick={() => {
            navigate({ screen: 'customers', customerId: id });
          }}
        >
          {name}
        </button>
      ))}
    </p>
  );
}
