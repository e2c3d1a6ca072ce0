import { lossReasons } from '../domain/customer/customer.ts';
import type { CustomerDraft } from '../domain/customer/draft-customer.ts';
import type { LocalDate } from '../domain/record.ts';
import { readDate } from '../formats/values/dates.ts';
import { isDayFirstFor } from '../match/country.ts';
import { cleanText } from '../match/text.ts';
import { codeName } from '../words/coded-words.ts';
import { hasRoom, without, type Fact } from './fact.ts';

/** The customer said to be lost for a reason, from today on where no day was said; with an empty reason no longer. */
export function withLoss(draft: CustomerDraft, reason: string, today: LocalDate): CustomerDraft {
  if (reason === '') return without(without(draft, 'lostOn'), 'lostReason');
  return { ...draft, lostOn: draft.lostOn ?? today, lostReason: reason };
}

/** That a customer is lost: since when, and why. Neither is there without the other. */
export const lossFacts: readonly Fact[] = [
  {
    key: 'lostReason',
    label: 'field.lostReason',
    list: 'lostReason',
    choices: lossReasons.map((id) => ({ id, label: `lossReason.${id}` as const })),
    read: ({ lostReason = '' }) => lostReason,
    show: ({ lostReason }, t) => (lostReason === undefined ? '' : codeName('lostReason', lostReason, [], t)),
    write: (draft, text, today) =>
      text === '' || hasRoom('lostReason', text)
        ? { draft: withLoss(draft, text, today) }
        : { problem: 'bulk.problem.noChoice' },
  },
  {
    key: 'lostOn',
    label: 'field.lostOn',
    hint: 'facts.dayHint',
    read: ({ lostOn = '' }) => lostOn,
    write: (draft, text, today, currency) => {
      if (cleanText(text) === '') return { draft: withLoss(draft, '', today) };
      const lostOn = readDate(text, { today, isDayFirst: isDayFirstFor(currency) })?.slice(0, 10);
      if (lostOn === undefined) return { problem: 'fields.problem.date' };
      if (lostOn > today) return { problem: 'facts.inFuture' };
      return draft.lostReason === undefined ? { problem: 'facts.lossNeedsReason' } : { draft: { ...draft, lostOn } };
    },
  },
];
