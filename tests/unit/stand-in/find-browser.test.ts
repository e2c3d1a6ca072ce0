import { expect, it } from 'vitest';
import { listBrowserCandidates } from '../../../electron/stand-in/find-browser.ts';

it('looks at a named browser before all others', () => {
  const env = { KEBU_BROWSER: '/opt/mine', PATH: '/usr/bin' };
  expect(listBrowserCandidates({ platform: 'linux', env, home: '/home/a' })[0]).toBe('/opt/mine');
});

it('looks on Linux along the path and where packages put browsers, each place once', () => {
  const found = listBrowserCandidates({ platform: 'linux', env: { PATH: '/home/a/bin:/usr/bin' }, home: '/home/a' });
  expect(found).toContain('/home/a/bin/chromium');
  expect(found).toContain('/usr/bin/google-chrome-stable');
  expect(found).toContain('/usr/bin/microsoft-edge');
  expect(found).toContain('/snap/bin/chromium');
  expect(new Set(found).size).toBe(found.length);
});

it('looks on a Mac among all programs and the user’s own', () => {
  const found = listBrowserCandidates({ platform: 'darwin', env: {}, home: '/Users/a' });
  expect(found).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(found).toContain('/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
});

it('looks on Windows under every folder for programs that there is', () => {
  const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' };
  const found = listBrowserCandidates({ platform: 'win32', env, home: 'C:\\Users\\a' });
  expect(found).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Users\\a\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Users\\a\\AppData\\Local\\Chromium\\Application\\chrome.exe',
  ]);
});
