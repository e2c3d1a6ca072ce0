import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { emptyStart, startAgain, startReturn } from '#shared/domain/order/enter-order.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { EntryDialog } from './entry-dialog.tsx';

export interface NewOrderDialogProps {
  /** Who buys; `null` asks for it first. */
  customerId: CustomerId | null;
  /** The order that is made once more, or given back. */
  like?: { how: 'again' | 'return'; order: Order };
  onClose: () => void;
  /** Shows a buyer who was asked for. */
  onOpen?: (id: CustomerId) => void;
}

/** An order entered by hand, as soon as it is known what it begins with. */
export function NewOrderDialog({ customerId, like, onClose, onOpen }: NewOrderDialogProps) {
  const { data: known } = useEngineQuery(
    `buyer:${customerId ?? ''}`,
    async (engine) => (customerId === null ? null : engine.whereabouts(customerId)),
    { passing: true },
  );
  const { data: kin } = useEngineQuery(
    `kin-of-like:${like?.order.id ?? ''}`,
    async (engine) => (like ? engine.orderKin(like.order.customerId, like.order.id) : null),
    { passing: true },
  );
  if (known === undefined || kin === undefined) return null;
  const start = like && (like.how === 'again' ? startAgain(like.order) : startReturn(like.order, kin?.refunds ?? []));
  return (
    <EntryDialog
      known={customerId === null ? null : known}
      how={like?.how ?? 'new'}
      of={like?.order.id}
      start={start ?? emptyStart}
      onClose={onClose}
      onOpen={onOpen}
    />
  );
}
