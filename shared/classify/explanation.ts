import type { ClassKey, Dimension } from '../domain/class-scheme/class-scheme.ts';
import type { classMessages } from '../i18n/messages/classes.ts';

type ClassMessageKey = keyof typeof classMessages;

/** The rules that can put a customer into a class of a dimension: one sentence `why.<dimension>.<rule>` each. */
export type RuleOf<D extends Dimension> = ClassMessageKey extends infer Key
  ? Key extends `why.${D}.${infer Rule}`
    ? Rule
    : never
  : never;

export type NextRule = ClassMessageKey extends infer Key ? (Key extends `next.${infer Rule}` ? Rule : never) : never;

/** Numbers of a sentence: keys that end in Fen are money, in On days (`YYYY-MM-DD`). */
export type ExplanationValues = Record<string, string | number>;

/** Why a customer is in a class, with the numbers it can be checked by, and what would change it. */
export interface Explanation<D extends Dimension = Dimension> {
  dimension: D;
  class: ClassKey;
  rule: RuleOf<D>;
  values: ExplanationValues;
  next?: NextStep;
  /** An opening sale counts in it, of which only the last day is known. */
  isOpened?: true;
}

export interface NextStep {
  rule: NextRule;
  values: ExplanationValues;
}
