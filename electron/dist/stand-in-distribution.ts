import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** Where Electron keeps its fuses inside its binary: this text, the version of the wire, its length, one byte each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseCount = 9;

/**
 * A folder that electron-builder takes for an unpacked Electron for Linux: enough of it that the app can be packed and the
 * fuses be set where Electron's own binary cannot be fetched. Nothing in it runs.
 */
export async function writeStandInDistribution(folder: string): Promise<void> {
  const empty = join(folder, 'empty');
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(empty, { recursive: true });
  await createPackage(empty, join(folder, 'resources', 'default_app.asar'));
  const wire = Buffer.from([1, fuseCount, ...Array<number>(fuseCount).fill('0'.charCodeAt(0))]);
  const binary = Buffer.concat([Buffer.from(`a stand-in for electron ${fuseSentinel}`), wire]);
  await writeFile(join(folder, 'electron'), binary, { mode: 0o755 });
  for (const name of ['chrome_crashpad_handler', 'chrome-sandbox']) await writeFile(join(folder, name), '');
  for (const name of ['en-US.pak', 'zh-CN.pak', 'fr.pak']) await writeFile(join(folder, 'locales', name), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) await writeFile(join(folder, name), 'stand-in');
}
