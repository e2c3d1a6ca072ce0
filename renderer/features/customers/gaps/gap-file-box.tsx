import { useRef } from 'react';
import { customIdOf } from '#shared/filter/fields.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { addFiles } from '../files/add-files.ts';
import { useFileDrop } from '../files/use-file-arrivals.ts';
import { GapSlot } from './gap-slot.tsx';
import styles from './gaps.module.css';
import { gapMark, moveOn, type Move } from './move-on.ts';
import { useAnswerGap } from './use-answer-gap.ts';
import { useGapKeys } from './use-gap-keys.ts';

/** A field whose values are files, and that has none: Enter chooses some, and they may be dropped on it. */
export function GapFileBox({ row, gapKey, autoFocus }: { row: CustomerRow; gapKey: GapKey; autoFocus: boolean }) {
  const t = useT();
  const { engine } = useEngineAccess();
  const commit = useCommit();
  const describeError = useDescribeError();
  const { field, problem, offered, answer } = useAnswerGap(row, gapKey);
  const box = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const go = (by: Move) => {
    if (box.current) moveOn(box.current, by);
  };
  const add = async (files: readonly File[]) => {
    if (files.length === 0) return;
    go('next');
    const { customer, attachment } = await engine.dossier(row.id);
    const target = { customer, here: attachment, fieldId: customIdOf(gapKey) ?? undefined };
    await addFiles(target, files, { commit, t, describeError });
  };
  const { isOver, dropping } = useFileDrop((files) => {
    add(files).catch(reportFailure);
  });
  const say = (word: Parameters<typeof answer>[0]) => {
    if (answer(word)) go('next');
  };
  const handleKey = useGapKeys({
    box,
    isEmpty: true,
    isButton: true,
    onMove: go,
    onAnswer: say,
    onEmpty: () => undefined,
  });
  const label = t('gaps.box', { name: row.name, field });
  return (
    <GapSlot field={field} problem={problem} offered={offered} onAnswer={say}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          add(chosen).catch(reportFailure);
        }}
      />
      <button
        ref={box}
        type="button"
        autoFocus={autoFocus}
        className={styles.files}
        data-over={isOver || undefined}
        aria-label={`${label}: ${t('gaps.chooseFiles')}`}
        {...{ [gapMark]: gapKey }}
        {...dropping}
        onKeyDown={handleKey}
        onClick={() => input.current?.click()}
      >
        {t('gaps.chooseFiles')}
      </button>
    </GapSlot>
  );
}
