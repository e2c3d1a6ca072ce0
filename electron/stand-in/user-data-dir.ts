import { homedir } from 'node:os';
import { join } from 'node:path';

/** Electron's folder for Kebu: both open the same archive. `KEBU_DATA_DIR` names another folder. */
export function selectUserDataDir(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  const named = env['KEBU_DATA_DIR'];
  if (named) return named;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Kebu');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Kebu');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Kebu');
}
