import type { CustomerId } from '#shared/domain/customer/customer.ts';

/** Where what was typed into the dialog and not saved is kept. */
export function anniversaryPlace(customerId: CustomerId, at: number) {
  return { kind: 'anniversary', customerId, of: String(at) } as const;
}
