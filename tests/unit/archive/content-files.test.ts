import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip, gzip } from '#shared/archive/gzip.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { readContentFiles } from '#shared/archive/read-files.ts';
import { relabelContent } from '#shared/archive/relabel-content.ts';
import { readTar, tarEnd, tarFile } from '#shared/archive/tar.ts';
import { unpackContent, verifyContent } from '#shared/archive/unpack-content.ts';
import { withFiles, type FileSource } from '#shared/archive/with-files.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { sha256Of, someBytes } from '../../helpers/attachments.ts';
import { aCatalogue, aDossier, anAttachment, anOrigin, collect, inOnePiece } from '../../helpers/content.ts';

const files = new Map([3, 700, 100_000].map((size) => someBytes(size)).map((bytes) => [sha256Of(bytes), bytes]));
const [one = '', two = '', three = ''] = files.keys();
const groups = [aCatalogue(), [...aDossier(1), anAttachment(1, one)], [...aDossier(2), anAttachment(2, two)]];

const source: FileSource = {
  sizeOf: (sha256) => Promise.resolve(files.get(sha256)?.length ?? null),
  open: (sha256) => {
    const bytes = files.get(sha256) ?? new Uint8Array();
    return Promise.resolve({ sha256, sizeBytes: bytes.length, body: inOnePiece(bytes) });
  },
};

const packed = async (given = groups) => concatBytes(await collect(withFiles(packContent(given, anOrigin), source)));
const whole = await packed();

/** The entries of the tar, changed, and packed again. */
async function altered(change: (entries: { name: string; body: Uint8Array }[]) => void): Promise<Uint8Array> {
  const entries: { name: string; body: Uint8Array }[] = [];
  for await (const entry of readTar(gunzip(inOnePiece(whole)))) {
    entries.push({ name: entry.name, body: concatBytes(await collect(entry.body)) });
  }
  change(entries);
  const tar = concatBytes([...entries.flatMap(({ name, body }) => tarFile(name, body, 0)), tarEnd()]);
  return concatBytes(await collect(gzip(inOnePiece(tar))));
}

const damaged = { error: { code: 'restore/damaged' } };

describe('content with the files of customers', () => {
  it('holds each file once, as it was, and says so', async () => {
    const shared = [...groups, [...aDossier(3), anAttachment(3, one)]];
    const found = new Map<string, Uint8Array>();
    for await (const file of readContentFiles(inOnePiece(await packed(shared)), { files: true })) {
      if (file.file === 'attachment') found.set(file.sha256, concatBytes(await collect(file.body)));
      if (file.file === 'counts') expect(file.summary.files).toEqual({ inside: 2, lost: [] });
    }
    expect([...found.keys()].sort()).toEqual([one, two].sort());
    for (const [sha256, bytes] of found) expect(sha256Of(bytes)).toBe(sha256);
  });

  it('has the records of the snapshot it was made of, and becomes that snapshot again', async () => {
    const lean = concatBytes(await collect(packContent(groups, anOrigin)));
    const [a, b] = [await verifyContent(inOnePiece(lean), 'check'), await verifyContent(inOnePiece(whole), 'check')];
    expect([a.summary.counts, a.summary.sha256]).toEqual([b.summary.counts, b.summary.sha256]);
    expect([...a.named].sort()).toEqual([one, two].sort());
    const back = await verifyContent(relabelContent(inOnePiece(whole), anOrigin), 'check');
    expect(back).toEqual(a);
    expect((await collect(unpackContent(inOnePiece(whole)))).flat().length).toBe(groups.flat().length);
  });

  it('declares a file that cannot be read as lost', async () => {
    const given = [...groups, [...aDossier(3), anAttachment(3, 'f'.repeat(64))]];
    const { summary } = await verifyContent(inOnePiece(await packed(given)), 'check');
    expect(summary.files).toEqual({ inside: 2, lost: ['f'.repeat(64)] });
  });

  it.each([
    ['a file less', (entries: { name: string }[]) => void entries.pop()],
    [
      'a file that no record names',
      (entries: { name: string; body: Uint8Array }[]) => {
        entries.push({ name: `attachments/${three}`, body: files.get(three) ?? new Uint8Array() });
        entries.sort((a, b) => (a.name.startsWith('attachments/') && a.name < b.name ? -1 : 0));
      },
    ],
    ['a byte of a file changed', (entries: { body: Uint8Array }[]) => void (entries.at(-1)!.body[1]! ^= 1)],
    [
      'two files in the other order',
      (entries: { name: string; body: Uint8Array }[]) => void entries.push(entries.splice(-2, 1)[0]!),
    ],
    ['the same file twice', (entries: { name: string; body: Uint8Array }[]) => void entries.push(entries.at(-1)!)],
    [
      'something else behind them',
      (entries: { name: string; body: Uint8Array }[]) => void entries.push({ name: 'more', body: new Uint8Array(1) }),
    ],
  ])('is refused with %s', async (_what, change) => {
    await expect(verifyContent(inOnePiece(await altered(change)), 'count')).rejects.toMatchObject(damaged);
  });

  it('is whole when nothing was changed in it', async () => {
    await expect(verifyContent(inOnePiece(await altered(() => undefined)), 'check')).resolves.toBeDefined();
  });

  it('is refused when it is cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        await expect(verifyContent(inOnePiece(whole.subarray(0, length)), 'count')).rejects.toMatchObject(damaged);
      }),
      { numRuns: 40 },
    );
  });
});
