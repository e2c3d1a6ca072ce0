import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';

/** One customer and what is kept beside the customers. */
export interface CardsApi {
  dossier(id: CustomerId): Dossier;
  /** Several at once, in any order, without those that are gone; ask for some dozens, not for thousands. */
  dossiers(ids: CustomerId[]): Dossier[];
  /** The classes a customer is in, each with the numbers that put it there and what would change it. */
  explain(id: CustomerId): ClassExplanation[];
  catalogue<T extends CatalogueTable>(table: T): RecordOf<T>[];
  /** How a Chinese name is read, `zeng wei`; empty for a name in Latin letters. */
  spell(name: string, reading?: string): string;
}

export interface ClassExplanation {
  dimension: Dimension;
  class: ClassKey;
  /** Key of the sentence `why.<dimension>.<rule>` and the numbers it needs. */
  rule: string;
  values: Record<string, string | number>;
  /** What would change it, if a number can be given: key `next.<rule>`. */
  next?: { rule: string; values: Record<string, string | number> } | undefined;
}
