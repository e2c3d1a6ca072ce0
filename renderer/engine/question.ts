import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Engine } from './client-types.ts';

/** What a screen wants to know, for whoever asks ahead for it. */
export interface Question<T = unknown> {
  /** Everything the answer depends on, as one text, such as `dossier:${id}`. */
  key: string;
  ask: (engine: Engine) => Promise<T>;
  /** The answer concerns one customer: other customers' changes leave it alone. */
  customerId?: CustomerId;
}
