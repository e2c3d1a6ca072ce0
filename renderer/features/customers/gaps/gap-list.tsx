import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { gapCountsQuestion } from '../../../display/gap-counts-question.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useEngineQuery, useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { sayKeys } from '../../../ui/actions/kbd.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { NearView } from '../../../ui/layout/near-view.tsx';
import { answerKeys } from '../answers/answer-keys.ts';
import { GapLine } from './gap-line.tsx';
import { GapWords } from './gap-words.tsx';
import { firstBox } from './move-on.ts';
import { createNewestAnswer } from './newest-answer.ts';
import styles from './gaps.module.css';

const linesAtOnce = 40;

interface GapListProps {
  keys: readonly GapKey[];
  /** The list is gathered anew at each visit, and nobody leaves it before the next. */
  visit: number;
  /** Whoever comes here types at once. */
  takesFocus: boolean;
  onFocused: () => void;
}

export function GapList({ keys, visit, takesFocus, onFocused }: GapListProps) {
  const t = useT();
  const engine = useEngine();
  const [ids, setIds] = useState<readonly CustomerId[]>([]);
  const [isAtEnd, setAtEnd] = useState(false);
  const { data: counts } = useQuestion(gapCountsQuestion(keys));
  const [atFirst, setAtFirst] = useState<number | null>(null);
  if (atFirst === null && counts) setAtFirst(counts.gaps);
  const { data: lines = [] } = useEngineQuery(
    `gap-rows:${String(visit)}:${keys.join()}:${String(ids.length)}`,
    (own) => own.gapRows([...ids], [...keys]),
    // Another visit may gather as many others.
    { keepsPrevious: true, passing: true },
  );
  const list = useRef<HTMLUListElement>(null);

  const take = (before: readonly CustomerId[], more: readonly CustomerId[]) => {
    setIds([...before, ...more]);
    setAtEnd(more.length < linesAtOnce);
  };
  const [newest] = useState(createNewestAnswer);
  const gather = (before: readonly CustomerId[]): Promise<void> =>
    newest.ask(
      () => engine.nextGaps([...keys], [...before], linesAtOnce),
      (more) => {
        take(before, more);
      },
    );
  const begin = useEffectEvent(() => gather([]));
  useEffect(() => {
    begin().catch(reportFailure);
    return () => {
      newest.drop();
    };
  }, [engine, keys, newest]);

  const hasLines = lines.length > 0;
  useEffect(() => {
    if (!hasLines || !takesFocus) return;
    firstBox(list.current)?.focus();
    onFocused();
  }, [hasLines, takesFocus, onFocused]);

  if (isAtEnd && ids.length === 0) {
    return <EmptyState title={t('gaps.done')}>{t('gaps.doneText')}</EmptyState>;
  }
  const gaps = counts?.gaps ?? 0;
  const filled = Math.max(0, (atFirst ?? gaps) - gaps);
  return (
    <>
      <div className={styles.progress}>
        <ProgressBar
          label={t('gaps.progress', { filled, gaps })}
          done={filled}
          total={Math.max(1, filled + gaps)}
          byHand
          detail={t('gaps.hint.keys', { none: sayKeys(answerKeys.none), untold: sayKeys(answerKeys.untold) })}
        />
      </div>
      <GapWords keys={keys} boxes={list} />
      <ul ref={list} className={styles.list} aria-label={t('gaps.list')} aria-busy={!hasLines}>
        {lines.map((line) => (
          <GapLine key={line.row.id} line={line} keys={keys} />
        ))}
        {hasLines && !isAtEnd && (
          <li>
            <NearView key={ids.length} onNear={() => void gather(ids).catch(reportFailure)} />
          </li>
        )}
      </ul>
    </>
  );
}
