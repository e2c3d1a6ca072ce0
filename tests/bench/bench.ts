import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isPassed, type Figure } from './figure.ts';
import { measureBackup } from './figures/backup.ts';
import { measureCard } from './figures/card.ts';
import { measureClasses } from './figures/classes.ts';
import { measureImport } from './figures/import.ts';
import { measureImportInWindow } from './figures/import-window.ts';
import { measureJournal } from './figures/journal.ts';
import { measureOrder } from './figures/order.ts';
import { measureSearch } from './figures/search.ts';
import { measureWindow } from './figures/window.ts';
import { sizes, type Size } from './generator.ts';
import { busyNote, saveReport, tableOf } from './report.ts';
import { Workbench } from './workbench.ts';

/** Groups of figures by name. The first kind does not depend on how much there is. */
const once = { journal: measureJournal, import: measureImport, importWindow: measureImportInWindow };
const sized = {
  search: measureSearch,
  list: measureOrder,
  card: measureCard,
  classes: measureClasses,
  backup: measureBackup,
  window: measureWindow,
};

const { values } = parseArgs({
  options: { size: { type: 'string', default: 'all' }, only: { type: 'string', default: '' } },
});

function wanted<T>(groups: Record<string, T>): [name: string, measure: T][] {
  return Object.entries(groups).filter(([name]) => name.includes(values.only));
}

function chosenSizes(): Size[] {
  const chosen = (Object.keys(sizes) as Size[]).filter((size) => values.size === 'all' || values.size === size);
  if (chosen.length === 0) throw new Error(`--size is S, M, L or all, not ${values.size}`);
  return chosen;
}

function say(text: string): void {
  process.stderr.write(`${text} …\n`);
}

async function measureAll(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, measure] of wanted(once)) {
    say(name);
    figures.push(...(await measure(folder)));
  }
  if (wanted(sized).length === 0) return figures;
  for (const size of chosenSizes()) {
    const bench = new Workbench(folder, size);
    try {
      for (const [name, measure] of wanted(sized)) {
        say(`${name} ${size}`);
        figures.push(...(await measure(bench)));
      }
    } finally {
      await bench.close();
    }
  }
  return figures;
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
