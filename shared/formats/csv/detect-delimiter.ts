import Papa from 'papaparse';

export const delimiters = [',', ';', '\t', '|', '，'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The `sep=;` that spreadsheets read in the first line; not a row of the table. `length` counts it with its line end. */
export function readSeparatorLine(text: string): { delimiter: Delimiter; length: number } | undefined {
  const match = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text);
  const delimiter = delimiters.find((known) => known === match?.[1]);
  return match && delimiter ? { delimiter, length: match[0].length } : undefined;
}

/**
 * The delimiter that cuts the first lines into the most even rows of more than one cell. A list of one column has none,
 * for which the comma stands.
 */
export function detectDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { data } = new Papa.Parser({ delimiter, newline: '\n', preview: 50 }).parse(
      text.replace(/\r\n?/g, '\n'),
      0,
      false,
    );
    const score = evenness(data.map((cells) => cells.length).filter((length) => length > 0));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Share of rows with the commonest number of cells, squared, so that one row with a long list in a cell speaks for nothing, and
 * weighted by how many cells that is; 0 for single cells.
 */
function evenness(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  let commonest = 1;
  for (const [length, count] of counts) {
    if (length > 1 && count > (commonest > 1 ? (counts.get(commonest) ?? 0) : 0)) commonest = length;
  }
  if (commonest === 1) return 0;
  const share = (counts.get(commonest) ?? 0) / lengths.length;
  return share ** 2 * Math.log2(commonest + 1);
}
