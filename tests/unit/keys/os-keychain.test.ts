import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { createOsKeychain as Create } from '../../../electron/keys/os-keychain.ts';
import { recordingElectron, type RecordingElectron } from '../../helpers/recording-electron.ts';

let electron: RecordingElectron;
let createOsKeychain: typeof Create;

beforeEach(async () => {
  vi.resetModules();
  electron = recordingElectron();
  vi.doMock('electron', () => electron);
  ({ createOsKeychain } = await import('../../../electron/keys/os-keychain.ts'));
});

describe('the keychain of the system', () => {
  it('keeps a text and gives it back', async () => {
    const keychain = createOsKeychain('darwin');
    expect(await keychain.isAvailable()).toBe(true);
    expect(await keychain.decrypt(new Uint8Array(await keychain.encrypt('secret')))).toBe('secret');
  });

  it.each(['basic_text', 'unknown'])('is none on Linux when it is only %s', async (backend) => {
    electron.safeStorage.getSelectedStorageBackend = () => backend;
    expect(await createOsKeychain('linux').isAvailable()).toBe(false);
  });

  it.each(['gnome_libsecret', 'kwallet6'])('is %s on Linux', async (backend) => {
    electron.safeStorage.getSelectedStorageBackend = () => backend;
    expect(await createOsKeychain('linux').isAvailable()).toBe(true);
    electron.safeStorage.isAsyncEncryptionAvailable = () => Promise.resolve(false);
    expect(await createOsKeychain('linux').isAvailable()).toBe(false);
  });
});
