import type { Figure } from '../figure.ts';
import { sizes } from '../generator.ts';

/** What may grow with the number of customers, and what must not. A start has a part that is the same for everybody. */
const linear = ['restore/engine', 'restore/rebuild', 'start/engine', 'start/usable list', 'backup/verified'];
const flat = ['save/engine', 'save/stored', 'card/open', 'card/next', 'card/painted'];

/** Measured times vary by about so much from run to run. */
export const tolerance = 1.25;
/** Below this, what is measured is the machine and not the work. */
const leastMs = 5;

/** How costs grow from one size of the run to the next, as times of what was allowed to grow. */
export function growthOf(figures: readonly Figure[]): Figure[] {
  return [...linear, ...flat].flatMap((name) => {
    const own = figures.filter((figure) => figure.name === name);
    return own.slice(1).flatMap((larger, at) => {
      const smaller = own[at];
      return smaller?.size && larger.size ? [growthBetween(smaller, larger, linear.includes(name))] : [];
    });
  });
}

function growthBetween(smaller: Figure, larger: Figure, isLinear: boolean): Figure {
  const [from, to] = [smaller.size ?? 'S', larger.size ?? 'S'];
  const least = smaller.unit === 's' ? leastMs / 1000 : leastMs;
  const customers = sizes[to].customers / sizes[from].customers;
  return {
    name: `growth/${larger.name}`,
    size: to,
    what: `of ${from}, ${isLinear ? 'per customer' : 'in all'}`,
    unit: '×',
    value: Math.max(least, larger.value) / Math.max(least, smaller.value) / (isLinear ? customers : 1),
    budget: isLinear ? tolerance : 2 * tolerance,
  };
}
