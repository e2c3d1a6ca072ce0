import type { GapKey } from '#shared/gaps/gap-fields.ts';
import type { GapCounts } from '../engine/api.ts';
import type { Question } from '../engine/client/question.ts';

/** How many customers lack what, and how much is missing of what is asked for. */
export function gapCountsQuestion(keys: readonly GapKey[]): Question<GapCounts> {
  return { key: `gap-counts:${keys.join()}`, ask: (engine) => engine.gapCounts([...keys]) };
}
