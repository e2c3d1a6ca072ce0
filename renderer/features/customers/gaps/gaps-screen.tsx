import { useCallback, useMemo, useState } from 'react';
import { answerWords } from '#shared/domain/customer/answer.ts';
import { chosenKeys, type GapKey } from '#shared/gaps/gap-fields.ts';
import { gapCountsQuestion } from '../../../display/gap-counts-question.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { goBack, navigate, useArrival, useNavigation } from '../../../state/navigation.ts';
import { changePreferences, usePreferences } from '../../../state/preferences.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Screen } from '../../../ui/layout/screen.tsx';
import { BesideColumn } from '../../../ui/layout/side-column.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { answerKeys } from '../answers/answer-keys.ts';
import { GapList } from './gap-list.tsx';
import { GapSide } from './gap-side.tsx';

/** Back to where one came from; after unlocking there is no such place. */
function leave(): void {
  if (useNavigation.getState().past.length > 0) goBack();
  else navigate({ screen: 'today' });
}

/** Whose details are missing, the most valuable first, to be filled in where they stand. */
export function GapsScreen() {
  const t = useT();
  const fields = useCustomFields();
  const chosen = usePreferences((state) => state.gapKeys);
  const joined = chosenKeys(fields, chosen).join();
  /** The same as long as they say the same: fields are read anew after every tag that is filled in. */
  const keys = useMemo(() => (joined === '' ? [] : (joined.split(',') as GapKey[])), [joined]);
  const { data: counts } = useQuestion(gapCountsQuestion(keys));
  const [visit, setVisit] = useState(0);
  /** Whoever only ticks a field stays there. */
  const [takesFocus, setTakesFocus] = useState(false);
  const forgetFocus = useCallback(() => {
    setTakesFocus(false);
  }, []);
  useArrival('gaps', () => {
    setTakesFocus(true);
    setVisit(visit + 1);
  });
  useShortcuts(t('gaps.title'), [
    { keys: 'Escape', label: t('checkUp.pause'), run: leave },
    ...answerWords.map((word) => ({
      keys: answerKeys[word],
      label: t('gaps.answer.key', { answer: t(`gaps.answer.${word}`) }),
      run: null,
    })),
  ]);
  return (
    <Screen
      title={t('gaps.title')}
      aside={counts && t('gaps.count', { gaps: counts.gaps, customers: counts.customers })}
      actions={
        <Button keys="Esc" onPress={leave}>
          {t('checkUp.pause')}
        </Button>
      }
    >
      <BesideColumn
        whenNarrow="below"
        column={
          <GapSide
            fields={fields}
            keys={keys}
            isUsual={chosen === undefined}
            onChoose={(next) => {
              changePreferences({ gapKeys: next }).catch(reportFailure);
            }}
          />
        }
      >
        {keys.length === 0 ? (
          <EmptyState title={t('gaps.nothingAsked')}>{t('gaps.nothingAskedText')}</EmptyState>
        ) : (
          <GapList
            key={`${String(visit)}:${joined}`}
            keys={keys}
            visit={visit}
            takesFocus={takesFocus}
            onFocused={forgetFocus}
          />
        )}
      </BesideColumn>
    </Screen>
  );
}
