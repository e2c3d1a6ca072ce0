import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import type { Committed, Draft, Edit } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { saveRecord, type Shown } from '../save-record.ts';

/** Saves what a check found to be otherwise: whoever changes one detail is sure of the customer's details from then on. */
export async function saveChecked<R extends Customer | Contact>(
  engine: Pick<Engine, 'commit' | 'dossier'>,
  shown: Shown<R>,
  after: Draft<R>,
  today: LocalDate,
  besides: readonly Edit[] = [],
): Promise<Committed> {
  const { customerId, table } = shown;
  if (table === 'customer') return saveRecord(engine, shown, { ...after, verifiedOn: today }, besides, 'check/change');
  const { customer } = await engine.dossier(customerId);
  const sure: Edit = {
    table: 'customer',
    id: customerId,
    after: { ...draftOf(customer), verifiedOn: today },
    seen: customer.version,
  };
  return saveRecord(engine, shown, after, [...besides, sure], 'check/change');
}
