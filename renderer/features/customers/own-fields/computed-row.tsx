import { sayFieldTexts } from '#shared/custom-fields/values.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { toShown } from '#shared/formula/names.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import styles from '../card/card.module.css';

/** What a formula comes to for a customer; the formula itself is the tooltip. */
export function ComputedRow({ field, dossier }: { field: CustomField; dossier: Dossier }) {
  const t = useT();
  const language = useLanguage();
  const words = { t, language, currency: useCurrency() };
  const definitions = useFieldDefinitions();
  const { customerId } = dossier;
  const { data } = useEngineQuery(`computed:${customerId}`, (engine) => engine.computed(customerId), {
    concerns: customerId,
  });
  const computed = data?.[field.id];
  const text = computed?.text ?? '';
  const shown = text === '' ? '—' : sayFieldTexts({ type: computed?.kind ?? 'text', options: [] }, [text], words);
  return (
    <div className={styles.fact}>
      <dt {...(field.help === undefined ? {} : { title: field.help })}>{field.label}</dt>
      <dd className={styles.computed} title={toShown(field.formula ?? '', definitions, language)}>
        {shown}
        {computed?.problem !== undefined && (
          <span className={styles.factDetail}>{t(`formula.${computed.problem}`)}</span>
        )}
        {data && !computed && <span className={styles.factDetail}>{t('formula.broken')}</span>}
      </dd>
    </div>
  );
}
