import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useQuestion } from '../engine/client/use-engine-query.ts';
import { useToday } from '../platform/clock.ts';
import { useJoin, useT } from '../platform/language.tsx';
import { Banner } from '../ui/feedback/banner.tsx';
import { householdQuestion } from './household-question.ts';

/** Says before a contact is logged that somebody of the same household was spoken with today. */
export function HouseholdWarning({ customerId }: { customerId: CustomerId }) {
  const t = useT();
  const join = useJoin();
  const today = useToday();
  const { data: others = [] } = useQuestion(householdQuestion(customerId, today));
  if (others.length === 0) return null;
  return <Banner tone="warn" title={t('relations.contactedToday', { names: join(others.map(({ name }) => name)) })} />;
}
