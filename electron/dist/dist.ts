import { dirname, resolve } from 'node:path';
import { buildIfStale } from '../stand-in/build-if-stale.ts';
import { findElectron } from '../stand-in/electron-binary.ts';
import { packWithElectronBuilder, writeNotices } from './pack.ts';

/** `npm run dist`: the installer for this system. */
const rootDir = resolve(import.meta.dirname, '../..');
const electron = findElectron(rootDir);
if (electron) {
  buildIfStale(rootDir);
  writeNotices(rootDir);
  // On a Mac the distribution is the folder that holds Electron.app.
  const distribution = process.platform === 'darwin' ? resolve(electron, '../../../..') : dirname(electron);
  packWithElectronBuilder(rootDir, [`--config.electronDist=${distribution}`, ...process.argv.slice(2)]);
  console.log('The installer is in dist/.');
} else {
  console.error(
    'Electron’s binary is not on this machine, so no installer can be made. Run `npx install-electron` where GitHub can be ' +
      'reached and try again; `npm run dist:check` packs everything else here and verifies it.',
  );
  process.exitCode = 1;
}
