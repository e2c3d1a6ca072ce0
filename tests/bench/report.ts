import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { isPassed, ratioOf, type Figure } from './figure.ts';

const headings = ['figure', 'size', 'measured', 'budget', 'reference', 'ratio', 'allowed', 'load', ''] as const;

/** The figures as a table for the terminal, columns aligned. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const ratio = ratioOf(figure);
    return [
      `${figure.name} (${figure.what})`,
      figure.size ?? '–',
      amount(figure.value, figure.unit),
      figure.budget === undefined ? '–' : amount(figure.budget, figure.unit),
      figure.reference === undefined ? '–' : `${amount(figure.reference.value, figure.unit)} ${figure.reference.what}`,
      ratio === undefined ? '–' : ratio.toFixed(2),
      figure.maxRatio === undefined ? '–' : `≤ ${figure.maxRatio}`,
      figure.load === undefined ? '–' : figure.load.toFixed(1),
      isPassed(figure) ? 'ok' : 'MISSED',
    ];
  });
  const lines = [[...headings], ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function amount(value: number, unit: Figure['unit']): string {
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;
}

/** A sentence about a machine that does other work, which makes times worthless; empty on a quiet one. */
export function busyNote(): string {
  const [load = 0] = loadavg();
  const cores = cpus().length;
  return load > cores + 1
    ? `The machine was busy: load ${load.toFixed(1)} on ${cores} cores. Absolute times mean little.`
    : '';
}

/** Writes the figures with what is needed to compare them later: machine, versions, time. Returns the path. */
export function saveReport(folder: string, figures: readonly Figure[], at: Date): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `bench-${at.toISOString().replaceAll(/[:.]/g, '-')}.json`);
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryMB: Math.round(totalmem() / 1e6),
    node: process.version,
  };
  const judged = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), passed: isPassed(figure) }));
  writeFileSync(path, `${JSON.stringify({ at: at.toISOString(), machine, figures: judged }, null, 2)}\n`);
  return path;
}
