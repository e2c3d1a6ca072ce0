import { useMemo } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { TimelineFilter } from '#shared/domain/timeline/list-timeline.ts';
import { settingsQuestion } from '../../../display/archive-settings.ts';
import { householdQuestion } from '../../../display/household-question.ts';
import { fieldsQuestion } from '../../../display/use-custom-fields.ts';
import { tagsQuestion } from '../../../display/use-tags.ts';
import { wordsQuestion } from '../../../display/use-words.ts';
import type { CardAnswer, CardHead, RelationsView, RowRange } from '../../../engine/api.ts';
import type { Question } from '../../../engine/client/question.ts';
import { useAllAnswered } from '../../../engine/client/use-all-answered.ts';
import { useEngineQuery, useQuestion, type QueryAnswer } from '../../../engine/client/use-engine-query.ts';
import { useToday } from '../../../platform/clock.ts';
import { removedFilesQuestion } from '../files/use-removed-files.ts';
import { kindsQuestion } from '../relations/role-words.ts';

function cardQuestion(id: CustomerId): Question<CardAnswer> {
  return { key: `card:${id}`, ask: (engine) => engine.card(id), concerns: id };
}

/** Any change may concern them: the other ends lie in other dossiers. */
function relationsQuestion(id: CustomerId): Question<RelationsView> {
  return { key: `relations:${id}`, ask: (engine) => engine.relations(id) };
}

export function headQuestion(id: CustomerId): Question<CardHead | null> {
  return { key: `cardHead:${id}`, ask: (engine) => engine.cardHead(id), concerns: id };
}

function headQuestions(id: CustomerId): readonly Question[] {
  return [headQuestion(id), tagsQuestion, fieldsQuestion, wordsQuestion, kindsQuestion, settingsQuestion];
}

/** All that stands on a card as it opens; what its head needs comes first, since a long past keeps the engine busy. */
export function cardQuestions(id: CustomerId, today: LocalDate): readonly Question[] {
  return [
    ...headQuestions(id),
    cardQuestion(id),
    relationsQuestion(id),
    removedFilesQuestion(id),
    householdQuestion(id, today),
  ];
}

/** Asked at once with all the rest, and there with it, so that nothing moves when that comes. */
export function useCard(id: CustomerId): QueryAnswer<CardAnswer> & { isWhole: boolean } {
  const today = useToday();
  const isWhole = useAllAnswered(useMemo(() => cardQuestions(id, today), [id, today]));
  return { ...useQuestion(cardQuestion(id)), isWhole };
}

/** What can be shown while a long past is read; `null` for a card that is there as quickly. */
export function useCardHead(id: CustomerId): CardHead | null {
  const isAnswered = useAllAnswered(useMemo(() => headQuestions(id), [id]));
  const { data = null } = useQuestion(headQuestion(id));
  return isAnswered ? data : null;
}

export function useRelations(id: CustomerId): QueryAnswer<RelationsView> {
  return useQuestion(relationsQuestion(id));
}

/**
 * Some rows of what happened with a customer, where the card did not bring all of it along. For one list of one customer:
 * the rows that are there stay while more are asked for.
 */
export function useOlderTimeline({ id, filter, from, to }: { id: CustomerId; filter: TimelineFilter } & RowRange) {
  return useEngineQuery(
    `timeline:${id}:${filter}:${from}-${to}`,
    (engine) => engine.timeline(id, filter, { from, to }),
    { concerns: id, keepsPrevious: true },
  );
}
