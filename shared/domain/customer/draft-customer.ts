import type { Customer } from './customer.ts';

/** A customer without what the engine fills in. */
export type CustomerDraft = Omit<Customer, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
