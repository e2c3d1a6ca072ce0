import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, events } from '#shared/ipc/channels.ts';
import { recordingElectron, type RecordingElectron } from '../../helpers/recording-electron.ts';

interface Bridge {
  invoke(channel: string, input: unknown): Promise<unknown>;
  on(event: string, listener: (...args: unknown[]) => void): () => void;
}

let electron: RecordingElectron;
let bridge: Bridge;

beforeEach(async () => {
  vi.resetModules();
  electron = recordingElectron();
  vi.doMock('electron', () => electron);
  await import('../../../electron/preload.ts');
  bridge = electron.recorded.exposed.get('kebu') as Bridge;
});

describe('what the window is handed', () => {
  it('is one object with two functions', () => {
    expect([...electron.recorded.exposed.keys()]).toEqual(['kebu']);
    expect(Object.keys(bridge)).toEqual(['invoke', 'on']);
  });

  it('asks by the names of the contract and by no others', async () => {
    for (const channel of channels) {
      expect(await bridge.invoke(channel, { a: 1 })).toEqual({ channel, args: [{ a: 1 }] });
    }
    for (const channel of ['', 'fs/write', 'journal/status2', '__proto__', 'constructor']) {
      await expect(bridge.invoke(channel, {})).rejects.toThrow('Unknown channel');
    }
  });

  it('listens to listed events only, until told to stop, and passes nothing of Electron on', () => {
    const heard: unknown[][] = [];
    for (const event of events) {
      const stop = bridge.on(event, (...args) => void heard.push(args));
      electron.ipcRenderer.emit(event, { sender: 'secret' }, 'payload');
      stop();
      electron.ipcRenderer.emit(event, {});
    }
    expect(heard).toEqual(events.map(() => []));
    expect(() => bridge.on('any', () => undefined)).toThrow('Unknown event');
  });
});
