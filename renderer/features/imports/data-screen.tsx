import { useState } from 'react';
import { takeBrought } from '../../display/brought-table.ts';
import { checkUpQuestion } from '../../display/check-up-question.ts';
import { UnsavedNote } from '../../display/unsaved-note.tsx';
import type { Question } from '../../engine/client/question.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { useArrival } from '../../state/navigation.ts';
import { Banner } from '../../ui/feedback/banner.tsx';
import { Screen } from '../../ui/layout/screen.tsx';
import { duplicatesQuestion } from './duplicates/use-duplicates.ts';
import { DuplicatesSection } from './duplicates/duplicates-section.tsx';
import { ComparePanel } from './comparison/compare-panel.tsx';
import { CheckUpSection } from './check-up-section.tsx';
import { GapsSection } from './gaps-section.tsx';
import { DonePanel } from './done-panel.tsx';
import { fileOfPasted } from './copied-rows.ts';
import { FileDoor } from './file-door.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { Receipts, receiptsQuestion } from './receipts.tsx';
import { RelationsExport } from './relations-export.tsx';
import { useImport } from './use-import.ts';

/** What this screen asks first. */
export const dataQuestions = (): Question[] => [receiptsQuestion, duplicatesQuestion(0), checkUpQuestion];

/** Bringing files in: choose, look, try out, import; each step can be left without a trace. */
export function DataScreen() {
  const t = useT();
  const flow = useImport();
  const { step } = flow;
  const [isSearchWanted, setSearchWanted] = useState(false);
  const { data: overview } = useEngineQuery('overview', (engine) => engine.overview());
  const isEmpty = (overview?.customers ?? 0) === 0;

  useArrival('data', ({ intent }) => {
    const brought = takeBrought();
    if (brought && step.name === 'idle') void flow.open(fileOfPasted(brought, t('data.pasted')));
    if (intent === 'practice') void flow.loadPractice();
    if (intent === 'duplicates') setSearchWanted(true);
  });

  return (
    <Screen title={t('imports.title')} aside={'fileName' in step ? step.fileName : undefined} isPage>
      {flow.problem !== null && (
        <Banner tone="seal" isAlert onDismiss={flow.dismissProblem}>
          {flow.problem}
        </Banner>
      )}
      {step.name === 'idle' && (
        <>
          <FileDoor onFile={(file) => void flow.open(file)} onPractice={() => void flow.loadPractice()} />
          {flow.mends.files.map(({ fileName, sha256 }) => (
            <UnsavedNote
              key={sha256}
              text={t('data.mend.leftOff', { file: fileName })}
              onDiscard={() => {
                flow.mends.forget(sha256);
              }}
            />
          ))}
          {flow.kept.lists.map((list) => (
            <UnsavedNote
              key={`${list.sha256} ${String(list.sheet)}`}
              text={t('comparison.leftOff', { file: list.fileName })}
              onDiscard={() => {
                flow.kept.forget(list);
              }}
            />
          ))}
          {!isEmpty && (
            <DuplicatesSection
              isWanted={isSearchWanted}
              onBegun={() => {
                setSearchWanted(false);
              }}
            />
          )}
          {!isEmpty && <CheckUpSection />}
          {!isEmpty && <GapsSection />}
          {!isEmpty && <RelationsExport />}
          <Receipts />
        </>
      )}
      {step.name === 'busy' && (
        <ProgressPanel
          label={step.label}
          progress={step.progress}
          onCancel={step.progress?.stage === 'write' ? undefined : flow.cancel}
        />
      )}
      {step.name === 'preview' && <PreviewPanel step={step} flow={flow} />}
      {step.name === 'plan' && <PlanPanel step={step} flow={flow} />}
      {step.name === 'compare' && <ComparePanel step={step} flow={flow} />}
      {step.name === 'done' && <DonePanel done={step} flow={flow} />}
    </Screen>
  );
}
