import type { Catalogue } from '../rows/catalogue.ts';
import type { DossierFile } from '../rows/dossier-file.ts';

/** What taking a change set back needs to know of the archive as it is now. */
export interface InvertContext {
  load(customerIds: readonly string[]): Promise<Map<string, DossierFile>>;
  catalogue: Catalogue;
  /** UTC, ISO 8601. */
  at: string;
  /** Whether customers outside the set still bear this tag; then the tag stays. */
  isTagInUse(tagId: string, besides: ReadonlySet<string>): boolean;
  /** Whom a customer turned out to be; the customer itself when it was never merged. */
  survivorOf(customerId: string): string;
  /** Customers in whose dossiers these are named. */
  namersOf(customerIds: ReadonlySet<string>): string[];
  /** So many more changes were looked at. */
  onInverted(changes: number): void;
}
