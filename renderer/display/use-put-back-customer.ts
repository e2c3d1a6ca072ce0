import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Committed } from '../engine/api.ts';
import { draftOf } from '../engine/draft-of.ts';
import { useCommit } from '../engine/client/use-commit.ts';

/** Takes a customer out of the bin, as they are. */
export function usePutBackCustomer(): (id: CustomerId, sentence: string) => Promise<Committed | null> {
  const commit = useCommit();
  return (id, sentence) =>
    commit(async (engine) => {
      const { customer } = await engine.dossier(id);
      const edit = { table: 'customer', id, after: draftOf(customer), seen: customer.version } as const;
      return engine.commit('customer/restore', [edit]);
    }, sentence);
}
