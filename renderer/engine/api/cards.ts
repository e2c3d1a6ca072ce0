import type { ClassKey, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { CatalogueTable, RecordOf } from '#shared/domain/tables.ts';

/** One customer and what is kept beside the customers. */
export interface CardsApi {
  dossier(id: CustomerId): Dossier;
  /** Several at once, in any order, without those that are gone; ask for some dozens, not for thousands. */
  dossiers(ids: CustomerId[]): Dossier[];
  /** What a card begins with, in one answer, so that it is drawn once. */
  card(id: CustomerId): CardAnswer;
  catalogue<T extends CatalogueTable>(table: T): RecordOf<T>[];
}

export interface CardAnswer {
  dossier: Dossier;
  /** The classes the customer is in, each with the numbers that put it there and what would change it; none in the bin. */
  classes: ClassExplanation[];
  /** How a Chinese name is read, `zeng wei`; empty for a name in Latin letters. */
  reading: string;
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
