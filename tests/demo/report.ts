import { styleText } from 'node:util';

interface Check {
  readonly what: string;
  readonly isTrue: boolean;
  readonly found: string;
}

/** What the demo says on the terminal: sections, tables, times, and at the end every check. */
export class Report {
  readonly #checks: Check[] = [];
  readonly #startedAt = performance.now();

  title(text: string, below: string): void {
    console.log(`\n ${styleText(['bold', 'red'], '客')}  ${styleText('bold', text)}\n     ${styleText('dim', below)}`);
  }

  section(text: string): void {
    console.log(`\n ${styleText('bold', `▸ ${text}`)}`);
  }

  say(text: string): void {
    console.log(`     ${text}`);
  }

  /** Columns that hold figures only are aligned to the right. */
  table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    const cells = rows.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)),
    );
    const isNumeric = header.map((_, at) => cells.every((row) => /^[\d,.]+( ?[%s])?$/.test(row[at] ?? '')));
    const widths = header.map((name, at) => Math.max(...[name, ...cells.map((row) => row[at] ?? '')].map(widthOf)));
    const line = (row: readonly string[]): string =>
      row
        .map((cell, at) => {
          const gap = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
          return isNumeric[at] ? gap + cell : cell + gap;
        })
        .join('   ')
        .trimEnd();
    this.say(styleText('dim', line(header)));
    for (const row of cells) this.say(line(row));
  }

  /** Notes whether something holds; what was found stands beside it. */
  check(what: string, isTrue: boolean, found: string): void {
    this.#checks.push({ what, isTrue, found });
    if (!isTrue) this.say(`${mark(false)} ${what}: ${found}`);
  }

  /** Prints every check and the time; tells whether all of them hold. */
  finish(): boolean {
    this.section('Checks');
    const widest = Math.max(...this.#checks.map(({ what }) => widthOf(what)));
    for (const { what, isTrue, found } of this.#checks) {
      this.say(`${mark(isTrue)} ${what}${' '.repeat(widest - widthOf(what))}   ${styleText('dim', found)}`);
    }
    const failed = this.#checks.filter(({ isTrue }) => !isTrue).length;
    const words =
      failed === 0 ? `All ${this.#checks.length} checks hold` : `${failed} of ${this.#checks.length} checks failed`;
    const elapsed = seconds(performance.now() - this.#startedAt);
    console.log(`\n ${styleText(['bold', failed === 0 ? 'green' : 'red'], words)} · ${elapsed}\n`);
    return failed === 0;
  }
}

function mark(isTrue: boolean): string {
  return isTrue ? styleText('green', '✓') : styleText('red', '✗');
}

/** Columns of a terminal: Chinese characters and full-width signs take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  );
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
