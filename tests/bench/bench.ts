import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isPassed, type Figure } from './figure.ts';
import { measureBackup } from './figures/backup.ts';
import { measureCard } from './figures/card.ts';
import { measureCells } from './figures/cells.ts';
import { measureClasses } from './figures/classes.ts';
import { measureDuplicates } from './figures/duplicates.ts';
import { measureGoods } from './figures/goods.ts';
import { growthOf } from './figures/growth.ts';
import { measureImport } from './figures/import.ts';
import { measureImportInWindow } from './figures/import-window.ts';
import { measureJournal } from './figures/journal.ts';
import { measureOrder } from './figures/order.ts';
import { measureSave } from './figures/save.ts';
import { measureSearch } from './figures/search.ts';
import { measureStart } from './figures/start.ts';
import { measureWindow } from './figures/window.ts';
import { sizes, type Size } from './generator.ts';
import { busyNote, saveReport, tableOf } from './report.ts';
import { Workbench } from './workbench.ts';

/** Groups of figures by name. The first kind does not depend on how much there is. */
const once = {
  journal: measureJournal,
  cells: measureCells,
  import: measureImport,
  importWindow: measureImportInWindow,
};
const sized = {
  search: measureSearch,
  list: measureOrder,
  card: measureCard,
  save: measureSave,
  backup: measureBackup,
  start: measureStart,
  classes: measureClasses,
  goods: measureGoods,
  duplicates: measureDuplicates,
  window: measureWindow,
};

const { values } = parseArgs({
  options: { size: { type: 'string', default: 'all' }, only: { type: 'string', default: '' } },
});

function wanted<T>(groups: Record<string, T>): [name: string, measure: T][] {
  const names = values.only.split(',').filter((name) => name !== '');
  return Object.entries(groups).filter(([name]) => names.length === 0 || names.includes(name));
}

function chosenSizes(): Size[] {
  const chosen = (Object.keys(sizes) as Size[]).filter((size) => values.size === 'all' || values.size === size);
  if (chosen.length === 0) throw new Error(`--size is S, M, L or all, not ${values.size}`);
  return chosen;
}

async function measureAll(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, measure] of wanted(once)) await gather(figures, name, () => measure(folder));
  if (wanted(sized).length === 0) return figures;
  for (const size of chosenSizes()) {
    const bench = new Workbench(folder, size);
    try {
      for (const [name, measure] of wanted(sized)) {
        // The window has its own engine; two of the largest size beside each other would measure the memory.
        if (name === 'window') await bench.close();
        await gather(figures, `${name} ${size}`, () => measure(bench));
      }
    } finally {
      await bench.close();
    }
  }
  return [...figures, ...growthOf(figures)];
}

/** A group that fails is told and takes no other with it. */
async function gather(figures: Figure[], name: string, measure: () => Promise<Figure[]>): Promise<void> {
  process.stderr.write(`${name} …\n`);
  try {
    const measured = await measure();
    const [load = 0] = loadavg();
    for (const figure of measured) figures.push({ load, ...figure });
  } catch (error) {
    process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

const folder = mkdtempSync(join(process.env['KEBU_BENCH_DIR'] ?? tmpdir(), 'kebu-bench-'));
try {
  const figures = await measureAll(folder);
  if (figures.length === 0) {
    throw new Error(`--only fits none of ${[...Object.keys(once), ...Object.keys(sized)].join(', ')}`);
  }
  console.log(`${tableOf(figures)}\n${busyNote()}`);
  console.log(saveReport(resolve(import.meta.dirname, '../../out/bench'), figures, new Date()));
  if (!figures.every(isPassed)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
