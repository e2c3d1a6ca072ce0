import { describe, expect, it } from 'vitest';
import { channels } from '#shared/ipc/channels.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { dispatch } from '../../electron/ipc/dispatch.ts';
import type { LogDetails } from '../../electron/log/log.ts';
import { samples } from '../helpers/channel-samples.ts';

const hundredMb = 100 * 1024 * 1024;
const text = 'A'.repeat(hundredMb);
const bytes = new Uint8Array(hundredMb);
const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as unknown;
const wide = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`field${index}`, index]));
const polluting = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}') as object;

/** Handlers that note that they were reached. */
function watchedHandlers(reached: string[]): Handlers {
  return Object.fromEntries(
    channels.map((channel) => [
      channel,
      () => {
        reached.push(channel);
        return {};
      },
    ]),
  ) as unknown as Handlers;
}

const hostile: Record<string, unknown> = { text, bytes, deep, polluting };

describe.each(channels)('a hostile request on %s', (channel) => {
  const sample = samples[channel] as Record<string, unknown>;

  it.each(Object.keys(hostile))('with %s in any place reaches no handler and is refused in a moment', async (name) => {
    const value = hostile[name];
    const inEveryField = Object.keys(sample).map((field) => ({ ...sample, [field]: value }));
    const reached: string[] = [];
    const logged: LogDetails[] = [];
    const log = (_happening: unknown, details?: LogDetails) => void logged.push(details ?? {});
    const started = performance.now();
    for (const request of [value, { ...sample, more: value }, ...inEveryField]) {
      const reply = await dispatch(watchedHandlers(reached), log, channel, request);
      // Compared by its parts: a failing assertion must not print a hundred megabytes.
      expect(reply.ok ? 'answered' : reply.error.code).toBe('ipc/bad-input');
    }
    expect(reached).toEqual([]);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(JSON.stringify(logged).length).toBeLessThan(10_000);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('with sixty thousand fields too many is refused', async () => {
    const reached: string[] = [];
    const reply = await dispatch(watchedHandlers(reached), () => undefined, channel, { ...wide, ...sample });
    expect([reply.ok, reached]).toEqual([false, []]);
  });
});
