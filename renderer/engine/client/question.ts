import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Engine } from '../client-types.ts';

/** Whose changes make an answer stale: those of one customer, or only those of records that belong to none; absent for all. */
export type Concern = CustomerId | 'catalogue';

/** What a screen wants to know, for whoever asks ahead for it. */
export interface Question<T = unknown> {
  /** Everything the answer depends on, as one text, such as `dossier:${id}`. */
  key: string;
  ask: (engine: Engine) => Promise<T>;
  concerns?: Concern;
}
