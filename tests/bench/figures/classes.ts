import { dateOf } from '../../samples/days.ts';
import type { Figure } from '../figure.ts';
import { timeEach } from '../measure.ts';
import { benchToday } from '../record-parts.ts';
import type { Workbench } from '../workbench.ts';
import { CustomerIndex } from '../../../renderer/engine/index/customer-index.ts';
import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { defaultClassParameters } from '#shared/domain/class-scheme/class-scheme.ts';

/** Classifying everybody anew, as on another day, and one customer after a change. */
export async function measureClasses(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const days = Array.from({ length: 10 }, (_, i) => dateOf(benchToday + 1 + i));
  // Only forward: on the way back everything dated ahead would be read again.
  const all = await timeEach(days, (day) => engine.setToday(day));
  await engine.setToday(dateOf(benchToday));

  const index = new CustomerIndex(benchToday, civilDayOfInstant);
  for (const dossier of bench.dossiers()) index.put(dossier);
  index.classifier.classifyAll(benchToday, defaultClassParameters, 'rules');
  const one = await timeEach(bench.someDossiers().slice(0, 500), (dossier) => {
    // One purchase less, so that the lines between the classes move.
    index.classifier.classify(index.put({ ...dossier, order: dossier.order.slice(1) }));
    index.classifier.settle();
  });
  return [
    { name: 'classes/all', size: bench.size, what: `p95 of ${all.runs}`, unit: 'ms', value: all.p95, budget: 1000 },
    {
      name: 'classes/one',
      size: bench.size,
      what: `p95 of ${one.runs} changed customers`,
      unit: 'ms',
      value: one.p95,
      budget: 5,
    },
  ];
}
