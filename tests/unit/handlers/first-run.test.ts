import { describe, expect, it } from 'vitest';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';

const payload = new TextEncoder().encode('{"changes":[]}');

describe('a first run', () => {
  it('creates, writes, locks, unlocks and reads back', async () => {
    const machine = await startMachine();
    expect((await machine.ask('app/info', {})).archive).toBe('none');
    const { opened, paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
    expect(opened.recordKey).toHaveLength(32);
    expect(paperKey).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    expect(await machine.ask('journal/status', {})).toMatchObject({ headSeq: 0, firstSeq: 1, generation: 1 });
    const frame = { changeSetId: 'a', last: true, payload, counts: { customer: 1 } };
    expect(await machine.ask('journal/append', { afterSeq: 0, ...frame })).toEqual({ seq: 1 });
    await machine.ask('keys/lock', {});
    expect((await machine.ask('app/info', {})).archive).toBe('locked');
    const again = await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    expect(again).toEqual(opened);
    expect(await machine.ask('journal/status', {})).toMatchObject({
      headSeq: 1,
      counts: { customer: 1 },
      damage: null,
    });
    expect(await machine.ask('journal/read', { fromSeq: 1 })).toEqual({
      frames: [{ seq: 1, changeSetId: 'a', last: true, payload }],
      nextSeq: null,
    });
    await machine.ask('keys/lock', {});
    expect(await machine.ask('keys/unlock', { with: 'paper-key', paperKey: paperKey.toLowerCase() })).toEqual(opened);
    await machine.ask('keys/lock', {});
  });
});
