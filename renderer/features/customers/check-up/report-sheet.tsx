import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { freshPercent, type CheckCoverage } from '#shared/check-up/coverage.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { useT } from '../../../platform/language.tsx';
import sheet from '../print/sheets.module.css';
import styles from './check-up.module.css';

export interface ReportPart {
  id: 'changed' | 'unreachable' | 'skipped' | 'confirmed';
  people: readonly { id: CustomerId; name: string; detail: string }[];
}

interface ReportSheetProps {
  period: string;
  parts: readonly ReportPart[];
  coverage: readonly CheckCoverage[];
}

/** The report on paper. */
export function ReportSheet({ period, parts, coverage }: ReportSheetProps) {
  const t = useT();
  const word = useClassWord();
  return (
    <div className={styles.sheet}>
      <h1>{t('checkUp.reportTitle')}</h1>
      <p className={sheet.small}>
        {[period, ...parts.map(({ id, people }) => `${t(`checkUp.part.${id}`)} ${String(people.length)}`)].join(' · ')}
      </p>
      <table className={sheet.table}>
        <thead>
          <tr>
            <th>{t('dimension.value')}</th>
            <th>{t('checkUp.interval')}</th>
            <th>{t('classes.customers')}</th>
            <th>{t('views.checkDue')}</th>
            <th>{t('checkUp.fresh')}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map((tier) => (
            <tr key={tier.value}>
              <td>{word('value', tier.value)}</td>
              <td>{tier.intervalDays === 0 ? t('checkUp.never') : t('checkUp.every', { days: tier.intervalDays })}</td>
              <td>{tier.customers}</td>
              <td>{tier.due + tier.outOfReach}</td>
              <td>{tier.intervalDays === 0 ? '—' : `${String(freshPercent(tier))}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.map(
        ({ id, people }) =>
          people.length > 0 && (
            <table key={id} className={sheet.table}>
              <thead>
                <tr>
                  <th colSpan={2}>{t(`checkUp.part.${id}`)}</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr key={person.id}>
                    <td>{person.name}</td>
                    <td>{person.detail}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ),
      )}
    </div>
  );
}
