import { ipcMain } from 'electron';
import { appError } from '#shared/errors/app-error.ts';
import { channels } from '#shared/ipc/channels.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { err } from '#shared/lib/result.ts';
import type { Log } from '../log/log.ts';
import { dispatch } from './dispatch.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Opens the channels of the contract to the window. The only place that touches `ipcMain`. */
export function registerHandlers(handlers: Handlers, log: Log): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => {
      if (!isTrustedSender(event)) {
        log('request-refused', { channel, error: 'ipc/untrusted-sender' });
        return err(appError('ipc/untrusted-sender'));
      }
      if (args.length !== 1) return err(appError('ipc/bad-input', { channel }));
      return dispatch(handlers, log, channel, args[0]);
    });
  }
}
