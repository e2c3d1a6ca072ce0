import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Result } from '#shared/lib/result.ts';
import type { MainProcess } from './main-process.ts';
import type { Question } from './main-process-child.ts';

interface Answer {
  id: number;
  reply: Result<unknown, AppError>;
  /** The most memory the process ever held. */
  peakMB: number;
}

export interface MainProcessClient extends MainProcess {
  peakMB(): number;
}

/** Starts the main process beside this one; questions and answers cross as structured clones. */
export async function startMainProcessBeside(dataDir: string): Promise<MainProcessClient> {
  const child = fork(join(import.meta.dirname, 'main-process-child.ts'), [dataDir], { serialization: 'advanced' });
  const waiting = new Map<number, (reply: Answer['reply']) => void>();
  let peakMB = 0;
  let lastId = 0;
  await once(child, 'message');
  child.on('message', (answer: Answer) => {
    peakMB = answer.peakMB;
    waiting.get(answer.id)?.(answer.reply);
    waiting.delete(answer.id);
  });
  return {
    reply: (channel, input) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        child.send({ id: lastId, channel, input } satisfies Question);
      }),
    peakMB: () => peakMB,
    async close() {
      const closed = once(child, 'exit');
      child.disconnect();
      await closed;
    },
  };
}
