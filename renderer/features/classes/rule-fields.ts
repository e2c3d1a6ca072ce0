import type { ClassParameters, Dimension } from '#shared/domain/class-scheme/class-scheme.ts';

type RuleKey = keyof ClassParameters;

const keysByDimension: Partial<Record<Dimension, readonly RuleKey[]>> = {
  value: ['valueWindowDays', 'valueHighSharePercent', 'valueMediumSharePercent'],
  lifecycle: ['defaultCycleDays'],
  behaviour: ['activeDays', 'steadyDays', 'newProspectDays'],
  frequency: ['frequentPurchases'],
  risk: ['defaultCycleDays'],
};

/** The thresholds that decide a dimension; none where the class is entered by hand. */
export function ruleKeysOf(dimension: Dimension): readonly RuleKey[] {
  return keysByDimension[dimension] ?? [];
}

/** Thresholds that contradict each other would leave a class empty for ever. */
export function isConsistent(parameters: ClassParameters): boolean {
  return (
    parameters.valueHighSharePercent < parameters.valueMediumSharePercent &&
    parameters.activeDays < parameters.steadyDays
  );
}
