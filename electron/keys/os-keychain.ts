import { safeStorage } from 'electron';
import type { Keychain } from '../ports.ts';

/** The operating system's keychain through Electron. On Linux without a real one Electron would only scramble: refused. */
export function createOsKeychain(platform: NodeJS.Platform): Keychain {
  return {
    async isAvailable() {
      if (platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) {
        return false;
      }
      return safeStorage.isAsyncEncryptionAvailable();
    },
    encrypt: (plain) => safeStorage.encryptStringAsync(plain),
    decrypt: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result,
  };
}
