import { expect, it } from 'vitest';
import { checkFiles } from '#shared/archive/attachment-files.ts';
import type { ContentSummary } from '#shared/archive/content.ts';

const check = (named: string[], inside: string[], lost: string[]) => () => {
  const summary = { files: { inside: inside.length, lost } } as unknown as ContentSummary;
  checkFiles(summary, new Set(named), new Set(inside));
};

it('every file that records name is inside a backup or known to be lost, and one of the two alone', () => {
  expect(check(['a', 'b'], ['a'], ['b'])).not.toThrow();
  expect(check(['a', 'b'], ['a'], [])).toThrow('restore/damaged');
  expect(check(['a'], ['a', 'b'], [])).toThrow('restore/damaged');
  // As many as are named, and yet not those.
  expect(check(['a', 'c'], ['a'], ['b'])).toThrow('restore/damaged');
  expect(check(['a', 'b'], ['a'], ['a'])).toThrow('restore/damaged');
});
