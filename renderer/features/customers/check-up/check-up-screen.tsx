import { useEffect, useState } from 'react';
import { checkUpQuestion } from '../../../display/check-up-question.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { goBack, navigate, useArrival, useNavigation } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { Screen } from '../../../ui/layout/screen.tsx';
import { BesideColumn } from '../../../ui/layout/side-column.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { cardQuestions } from '../card/card-questions.ts';
import { CheckPage } from './check-page.tsx';
import { CheckReportView } from './check-report-view.tsx';
import { CheckSide } from './check-side.tsx';
import styles from './check-up.module.css';
import { useSitting } from './sitting.ts';
import { useSkipsOfToday } from './use-skips-of-today.ts';

const pagesAhead = 12;
const fewPages = 4;

/** Back to where one came from; after unlocking there is no such place. */
function leave(): void {
  if (useNavigation.getState().past.length > 0) goBack();
  else navigate({ screen: 'today' });
}

/** Goes through everybody whose details are due for a check, one page at a time, the most valuable and stalest first. */
export function CheckUpScreen() {
  const t = useT();
  const today = useToday();
  const { engine, answers } = useEngineAccess();
  const { pages, at, skipped, add, begin } = useSitting();
  const [isReport, setReport] = useState(false);
  /** Whether nobody is left besides those on the pages. */
  const [isAtEnd, setAtEnd] = useState(false);
  const { data: checkUp } = useQuestion(checkUpQuestion);
  // Near the end they are asked for after every step: whoever was undone is due again.
  const allDue = checkUp?.due ?? 0;
  const current = pages[at];
  const left = pages.length - at;

  useArrival('check-up', () => {
    begin();
    setAtEnd(false);
    setReport(false);
  });

  useSkipsOfToday(today);
  useEffect(() => {
    if (left >= fewPages) return undefined;
    let isCurrent = true;
    const ask = async () => {
      const { pages: known, at: place, skipped: passed } = useSitting.getState();
      const next = await engine.nextChecks([...passed, ...known.slice(place)], pagesAhead);
      if (!isCurrent) return;
      if (next.length > 0) add(next.map(({ id }) => id));
      setAtEnd(next.length < pagesAhead);
    };
    ask().catch(reportFailure);
    return () => {
      isCurrent = false;
    };
  }, [engine, add, left, allDue]);

  const following = pages[at + 1];
  useEffect(() => {
    if (following !== undefined) void answers.askAhead(cardQuestions(following, today));
  }, [answers, following, today]);

  const isDone = current === undefined && isAtEnd;
  const toggleReport = () => {
    setReport(!isReport);
  };
  useShortcuts(t('checkUp.title'), [
    { keys: 'R', label: t('checkUp.report'), run: toggleReport },
    {
      keys: 'Escape',
      label: t('checkUp.pause'),
      run: () => {
        if (isReport && !isDone) setReport(false);
        else leave();
      },
    },
  ]);
  const due = Math.max(0, allDue - skipped.length);
  const checked = checkUp?.checked ?? 0;
  return (
    <Screen
      title={t('checkUp.title')}
      aside={checkUp && t('checkUp.due', { count: checkUp.due })}
      actions={
        <>
          {!isDone && (
            <Button keys="R" onPress={toggleReport}>
              {t(isReport ? 'checkUp.goOn' : 'checkUp.report')}
            </Button>
          )}
          <Button keys="Esc" onPress={leave}>
            {t('checkUp.pause')}
          </Button>
        </>
      }
    >
      <BesideColumn column={checkUp && <CheckSide checkUp={checkUp} />} whenNarrow="away">
        <div className={styles.progress}>
          <ProgressBar
            label={t('checkUp.progress', { checked, due })}
            done={checked}
            total={Math.max(1, checked + due)}
            byHand
          />
        </div>
        {isReport || isDone ? (
          <CheckReportView isDone={isDone} />
        ) : current === undefined ? (
          <div className={styles.page} aria-busy="true" />
        ) : (
          <CheckPage key={current} id={current} />
        )}
      </BesideColumn>
    </Screen>
  );
}
