import { expect, it, vi } from 'vitest';
import { loadAhead } from '../../../renderer/engine/archive/rows/load-ahead.ts';

const five = ['a', 'b', 'c', 'd', 'e'];

it('reads each one once, in order, and the next ones while these are worked on', async () => {
  const asked: string[] = [];
  const load = (part: string[]) => {
    asked.push(part.join(''));
    return Promise.resolve(part.join('').toUpperCase());
  };
  const seen: unknown[] = [];
  for await (const { start, part, loaded } of loadAhead(five, 2, load)) {
    seen.push([start, part, loaded, asked.length]);
  }
  expect(seen).toEqual([
    [0, ['a', 'b'], 'AB', 2],
    [2, ['c', 'd'], 'CD', 3],
    [4, ['e'], 'E', 3],
  ]);
});

it('reads nothing behind the last one, whole parts or not', async () => {
  const load = vi.fn(() => Promise.resolve());
  for (const all of [[], ['a', 'b']]) for await (const _ of loadAhead(all, 2, load)) continue;
  expect(load).toHaveBeenCalledTimes(1);
});

it('fails with the part that could not be read, and in silence where nobody comes that far', async () => {
  const load = (part: string[]) => (part.includes('c') ? Promise.reject(new Error('unread')) : Promise.resolve());
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  for await (const { start } of loadAhead(five, 2, load)) if (start === 0) break;
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
  const all = async () => {
    for await (const _ of loadAhead(five, 2, load)) continue;
  };
  await expect(all()).rejects.toThrow('unread');
});
