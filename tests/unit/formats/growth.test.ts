import { describe, expect, it } from 'vitest';
import { longCells, ofLength } from '../../helpers/long-cells.ts';

/** Read in a moment; were each looked at with all others, whoever waits for it would wait for minutes. */
const signs = 400_000;
/** A hundred times as long as a busy machine takes, and a fraction of those minutes. */
const mostMs = 20_000;

describe('a very long text that is none of what it is read as', () => {
  it.each(longCells)(
    'is no $readAs, and begins as it was written wherever it is kept (%#)',
    (cell) => {
      const text = ofLength(signs, cell);
      const kept = JSON.stringify(cell.read(text)) as string | undefined;
      const beginning = JSON.stringify(text.slice(0, 80)).slice(1, -1);
      // Of what is no amount nothing is kept.
      expect(kept?.includes(beginning)).toBe(cell.readAs === 'amount' ? undefined : true);
    },
    mostMs,
  );
});
