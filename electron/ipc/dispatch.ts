import { AppFailure, appError, type AppError } from '#shared/errors/app-error.ts';
import { channels, type Channel } from '#shared/ipc/channels.ts';
import { contract, type Handlers } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { errnoOf } from '../files/file-system.ts';
import type { Log } from '../log/log.ts';
import { isReasonable } from './is-reasonable.ts';

/** Checks what was asked, asks the handler, checks what it answered. Never rejects: no raw exception crosses. */
export async function dispatch(
  handlers: Handlers,
  log: Log,
  channel: string,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  if (!isChannel(channel)) return err(appError('ipc/bad-input', { channel: 'unknown' }));
  const { input: inputSchema, output: outputSchema } = contract[channel];
  const parsed = isReasonable(input) ? inputSchema.safeParse(input) : null;
  if (!parsed?.success) {
    log('request-refused', { channel, error: 'ipc/bad-input' });
    return err(appError('ipc/bad-input', { channel }));
  }
  try {
    const handler = handlers[channel] as (input: unknown) => unknown;
    return ok(outputSchema.parse(await handler(parsed.data)));
  } catch (error) {
    if (error instanceof AppFailure) {
      log('request-failed', { channel, error: error.error.code, errno: errnoOf(error.cause) });
      return err(error.error);
    }
    log('request-failed', { channel, error: 'ipc/internal', errno: errnoOf(error) });
    return err(appError('ipc/internal', { channel }));
  }
}

function isChannel(name: string): name is Channel {
  return (channels as readonly string[]).includes(name);
}
