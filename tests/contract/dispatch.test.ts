import { describe, expect, it } from 'vitest';
import { AppFailure, appError } from '#shared/errors/app-error.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import { dispatch } from '../../electron/ipc/dispatch.ts';
import type { LogDetails } from '../../electron/log/log.ts';
import { samples } from '../helpers/channel-samples.ts';

const secret = '张三 13800138000 AGE-SECRET-KEY-1QQQ /home/zhang';

function run(handlers: Partial<Handlers>, channel: string, input: unknown) {
  const logged: LogDetails[] = [];
  const reply = dispatch(
    handlers as Handlers,
    (_happening, details) => void logged.push(details ?? {}),
    channel,
    input,
  );
  return reply.then((answer) => ({ answer, logged }));
}

describe('what a handler answers', () => {
  it('is wrapped', async () => {
    const { answer } = await run({ 'journal/read': () => ({ frames: [], nextSeq: null }) }, 'journal/read', {
      fromSeq: 1,
    });
    expect(answer).toEqual({ ok: true, value: { frames: [], nextSeq: null } });
  });

  it('is an expected failure as a value, with its code and its data', async () => {
    const failing = () => {
      throw new AppFailure(appError('journal/write-failed', { reason: 'ENOSPC' }));
    };
    const { answer, logged } = await run({ 'journal/append': failing }, 'journal/append', samples['journal/append']);
    expect(answer).toEqual({ ok: false, error: { code: 'journal/write-failed', data: { reason: 'ENOSPC' } } });
    expect(logged).toEqual([{ channel: 'journal/append', error: 'journal/write-failed', errno: 'unknown' }]);
  });

  it.each([
    [
      'an error',
      () => {
        throw new Error(secret);
      },
    ],
    ['a rejection', () => Promise.reject(new TypeError(secret))],
    ['something that is no error', () => Promise.reject(secret as unknown as Error)],
    ['an answer with something more', () => ({ seq: 1, more: secret })],
    ['an answer of another kind', () => secret],
    ['nothing', () => undefined],
  ])('never lets %s out', async (_what, handler) => {
    const handlers = { 'journal/append': handler as unknown as Handlers['journal/append'] };
    const { answer, logged } = await run(handlers, 'journal/append', samples['journal/append']);
    expect(answer).toEqual({ ok: false, error: { code: 'ipc/internal', data: { channel: 'journal/append' } } });
    expect(JSON.stringify([answer, logged])).not.toContain('张三');
  });
});

describe('a request', () => {
  it.each(['', 'fs/read', 'toString', '__proto__', 'constructor', 'app/info ', 'APP/INFO', secret])(
    'on %j reaches nobody',
    async (channel) => {
      const { answer } = await run({}, channel, {});
      expect(answer).toEqual({ ok: false, error: { code: 'ipc/bad-input', data: { channel: 'unknown' } } });
    },
  );

  it('that is malformed does not reach its handler', async () => {
    let wasReached = false;
    const handler = () => {
      wasReached = true;
      return { frames: [], nextSeq: null };
    };
    for (const input of [undefined, null, {}, { fromSeq: -1 }, { fromSeq: 1, more: 1 }, { fromSeq: '1' }]) {
      const { answer } = await run({ 'journal/read': handler }, 'journal/read', input);
      expect(answer).toEqual({ ok: false, error: { code: 'ipc/bad-input', data: { channel: 'journal/read' } } });
    }
    expect(wasReached).toBe(false);
  });
});
