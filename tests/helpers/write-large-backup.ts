import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import { contentVersion, dataFileName } from '#shared/archive/content.ts';
import { tarEnd, tarFile } from '#shared/archive/tar.ts';
import { writeBackup } from '../../electron/backup/running-backup.ts';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { generateX25519Identity, recipientOf } from '../../electron/keys/age.ts';

/*
 * Run in a process of its own: writes a backup of as many MiB of content as the second argument says into the folder of
 * the first, verified, and prints the most memory that took, its name and its key. The content is not compressed, so that its size is known.
 */
const [dir = '', mebibytes = '1'] = process.argv.slice(2);
const fileCount = Number(mebibytes);
const about = {
  contentVersion,
  archiveId: '0123456789abcdef',
  seq: 1,
  generation: 1,
  createdAt: '2026-03-01T09:30:00.000Z',
  appVersion: '0.1.0',
};

const lines = 64;
const line = `${JSON.stringify({ id: 'interaction', text: 'x'.repeat(16 * 1024 - 40) })}\n`;
const body = Buffer.from(line.repeat(lines));

function* tar() {
  const { contentVersion: version, ...origin } = about;
  yield* tarFile('manifest.json', Buffer.from(JSON.stringify({ format: 'kebu-content', version, ...origin })), 0);
  const hash = createHash('sha256');
  for (let batch = 1; batch <= fileCount; batch += 1) {
    hash.update(createHash('sha256').update(body).digest());
    yield* tarFile(dataFileName('interaction', batch), body, 0);
  }
  const summary = { counts: { interaction: lines * fileCount }, sha256: hash.digest('hex') };
  yield* tarFile('counts.json', Buffer.from(JSON.stringify(summary)), 0);
  yield tarEnd();
}

let peakBytes = 0;
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 5);
const identity = await generateX25519Identity();
const content = Readable.from(tar()).pipe(createGzip({ level: constants.Z_NO_COMPRESSION }));
const { name, sizeBytes } = await writeBackup(
  nodeFileSystem,
  {
    dir,
    about,
    recipient: (await recipientOf(identity)) ?? '',
    identityFile: null,
    identity: () => identity,
    counts: { interaction: lines * fileCount },
    expectedBytes: 0,
    patience: { forMs: 0, pauseMs: 1 },
  },
  content,
);
clearInterval(watch);
console.log(JSON.stringify({ name, sizeBytes, peakBytes, paperKey: identity }));
