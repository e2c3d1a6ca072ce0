import type { EpochDay } from '../calendar/day.ts';
import type { Rational } from './rational.ts';

/** Money is an exact fraction of the currency, not of what is stored. */
export type ValueKind = 'number' | 'money' | 'date' | 'text' | 'boolean';

/** What a formula comes to. `null`: something that it needs is not known. */
export type Value =
  | { kind: 'number' | 'money'; value: Rational }
  | { kind: 'date'; day: EpochDay }
  | { kind: 'text'; text: string }
  | { kind: 'boolean'; is: boolean }
  | null
  /** It cannot be computed, whatever is known. */
  | { kind: 'failure'; why: 'division' };

export type KnownValue = Exclude<Value, null | { kind: 'failure' }>;
