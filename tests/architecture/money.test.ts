import { describe, expect, it } from 'vitest';
import { readSources, type SourceFile } from '../helpers/read-source.ts';

/** Where signs of currencies and the number of their decimals are known. */
const home = 'shared/money/';
/** Knows which characters are common in Chinese texts. */
const besides = ['shared/formats/text/common-characters.ts'];

const sign = /[¥￥£€₹₩]|'(?:CNY|USD|EUR|GBP)'/u;
const scale = /Fen\b ?[*/] ?100\b/u;

/** Lines that say money in a way of their own, without their comments. */
function ownWays(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith(home) && !besides.includes(path))
    .flatMap(({ path, text }) =>
      text
        .replace(/\/\*[\s\S]*?\*\//gu, '')
        .split('\n')
        .map((line) => line.replace(/(?:^|\s)\/\/.*$/u, ''))
        .filter((line) => sign.test(line) || scale.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
}

describe('money', () => {
  it('is read, written and said in one place', () => {
    const files = readSources(['shared', 'electron', 'renderer'], /\.tsx?$/);
    expect(ownWays(files)).toEqual([]);
  });

  it.each(['unit="¥"', 'order.totalFen / 100', 'Math.round(costFen * 100)', '`£${sum}`', "const own = 'CNY';"])(
    'would be found in %s',
    (line) => {
      expect(ownWays([{ path: 'renderer/a.tsx', text: `/** ¥ */\n${line} // £` }])).toHaveLength(1);
    },
  );
});
