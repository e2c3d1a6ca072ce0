import { searchKeys } from '#shared/match/pinyin.ts';
import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { goods } from '../../samples/words/goods.ts';
import type { Figure } from '../figure.ts';
import { timeEach } from '../measure.ts';
import { benchToday } from '../record-parts.ts';
import type { Workbench } from '../workbench.ts';
import { CustomerIndex } from '../../../renderer/engine/index/customer-index.ts';

const mostOffered = 8;

/** A key in the box of what is bought; and the first one after a sale, when all goods are weighed anew. */
export async function measureGoods(bench: Workbench): Promise<Figure[]> {
  const index = new CustomerIndex(benchToday, civilDayOfInstant);
  for (const dossier of bench.dossiers()) index.put(dossier);
  const { goodsBook, today } = index;
  for (const _ of goodsBook.prepare(today));
  const names = goods.flatMap(({ name }) => [name, ...searchKeys(name).initials]);
  const keys = names.flatMap((name) => Array.from(name, (_, at) => name.slice(0, at + 1)));
  const offer = (text: string, at: number) => goodsBook.offer(at, text, today, mostOffered);
  const typed = await timeEach(
    keys.map((key, at) => [key, at] as const),
    ([key, at]) => offer(key, at),
  );
  const sold = await timeEach(bench.someDossiers().slice(0, 200), (dossier) => offer('s', index.put(dossier)));
  return [
    { name: 'goods/key', size: bench.size, what: `p95 of ${typed.runs} keys`, unit: 'ms', value: typed.p95, budget: 8 },
    {
      name: 'goods/sold',
      size: bench.size,
      what: `p95 of ${sold.runs} sales`,
      unit: 'ms',
      value: sold.p95,
      budget: 15,
    },
  ];
}
