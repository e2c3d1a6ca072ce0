import { unitOf } from '#shared/imports/unit.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useT } from '../../platform/language.tsx';
import { navigate } from '../../state/navigation.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { AsideOfPlan, PlanCounts } from './plan-panel.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Step } from './step.ts';
import type { ImportFlow } from './use-import.ts';

interface DonePanelProps {
  done: Extract<Step, { name: 'done' }>;
  flow: ImportFlow;
}

/** The receipt: every row that was read is accounted for. */
export function DonePanel({ done, flow }: DonePanelProps) {
  const t = useT();
  const commit = useCommit();
  const unit = unitOf(done.fileName);
  const undo = async () => {
    const { changeSetId } = done;
    if (changeSetId !== null && (await commit((engine) => engine.undo(changeSetId), null))) flow.close();
  };
  return (
    <>
      <Section
        title={t('data.done.title')}
        intro={t('data.done.text', { file: done.fileName, rows: done.plan.receipt.rowsRead, unit })}
        actions={
          <>
            <Button onPress={() => void undo()}>{t('ui.undo')}</Button>
            {done.plan.counts.failed > 0 && (
              <Button onPress={() => void flow.saveFailedRows()}>{t('data.saveFailed')}</Button>
            )}
            <Button onPress={flow.close}>{t('data.other')}</Button>
            <Button
              kind="primary"
              onPress={() => {
                navigate({ screen: 'customers' });
              }}
            >
              {t('data.done.show')}
            </Button>
          </>
        }
      >
        <PlanCounts plan={done.plan} />
        <AsideOfPlan plan={done.plan} />
      </Section>
      {done.plan.counts.failed > 0 && (
        <Section title={t('data.problems')}>
          <ProblemList problems={done.plan.problems} columns={done.preview.columns} unit={unit} />
        </Section>
      )}
    </>
  );
}
