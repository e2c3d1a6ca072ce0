import { answerName } from '#shared/changes/record-content.ts';
import type { Test } from '#shared/filter/filter.ts';
import { gapChoices, readGapChoice } from '#shared/gaps/gap-choices.ts';
import type { Columns } from '../columns/columns.ts';
import { lacksAny, type Lacks } from './gaps.ts';

/** Whether something is missing, or was answered: one of these choices, all of them, or any there is. */
export function gapTest({ test, columns }: { test: Test; columns: Columns }): Lacks {
  if (test.is === 'all') {
    const all = test.of.map((choice) => choiceTest(choice, columns));
    return (index) => all.every((holds) => holds(index));
  }
  if (test.is !== 'any' && test.is !== 'filled') return () => false;
  const choices = test.is === 'any' ? test.of : gapChoices(columns.askedFields);
  const any = choices.map((choice) => choiceTest(choice, columns));
  return (index) => any.some((holds) => holds(index));
}

function choiceTest(choice: string, columns: Columns): Lacks {
  const read = readGapChoice(choice);
  if (!read) return () => false;
  const { key, state } = read;
  if (state === 'open') return lacksAny([key], columns.askedFields, columns);
  const answers = columns.details.column(answerName(key));
  const place = columns.details.values.indexOf(state);
  if (!answers || place < 0) return () => false;
  return (index) => answers[index] === place;
}
