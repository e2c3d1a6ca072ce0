import { classesByDimension, type ClassKey } from '../domain/class-scheme/class-scheme.ts';
import { daysOfClass, type CheckDays } from '../domain/settings/check-days.ts';

/** How far the details of the customers of one value class are as they should be. */
export interface CheckCoverage {
  value: ClassKey;
  /** 0 where nobody is to be checked. */
  intervalDays: number;
  customers: number;
  /** Of them, those whose check is due. */
  due: number;
  /** Of them, those who are due and whom no number, account or mail reaches any more. */
  outOfReach: number;
}

/** Counts the customers of each value class; each is counted in one. */
export class CoverageCount {
  readonly #tiers: Map<ClassKey, CheckCoverage>;

  constructor(days: CheckDays) {
    this.#tiers = new Map(
      classesByDimension.value.map((value) => [
        value,
        { value, intervalDays: daysOfClass(days, value), customers: 0, due: 0, outOfReach: 0 },
      ]),
    );
  }

  add(value: ClassKey, isDue: boolean, isOutOfReach: boolean): void {
    const tier = this.#tiers.get(value);
    if (!tier) return;
    tier.customers += 1;
    if (!isDue) return;
    if (isOutOfReach) tier.outOfReach += 1;
    else tier.due += 1;
  }

  list(): CheckCoverage[] {
    return [...this.#tiers.values()];
  }
}

/** Customers whose details are as fresh as they should be, in percent; rounded down, so that 100 means everyone. */
export function freshPercent({ customers, due, outOfReach }: Omit<CheckCoverage, 'value' | 'intervalDays'>): number {
  return customers === 0 ? 100 : Math.floor(((customers - due - outOfReach) / customers) * 100);
}
