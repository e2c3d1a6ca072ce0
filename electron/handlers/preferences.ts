import { join } from 'node:path';
import { preferencesSchema, type Preferences } from '#shared/ipc/contract.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';
import type { Ports } from '../ports.ts';

/** How Kebu looks and when it locks: needed before anything is unlocked, so it lies outside the archive, in clear. */
export interface PreferencesFile {
  read(): Promise<Preferences>;
  write(preferences: Preferences): Promise<void>;
}

export function createPreferencesFile({
  files,
  dataDir,
  locales,
}: Pick<Ports, 'files' | 'dataDir'> & Pick<Ports['app'], 'locales'>): PreferencesFile {
  const path = join(dataDir, 'preferences.json');
  return {
    read: async () => (await readJsonIfGood(files, path, preferencesSchema)) ?? defaultPreferences(locales),
    async write(preferences) {
      await files.makeDir(dataDir);
      await writeJson(files, path, preferences);
    },
  };
}

export function defaultPreferences(locales: readonly string[]): Preferences {
  const known = locales.find((locale) => /^(zh|en)\b/i.test(locale)) ?? 'zh';
  return {
    language: known.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    theme: 'system',
    textSizePercent: 100,
    density: 'normal',
    autoLockMinutes: 10,
    newCustomerKeys: null,
  };
}
