import type { LeftColumn, PreviewColumn } from './protocol.ts';

/** What of the file does not come in, and in how many rows it stands. */
export function leftColumns(columns: readonly PreviewColumn[]): LeftColumn[] {
  return columns
    .filter(({ target, filled }) => target === 'ignore' && filled > 0)
    .map(({ header, filled }) => ({ header, filled }));
}
