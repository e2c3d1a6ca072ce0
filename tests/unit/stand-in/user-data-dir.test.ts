import { expect, it } from 'vitest';
import { selectUserDataDir } from '../../../electron/stand-in/user-data-dir.ts';

it('is the folder that Electron uses for Kebu on each system', () => {
  expect(selectUserDataDir('linux', {}, '/home/a')).toBe('/home/a/.config/Kebu');
  expect(selectUserDataDir('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/a')).toBe('/cfg/Kebu');
  expect(selectUserDataDir('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/Kebu');
  expect(selectUserDataDir('win32', { APPDATA: '/roaming' }, '/u')).toBe('/roaming/Kebu');
});

it('is another one when the user names it', () => {
  expect(selectUserDataDir('linux', { KEBU_DATA_DIR: '/elsewhere' }, '/home/a')).toBe('/elsewhere');
});
