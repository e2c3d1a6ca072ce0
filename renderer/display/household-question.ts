import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Question } from '../engine/client/question.ts';

/** Who else of the household was spoken with on that day. */
export function householdQuestion(
  customerId: CustomerId,
  day: LocalDate,
): Question<readonly { id: CustomerId; name: string }[]> {
  return {
    key: `household-contacts:${customerId}:${day}`,
    ask: (engine) => engine.householdContacts(customerId, day),
  };
}
