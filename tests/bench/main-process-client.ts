import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#shared/errors/app-error.ts';
import type { Result } from '#shared/lib/result.ts';
import type { MainProcess } from './main-process.ts';
import type { Question } from './main-process-child.ts';

interface Answer {
  id: number;
  reply: Result<unknown, AppError>;
}

export interface MainProcessClient extends MainProcess {
  /** The most memory the process held so far. */
  peakMB(): number;
}

/** Starts the main process beside this one; questions and answers cross as structured clones. */
export async function startMainProcessBeside(dataDir: string): Promise<MainProcessClient> {
  const child = fork(join(import.meta.dirname, 'main-process-child.ts'), [dataDir], { serialization: 'advanced' });
  const waiting = new Map<number, (reply: Answer['reply']) => void>();
  let lastId = 0;
  await once(child, 'message');
  child.on('message', (answer: Answer) => {
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
    peakMB: () => peakMB(child.pid ?? 0),
    async close() {
      const closed = once(child, 'exit');
      child.disconnect();
      await closed;
    },
  };
}

/** As Linux says. What a process tells of itself begins with what the one that started it held. */
function peakMB(processId: number): number {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}
