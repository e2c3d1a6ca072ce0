import { expect, it } from 'vitest';
import { createArchiveSession, type OpenArchive } from '../../../electron/keys/archive-session.ts';

function anArchive(close: () => void): OpenArchive {
  return { close: async () => close() } as OpenArchive;
}

it('is ended for nobody before everything is closed, whoever asked first', async () => {
  const session = createArchiveSession();
  const done: string[] = [];
  let wipe: () => void = () => undefined;
  session.onEnd(
    () =>
      new Promise((resolve) => {
        wipe = () => {
          done.push('wiped');
          resolve();
        };
      }),
  );
  await session.end();
  await session.start(anArchive(() => done.push('closed')));
  const locking = session.end();
  expect(() => session.require()).toThrow();
  const quitting = session.end().then(() => done.push('quit'));
  // Long enough for whoever would not wait.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  wipe();
  await Promise.all([locking, quitting]);
  expect(done).toEqual(['wiped', 'closed', 'quit']);
});

it('closes the archive although a listener fails, and ends the next one anew', async () => {
  const session = createArchiveSession();
  const closed: string[] = [];
  session.onEnd(() => Promise.reject(new Error('gone')));
  await session.start(anArchive(() => closed.push('first')));
  await session.end();
  await session.start(anArchive(() => closed.push('second')));
  await session.end();
  expect(closed).toEqual(['first', 'second']);
});
