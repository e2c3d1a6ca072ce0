import { createHash, randomBytes, randomInt } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentVersion } from '#shared/archive/content.ts';
import { tarEnd, tarFile } from '#shared/archive/tar.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { decodeManifest, encodeManifest } from '../../../electron/backup/container-format.ts';
import { checkBodies, readContainer } from '../../../electron/backup/read-container.ts';
import { verifyContainer } from '../../../electron/backup/verify-container.ts';
import { aBackupFile, aSmallArchive, countsOf, inMemory, otherIdentity, testIdentity } from '../../helpers/backups.ts';
import { aDossier, anOrigin } from '../../helpers/content.ts';

const slowMs = 120_000;

let backup: Uint8Array<ArrayBuffer>;
let otherBackup: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  backup = await aBackupFile();
  otherBackup = await aBackupFile({ seq: 43 });
});

const verify = (bytes: Uint8Array, identity = testIdentity) =>
  verifyContainer(inMemory(bytes), () => identity, 'check');

interface Part {
  name: string;
  body: Uint8Array;
}

async function partsOf(bytes: Uint8Array): Promise<Part[]> {
  const { ranges } = await readContainer(inMemory(bytes));
  return [...ranges].map(([name, { offset, sizeBytes }]) => ({
    name,
    body: bytes.subarray(offset, offset + sizeBytes),
  }));
}

function join(parts: readonly Part[]): Uint8Array {
  const at = Math.floor(Date.parse(anOrigin.createdAt) / 1000);
  return concatBytes([...parts.flatMap(({ name, body }) => tarFile(name, body, at)), tarEnd()]);
}

/** What a forger writes who knows the format: hashes and check are right again after the change. */
function sealed(parts: readonly Part[], change: Partial<ReturnType<typeof decodeManifest>> = {}): Uint8Array {
  const hashes = Object.fromEntries(
    parts.map(({ name, body }) => [name, createHash('sha256').update(body).digest('hex')]),
  ) as ReturnType<typeof decodeManifest>['sha256'];
  const manifest = decodeManifest(parts.find(({ name }) => name === 'manifest.json')!.body);
  const body = encodeManifest({ ...manifest, ...change }, hashes);
  return join([...parts.filter(({ name }) => name !== 'manifest.json'), { name: 'manifest.json', body }]);
}

const swap = (parts: readonly Part[], from: readonly Part[], name: string) =>
  parts.map((part) => (part.name === name ? from.find((other) => other.name === name)! : part));

describe('a backup file', () => {
  it('is read to its end and holds what was announced', async () => {
    const { manifest, content, summary } = await verify(backup);
    expect(manifest).toMatchObject(anOrigin);
    expect(content).toMatchObject(anOrigin);
    expect(summary.counts).toEqual({ ...countsOf(aSmallArchive), history: 2 });
  });

  it('says in clear what it is, without a secret and without the content', async () => {
    expect((await readContainer(inMemory(backup))).manifest).toMatchObject({ archiveId: anOrigin.archiveId, seq: 42 });
  });

  it('holds nothing readable', () => {
    const texts = ['张三1', '13800138000', '138 0013 8000', '龙井', 'customer-1', testIdentity];
    for (const text of texts) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(Buffer.from(backup).includes(Buffer.from(text, encoding)), text).toBe(false);
      }
    }
  });

  it('is refused after a flip at any byte', async () => {
    for (let offset = 0; offset < backup.length; offset += 1) {
      const flipped = backup.slice();
      flipped[offset]! ^= 1 << (offset % 8);
      await expect(verify(flipped), `byte ${offset}`).rejects.toThrow(
        /^restore\/(damaged|not-a-backup|newer-version)$/,
      );
    }
  });

  it(
    'is refused when cut at any byte or prolonged',
    async () => {
      for (let length = 0; length < backup.length; length += 1) {
        await expect(verify(backup.subarray(0, length)), `${length}`).rejects.toThrow(
          /^restore\/(damaged|not-a-backup)$/,
        );
      }
      await expect(verify(concatBytes([backup, new Uint8Array(512)]))).rejects.toThrow('restore/damaged');
    },
    slowMs,
  );

  it(
    'of some size is refused after a flip anywhere',
    async () => {
      const notes = Array.from({ length: 40 }, (_, number) => aDossier(number, randomBytes(30_000).toString('base64')));
      const large = await aBackupFile({}, notes);
      expect(large.length).toBeGreaterThan(1_000_000);
      const file = inMemory(large);
      for (let flip = 0; flip < 400; flip += 1) {
        const offset = randomInt(large.length);
        file.bytes()[offset]! ^= 1 << (flip % 8);
        const opening = verifyContainer(file, () => testIdentity, 'count');
        await expect(opening, `byte ${offset}`).rejects.toThrow(/^restore\//);
        file.bytes()[offset]! ^= 1 << (flip % 8);
      }
      await verifyContainer(file, () => testIdentity, 'count');
    },
    slowMs,
  );

  it('is refused with another identity', async () => {
    await expect(verify(backup, otherIdentity)).rejects.toThrow('restore/wrong-passphrase');
  });

  it('is refused when spliced with another backup', async () => {
    const [parts, others] = [await partsOf(backup), await partsOf(otherBackup)];
    expect(join(parts)).toEqual(backup);
    for (const name of ['README.txt', 'identity.age', 'archive.age', 'manifest.json']) {
      const spliced = swap(parts, others, name);
      if (name === 'identity.age' || name === 'archive.age' || name === 'manifest.json') {
        await expect(verify(join(spliced)), name).rejects.toThrow('restore/damaged');
      }
    }
    await expect(verify(sealed(swap(parts, others, 'archive.age')))).rejects.toThrow('restore/damaged');
    await expect(verify(sealed(parts, { seq: 43 }))).rejects.toThrow('restore/damaged');
    await expect(verify(sealed(parts, { archiveId: 'fedcba9876543210' }))).rejects.toThrow('restore/damaged');
  });

  it('is refused with a part missing, doubled, in another order or of another time', async () => {
    const parts = await partsOf(backup);
    const [readme, identity, content, manifest] = parts as [Part, Part, Part, Part];
    const wrong = [
      [identity, content, manifest],
      [readme, content, manifest],
      [readme, identity, manifest],
      [readme, identity, content],
      [readme, identity, identity, content, manifest],
      [readme, content, identity, manifest],
      [readme, identity, content, manifest, readme],
    ];
    for (const order of wrong) await expect(verify(join(order))).rejects.toThrow(/^restore\/(damaged|not-a-backup)$/);
    await expect(verify(sealed(parts, { createdAt: '2027-01-01T00:00:00.000Z' }))).rejects.toThrow('restore/damaged');
  });

  it('of a newer format is refused before anything else is asked, saying which', async () => {
    const parts = await partsOf(backup);
    const newer = (from: string, to: string) =>
      join(
        parts.map(({ name, body }) => ({
          name,
          body: name === 'manifest.json' ? Buffer.from(Buffer.from(body).toString().replace(from, to)) : body,
        })),
      );
    await expect(readContainer(inMemory(newer('"version": 1', '"version": 2')))).rejects.toMatchObject({
      error: { code: 'restore/newer-version', data: { version: 2, app: '0.1.0' } },
    });
    await expect(readContainer(inMemory(sealed(parts, { contentVersion: contentVersion + 1 })))).rejects.toMatchObject({
      error: { code: 'restore/newer-version', data: { version: contentVersion + 1, app: '0.1.0' } },
    });
  });

  it('is told from what is no backup at all', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(2000, 7)]);
    const zip = Buffer.concat([Buffer.from('504b0304', 'hex'), deflateRawSync(Buffer.alloc(5000, 1))]);
    const otherTar = concatBytes([...tarFile('holiday.jpg', png, 0), tarEnd()]);
    const noManifestOfOurs = join([
      ...(await partsOf(backup)).slice(0, 3),
      { name: 'manifest.json', body: Buffer.from('{"format":"something-else","version":1}') },
    ]);
    for (const bytes of [png, zip, Buffer.alloc(0), Buffer.from('客户'), otherTar, noManifestOfOurs]) {
      await expect(verify(bytes)).rejects.toThrow('restore/not-a-backup');
    }
  });

  it('names a README, an identity or a manifest too large to be one as damaged', async () => {
    const parts = await partsOf(backup);
    const large = parts.map((part) => (part.name === 'README.txt' ? { ...part, body: new Uint8Array(70_000) } : part));
    await expect(readContainer(inMemory(join(large)))).rejects.toThrow('restore/damaged');
  });

  it('whose bodies are not those of its manifest is refused without a secret', async () => {
    const [parts, others] = [await partsOf(backup), await partsOf(otherBackup)];
    const spliced = inMemory(join(swap(parts, others, 'archive.age')));
    await expect(checkBodies(spliced, await readContainer(spliced))).rejects.toThrow('restore/damaged');
  });
});
