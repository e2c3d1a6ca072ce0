import type { Figure } from '../figure.ts';
import type { Workbench } from '../workbench.ts';

/** Seconds for comparing everybody with everybody who has something in common with them. */
const budgetS = 20;

/** Looking through the whole archive for customers who are one. */
export async function measureDuplicates(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const started = performance.now();
  const scan = await engine.findDuplicates();
  const value = (performance.now() - started) / 1000;
  const found = scan?.pairs.length ?? 0;
  const what = `${scan?.customers ?? 0} customers, ${found} pairs shown`;
  return [{ name: 'duplicates/scan', size: bench.size, what, unit: 's', value, budget: budgetS }];
}
