import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Committed } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { draftOf } from '../../../engine/draft-of.ts';

/** Nobody introduced the customer any more. */
export async function removeIntroducer(engine: Engine, customerId: CustomerId): Promise<Committed> {
  const { customer } = await engine.dossier(customerId);
  const { referrerId: _by, referral: _details, ...after } = draftOf(customer);
  return engine.commit('relation/edit', [{ table: 'customer', id: customerId, after, seen: customer.version }]);
}
