import type { AppError } from '#shared/errors/app-error.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Input, Output } from '#shared/ipc/contract.ts';
import { createHandlers } from '../../electron/handlers/create-handlers.ts';
import { dispatch } from '../../electron/ipc/dispatch.ts';
import type { Ports } from '../../electron/ports.ts';
import { testPorts } from './ports.ts';
import { knowPaperKey } from './watch-backups.ts';
import { whenFileEnds } from './when-file-ends.ts';

export const goodPassphrase = 'quiet river under stone';

type Session = Awaited<ReturnType<typeof createHandlers>>['session'];
const sessions: Session[] = [];

// An open archive holds open files. The table of faults starts machines without vitest and ends them itself.
whenFileEnds(() => Promise.allSettled(sessions.splice(0).map((session) => session.end())));

/** The main process without its window: asks as the window would, through the contract. */
export async function startMachine(change: Partial<Ports> = {}, elapsedMs?: () => number) {
  const ports = testPorts(change);
  const { handlers, session, log, schedule, isBackingUp } = await createHandlers(ports, elapsedMs);
  sessions.push(session);
  async function reply(channel: Channel, input: unknown) {
    const answer = await dispatch(handlers, log, channel, input);
    const archive = session.current();
    if (archive) knowPaperKey(archive.identity());
    return answer;
  }
  return {
    ports,
    session,
    schedule,
    isBackingUp,
    handlers,
    reply,
    /** The answer; throws when it is a refusal. */
    async ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
      const answer = await reply(channel, input);
      if (!answer.ok) throw new Error(`${channel} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value as Output<C>;
    },
    /** The refusal; throws when it is an answer. */
    async refusal<C extends Channel>(channel: C, input: Input<C>): Promise<AppError> {
      const answer = await reply(channel, input);
      if (answer.ok) throw new Error(`${channel} was not refused`);
      return answer.error;
    },
  };
}
export type Machine = Awaited<ReturnType<typeof startMachine>>;
