import type { Figure } from '../figure.ts';
import { timeBoth } from '../measure.ts';
import { searchKinds, typedQueries } from '../queries.ts';
import type { Workbench } from '../workbench.ts';

/** Rows on the screen after a key: what the list shows at once. */
const visibleRows = 30;
/** The reference takes its time over a hundred thousand customers, and every key is asked of it eight times. */
const keysPerKind = { S: 120, M: 120, L: 60 } as const;

/** From a key in the search field to the first rows, in the engine. Every prefix of every query counts as a key. */
export async function measureSearch(bench: Workbench): Promise<Figure[]> {
  const { engine } = await bench.engine();
  const ledger = bench.ledger();
  const dossiers = bench.someDossiers();
  const search = async (text: string) => {
    const sort = [{ column: 'relevance' as const, descending: false }];
    const { token } = await engine.query('bench', { text, sort });
    await engine.rows(token, 0, visibleRows);
  };
  const keysByKind = searchKinds.map((kind) => ({ kind, keys: typedQueries(dossiers, kind, keysPerKind[bench.size]) }));
  const figures: Figure[] = [];
  for (const { kind, keys } of [...keysByKind, { kind: 'all', keys: keysByKind.flatMap(({ keys }) => keys) }]) {
    const { own, other } = await timeBoth(keys, search, (text) => ledger.search(text));
    figures.push({
      name: `search/${kind}`,
      size: bench.size,
      what: `p95 of ${own.runs} keys`,
      unit: 'ms',
      value: own.p95,
      budget: 8,
      reference: { what: 'sqlite', value: other.p95 },
      ...(bench.size === 'L' && { maxRatio: 1 }),
    });
  }
  return figures;
}
