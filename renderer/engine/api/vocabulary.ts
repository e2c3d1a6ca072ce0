import type { Reason } from '#shared/changes/reasons.ts';
import type { FieldShape } from '#shared/custom-fields/values.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Word } from '#shared/domain/word/word.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { FormulaProblem } from '#shared/formula/parse.ts';
import type { ValueKind } from '#shared/formula/values.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Rewrite } from '#shared/rewrite/rewrite.ts';
import type { Committed, Edit } from './writing.ts';

/** The archive's own words: its fields, their choices, its tags and lists, and what changing one does to the customers. */
export interface VocabularyApi {
  /** What the user says about words, deleted ones too: what they are called stays where they are in use. */
  keptWords(): Word[];
  /** How many customers outside the bin have a value for each of these fields. */
  fieldUse(fields: FilterField[]): number[];
  /** How many customers outside the bin have each value of a field that occurs: tags by their ids, choices by their words, goods and anniversaries by their names. */
  valueUse(field: FilterField): ValueUse[];
  /** Other customers outside the bin who have the same value of a field. */
  twins(field: FilterField, id: CustomerId): Twin[];
  /** For each of these values of a field, as columns hold them, some customers outside the bin who have it. */
  holders(field: FilterField, values: string[]): Twin[][];
  /** What the formulas among the fields come to for a customer, as their columns hold it. */
  computed(id: CustomerId): Record<string, Computed>;
  /** The formula among the fields as they are: what kind of value it comes to and for whom, or what is wrong with it. */
  tryFormula(fieldId: string | null, formula: string): FormulaTrial;
  /** What a field would come to under another type; nothing is written. */
  previewRetype(fieldId: string, to: FieldShape, language: Language): RetypePreview;
  /** Gives a field another type and its values with it, as one change set. */
  commitRetype(fieldId: string, to: FieldShape, language: Language): Committed;
  /** Renames words or tags wherever customers and saved views have them, and what it needs besides, as one change set. */
  commitRewrite(rewrites: Rewrite[], reason: Reason, besides: Edit[]): Committed;
}

/** `text` as columns hold it, to be said by `kind`; `problem` where it cannot be computed. */
export interface Computed {
  kind: ValueKind;
  text: string;
  problem?: 'division' | undefined;
}

export type FormulaTrial =
  | { problem: FormulaProblem }
  | { kind: ValueKind; examples: { name: string; value: Computed }[] };

export interface ValueUse {
  value: string;
  count: number;
}

export interface Twin {
  id: CustomerId;
  name: string;
}

export interface RetypePreview {
  /** Customers whose value becomes one of the new type, is one already, or stays as it is. */
  converting: number;
  fitting: number;
  staying: number;
  /** The options of a choice: those given, and those that the values ask for. */
  options: string[];
  examples: { name: string; before: string; after: string }[];
  /** Values that stay as they are, and why they do not fit. */
  left: { name: string; text: string; problem: MessageKey }[];
}
