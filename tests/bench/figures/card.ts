import { Random } from '../../samples/random.ts';
import type { Figure } from '../figure.ts';
import { timeEach } from '../measure.ts';
import type { Workbench } from '../workbench.ts';

/** Opening the fullest card, and going from customer to customer: reading, unsealing and explaining in the engine. */
export async function measureCard(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const { token, total } = await engine.query('bench', {
    text: '',
    sort: [{ column: 'name', descending: false }],
  });
  const ids = await engine.ids(token);
  const full = bench.someDossiers().find(({ interaction, order }) => interaction.length + order.length === 500);
  if (full === undefined) throw new Error('no card has 500 entries');
  const open = (id: (typeof ids)[number]) => engine.card(id);
  const random = new Random('cards');
  const strangers = Array.from({ length: 200 }, () => random.pick(ids));
  const figure = { size: bench.size, unit: 'ms', budget: 50 } as const;
  const fullest = await timeEach(Array<typeof full.customerId>(20).fill(full.customerId), open);
  const others = await timeEach(strangers, open);
  return [
    { ...figure, name: 'card/open', what: `p95 of ${fullest.runs}, 500 entries`, value: fullest.p95 },
    { ...figure, name: 'card/next', what: `p95 of ${others.runs} of ${total} customers`, value: others.p95 },
  ];
}
