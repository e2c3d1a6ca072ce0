import { expect, it } from 'vitest';
import { decideHowToStart, type StartFacts } from '../../../electron/stand-in/decide-how-to-start.ts';

function facts(changes: Partial<StartFacts> = {}): StartFacts {
  return {
    platform: 'linux',
    hasDisplay: true,
    standInWanted: false,
    electronPath: null,
    electronFetchTried: false,
    browserPath: null,
    canInstallBrowser: false,
    browserInstallTried: false,
    ...changes,
  };
}

it('refuses on Linux without a display, whatever is installed', () => {
  const everything = facts({ hasDisplay: false, electronPath: '/e', browserPath: '/b', canInstallBrowser: true });
  expect(decideHowToStart(everything)).toEqual({ do: 'refuse', because: 'no-display' });
});

it.each(['darwin', 'win32'] as const)('needs no display variable on %s', (platform) => {
  expect(decideHowToStart(facts({ platform, hasDisplay: false, electronPath: '/e' })).do).toBe('run-electron');
});

it('takes Electron where its binary is there, browser or not', () => {
  expect(decideHowToStart(facts({ electronPath: '/e', browserPath: '/b' }))).toEqual({
    do: 'run-electron',
    path: '/e',
  });
});

it('fetches Electron once before it looks for a browser', () => {
  expect(decideHowToStart(facts({ browserPath: '/b' }))).toEqual({ do: 'fetch-electron' });
});

it('takes an installed browser when Electron could not be fetched', () => {
  const step = decideHowToStart(facts({ electronFetchTried: true, browserPath: '/b', canInstallBrowser: true }));
  expect(step).toEqual({ do: 'run-stand-in', browserPath: '/b' });
});

it('takes the browser at once when the stand-in was asked for, Electron or not', () => {
  const step = decideHowToStart(facts({ standInWanted: true, electronPath: '/e', browserPath: '/b' }));
  expect(step).toEqual({ do: 'run-stand-in', browserPath: '/b' });
});

it('installs a browser once where it may', () => {
  const without = facts({ electronFetchTried: true, canInstallBrowser: true });
  expect(decideHowToStart(without)).toEqual({ do: 'install-browser' });
  expect(decideHowToStart({ ...without, browserInstallTried: true })).toEqual({ do: 'refuse', because: 'no-browser' });
});

it('refuses where there is nothing to open a window with', () => {
  expect(decideHowToStart(facts({ electronFetchTried: true }))).toEqual({ do: 'refuse', because: 'no-browser' });
});
