import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A browser remembers what is typed: passwords, form entries, page titles, suggestions. Kebu's window must not, because
 * what it remembers lies unsealed on the disk.
 */
const preferences = {
  alternate_error_pages: { enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  dns_prefetching: { enabled: false },
  history: { saving_disabled: true },
  net: { network_prediction_options: 2 },
  profile: { password_manager_enabled: false, default_content_setting_values: { notifications: 2, geolocation: 2 } },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false, allowed_on_next_startup: false },
  translate: { enabled: false },
};

/** Where a browser keeps what stood in its forms, to restore it after a crash. A file in their place keeps them empty. */
const sessionFolders = ['Sessions', 'Sessions_Encrypted'];

/** Makes the browser's own folder ready; the preferences of an existing one are left as they are. Tells whether it is new. */
export async function prepareBrowserProfile(profileDir: string): Promise<{ isNew: boolean }> {
  const folder = join(profileDir, 'Default');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const isNew = await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences), {
    flag: 'wx',
    mode: 0o600,
  }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  for (const name of sessionFolders) {
    await rm(join(folder, name), { recursive: true, force: true });
    await writeFile(join(folder, name), '', { mode: 0o400 });
  }
  return { isNew };
}
