import { describe, expect, it } from 'vitest';
import { ByteQueue } from '../../../electron/backup/byte-queue.ts';

const bytes = (value: number) => new Uint8Array([value]);

describe('ByteQueue', () => {
  it('hands over every piece in order and then ends', async () => {
    const queue = new ByteQueue();
    const sending = (async () => {
      for (const value of [1, 2, 3]) await queue.push(bytes(value));
      queue.end();
    })();
    const received: number[] = [];
    for await (const piece of queue) received.push(...piece);
    await sending;
    expect(received).toEqual([1, 2, 3]);
  });

  it('makes the sender wait for the receiver', async () => {
    const queue = new ByteQueue();
    let isTaken = false;
    const pushed = queue.push(bytes(1)).then(() => (isTaken = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isTaken).toBe(false);
    await queue[Symbol.asyncIterator]().next();
    await pushed;
    expect(isTaken).toBe(true);
  });

  it('tells the receiver that the sender failed', async () => {
    const queue = new ByteQueue();
    queue.fail(new Error('gone'));
    await expect(queue[Symbol.asyncIterator]().next()).rejects.toThrow('gone');
  });

  it('tells the sender, now and later, that the receiver stopped', async () => {
    const queue = new ByteQueue();
    const waiting = queue.push(bytes(1));
    queue.stop(new Error('disk full'));
    await expect(waiting).rejects.toThrow('disk full');
    await expect(queue.push(bytes(2))).rejects.toThrow('disk full');
  });
});
