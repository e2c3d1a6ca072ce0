import { expect, it } from 'vitest';
import { standingFirst } from '../../renderer/features/customers/card/standing-parts.ts';

it('shows what stands before the past is read, up to the first part of the past', () => {
  expect(standingFirst(['facts', 'composer', 'followUps', 'timeline'])).toEqual(['facts', 'composer']);
  expect(standingFirst(['composer', 'files', 'facts'])).toEqual(['composer']);
  expect(standingFirst(['timeline', 'facts'])).toEqual([]);
});

it('shows all of a card whose parts of the past are folded away', () => {
  expect(standingFirst(['facts', 'composer'])).toEqual(['facts', 'composer']);
});
