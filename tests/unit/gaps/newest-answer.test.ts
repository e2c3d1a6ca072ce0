import { describe, expect, it } from 'vitest';
import { createNewestAnswer } from '../../../renderer/features/customers/gaps/newest-answer.ts';

describe('of several questions', () => {
  const ask = () => {
    const newest = createNewestAnswer();
    const taken: string[] = [];
    const begin = (answer: string) => {
      const asked = Promise.withResolvers<string>();
      const isOver = newest.ask(
        () => asked.promise,
        (given) => taken.push(given),
      );
      return () => {
        asked.resolve(answer);
        return isOver;
      };
    };
    return { newest, taken, begin };
  };

  it('only the newest is answered, however late the one before comes', async () => {
    const { taken, begin } = ask();
    const [phones, regions] = [begin('phones'), begin('regions')];
    await regions();
    await phones();
    expect(taken).toEqual(['regions']);
    await begin('birthdays')();
    expect(taken).toEqual(['regions', 'birthdays']);
  });

  it('none is answered once nothing is wanted any more', async () => {
    const { newest, taken, begin } = ask();
    const phones = begin('phones');
    newest.drop();
    await phones();
    expect(taken).toEqual([]);
  });
});
