import { outcomes } from '#shared/imports/plan/plan.ts';
import { unitOf } from '#shared/imports/unit.ts';
import { useJoin, useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './imports.module.css';
import { ProblemList } from './problem-list.tsx';
import type { PlanSummary } from './protocol.ts';
import { ReadingLine } from './reading-line.tsx';
import type { Step } from './step.ts';
import type { ImportFlow } from './use-import.ts';

/** The four numbers that account for every row, and why rows were skipped. */
export function PlanCounts({ plan }: { plan: PlanSummary }) {
  const t = useT();
  const join = useJoin();
  const reasons = plan.skipped.map(({ reason, count }) => t(`import.reason.${reason}`, { count }));
  return (
    <>
      <dl className={styles.counts}>
        {outcomes.map((outcome) => (
          <div key={outcome} data-outcome={outcome} data-some={plan.counts[outcome] > 0}>
            <dd>{plan.counts[outcome].toLocaleString()}</dd>
            <dt>{t(`data.plan.${outcome}`)}</dt>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && <p className={styles.quiet}>{t('data.plan.skippedAs', { reasons: join(reasons) })}</p>}
    </>
  );
}

/** What of the file goes elsewhere than into the rows, and what stays behind. */
export function AsideOfPlan({ plan: { pictures, left } }: { plan: PlanSummary }) {
  const t = useT();
  const join = useJoin();
  return (
    <>
      {pictures > 0 && <p>{t('data.pictures', { count: pictures })}</p>}
      {left.length > 0 && (
        <p className={styles.quiet}>
          {t('data.left', {
            columns: join(left.map(({ header, filled }) => t('data.left.column', { header, count: filled }))),
          })}
        </p>
      )}
    </>
  );
}

/** What the import would do, before it does. */
export function PlanPanel({
  step: { plan, preview, reading },
  flow,
}: {
  step: Extract<Step, { name: 'plan' }>;
  flow: ImportFlow;
}) {
  const t = useT();
  const isEmpty = plan.counts.created + plan.counts.updated === 0;
  return (
    <>
      <Section
        title={t('data.plan.title')}
        intro={
          <ReadingLine reading={reading}>
            {isEmpty
              ? t('data.plan.nothing', { unit: unitOf(preview.file.fileName) })
              : plan.newCustomers > 0 && t('data.plan.newCustomers', { count: plan.newCustomers })}
          </ReadingLine>
        }
        actions={
          <>
            <Button onPress={flow.backToPreview}>{t('data.back')}</Button>
            <Button kind="primary" isDisabled={isEmpty || reading !== null} onPress={() => void flow.write()}>
              {t('data.import')}
            </Button>
          </>
        }
      >
        <PlanCounts plan={plan} />
        <AsideOfPlan plan={plan} />
        {plan.counts.failed > 0 && (
          <Button size="small" onPress={() => void flow.saveFailedRows()}>
            {t('data.saveFailed')}
          </Button>
        )}
      </Section>
      <Section title={t('data.problems')}>
        <ProblemList
          problems={plan.problems}
          columns={preview.columns}
          unit={unitOf(preview.file.fileName)}
          onMend={flow.mend}
        />
      </Section>
    </>
  );
}
