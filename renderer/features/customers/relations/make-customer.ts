import { customerIdSchema, type CustomerId } from '#shared/domain/customer/customer.ts';
import { draftCustomer, guessKind } from '#shared/quick-add/draft-customer.ts';
import type { Piece } from '#shared/quick-add/piece.ts';
import type { Committed, Edit, RelationEntry } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { newId } from '../../../platform/ids.ts';

/** A mere name becomes a customer and stays at its end: of the relation, or as the one who introduced the customer. */
export async function makeCustomer(
  engine: Engine,
  customerId: CustomerId,
  name: string,
  entry: RelationEntry | null,
): Promise<Committed> {
  const id = customerIdSchema.parse(newId());
  const pieces: Piece[] = [{ kind: 'name', name, text: name, from: 0, to: name.length }];
  const { customer: fresh } = draftCustomer(id, pieces, { kind: guessKind(pieces), source: null });
  const created: Edit = { table: 'customer', id, after: fresh };
  if (entry) {
    const { record } = entry;
    const after = { ...draftOf(record), other: { customerId: id } };
    return engine.commit('relation/edit', [created, { table: 'relation', id: record.id, after, seen: record.version }]);
  }
  const { customer } = await engine.dossier(customerId);
  const { referral: { name: _known, ...details } = {}, ...draft } = draftOf(customer);
  const after = { ...draft, referrerId: id, ...(Object.keys(details).length > 0 && { referral: details }) };
  return engine.commit('relation/edit', [
    created,
    { table: 'customer', id: customerId, after, seen: customer.version },
  ]);
}
