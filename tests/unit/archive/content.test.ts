import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentVersion, type ContentEntry } from '#shared/archive/content.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { tarEnd, tarFile } from '#shared/archive/tar.ts';
import { unpackContent, verifyContent } from '#shared/archive/unpack-content.ts';
import { upgradeRecord } from '#shared/archive/upgrade.ts';
import { tables } from '#shared/domain/tables.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import {
  aCatalogue,
  aDossier,
  anAttachment,
  anOrigin,
  collect,
  contentArbitrary,
  inOneOrder,
  inOnePiece,
} from '../../helpers/content.ts';

async function pack(groups: ContentEntry[][]): Promise<Uint8Array> {
  return concatBytes(await collect(packContent(groups, anOrigin)));
}

/** Content written by hand: a correct tar and gzip around whatever is claimed. */
function forge(files: [name: string, body: string | Buffer][]): Uint8Array {
  const parts = files.flatMap(([name, body]) => tarFile(name, Buffer.from(body), 0));
  return gzipSync(concatBytes([...parts, tarEnd()]));
}

const manifest = JSON.stringify({ format: 'kebu-content', version: contentVersion, ...anOrigin });
const tagLine = `${JSON.stringify(aCatalogue().find((entry) => entry.table === 'tag')?.record)}\n`;
const sha256 = (data: string | Buffer) => createHash('sha256').update(data);
const summaryOf = (counts: Record<string, number>, ...bodies: string[]) =>
  JSON.stringify({ counts, sha256: sha256(Buffer.concat(bodies.map((body) => sha256(body).digest()))).digest('hex') });

describe('packContent and unpackContent', () => {
  it('give back every record of every table', async () => {
    const groups = [aCatalogue(), [...aDossier(1), anAttachment(1)], aDossier(2)];
    expect(new Set(groups.flat().map((entry) => entry.table))).toEqual(new Set([...tables, 'history']));
    const entries = (await collect(unpackContent(inOnePiece(await pack(groups))))).flat();
    expect(inOneOrder(entries)).toEqual(inOneOrder(groups.flat()));
  });

  it('are inverse for arbitrary texts', async () => {
    await fc.assert(
      fc.asyncProperty(contentArbitrary, async (groups) => {
        const entries = (await collect(unpackContent(packContent(groups, anOrigin)))).flat();
        expect(inOneOrder(entries)).toEqual(inOneOrder(groups.flat()));
      }),
      { numRuns: 40 },
    );
  });

  it('keep a group together in one batch, however many batches there are', async () => {
    const large = 'x'.repeat(200_000);
    const groups = Array.from({ length: 12 }, (_, number) => aDossier(number, large));
    const batches = await collect(unpackContent(packContent(groups, anOrigin)));
    expect(batches.length).toBeGreaterThan(1);
    for (const batch of batches) {
      const customers = batch.filter((entry) => entry.table === 'customer').length;
      expect(batch).toHaveLength(customers * aDossier(0).length);
    }
  });

  it('pause after every little that is compressed, and come to the same content', async () => {
    const groups = Array.from({ length: 12 }, (_, number) => aDossier(number, 'x'.repeat(200_000)));
    const pauses: string[] = [];
    const pause = async () => {
      pauses.push('begin');
      await new Promise((resolve) => setTimeout(resolve));
      pauses.push('end');
    };
    const packed = concatBytes(await collect(packContent(groups, anOrigin, undefined, pause)));
    expect(gunzipSync(packed).equals(gunzipSync(await pack(groups)))).toBe(true);
    const pieces = gunzipSync(packed).length / (64 * 1024);
    expect(pauses.filter((each) => each === 'begin').length).toBeGreaterThanOrEqual(pieces);
    // Nothing goes on while it is paused.
    expect(pauses).toEqual(pauses.map((_, at) => (at % 2 === 0 ? 'begin' : 'end')));
  });

  it('tell where the content comes from and how many records of each table it has', async () => {
    const { manifest: found, summary } = await verifyContent(
      packContent([aDossier(1), aDossier(2)], anOrigin),
      'count',
    );
    expect(found).toEqual({ format: 'kebu-content', version: contentVersion, ...anOrigin });
    expect(summary.counts).toMatchObject({ customer: 2, order: 2, history: 2 });
  });

  it('carry an archive without records', async () => {
    const { summary } = await verifyContent(packContent([], anOrigin), 'check');
    expect(summary.counts).toEqual({});
  });

  it('write a tar that the system tools unpack, hashed as its data files are', async () => {
    const content = await pack([aCatalogue(), aDossier(1)]);
    const each = ['xzf', '-', '--wildcards', 'data/*', '--to-command', 'sha256sum'];
    const sums = execFileSync('tar', each, { input: content, encoding: 'utf8' });
    const digests = sums
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 64));
    const { summary } = await verifyContent(inOnePiece(content), 'check');
    expect(sha256(Buffer.from(digests.join(''), 'hex')).digest('hex')).toBe(summary.sha256);
  });
});

describe('readContent refuses', () => {
  it('a flip at any byte', async () => {
    const content = await pack([aCatalogue().slice(0, 2)]);
    for (let offset = 0; offset < content.length; offset += 1) {
      const flipped = content.slice();
      flipped[offset]! ^= 0x10;
      const whole = (() => {
        try {
          return Buffer.compare(gunzipSync(flipped), gunzipSync(content)) === 0;
        } catch {
          return false;
        }
      })();
      // gzip's own header (time, system) says nothing about the content and is not checked by anybody.
      if (!whole)
        await expect(verifyContent(inOnePiece(flipped), 'check'), `byte ${offset}`).rejects.toThrow('restore/damaged');
    }
  });

  it('a cut at any byte, and bytes after the end', async () => {
    const content = await pack([aCatalogue().slice(0, 2)]);
    for (let length = 0; length < content.length; length += 1) {
      await expect(verifyContent(inOnePiece(content.subarray(0, length)), 'check')).rejects.toThrow('restore/damaged');
    }
    await expect(verifyContent(inOnePiece(concatBytes([content, content])), 'check')).rejects.toThrow(
      'restore/damaged',
    );
  });

  it('a newer format, saying which', async () => {
    const newer = manifest.replace(`"version":${contentVersion}`, '"version":99').replace('0.1.0', '9.9.0');
    await expect(verifyContent(inOnePiece(forge([['manifest.json', newer]])), 'check')).rejects.toMatchObject({
      error: { code: 'restore/newer-version', data: { version: 99, app: '9.9.0' } },
    });
  });

  const cases: Record<string, [string, string][]> = {
    'content without manifest': [['counts.json', summaryOf({})]],
    'a manifest of something else': [['manifest.json', '{"format":"other","version":1}']],
    'content without counts': [['manifest.json', manifest]],
    'data after the counts': [
      ['manifest.json', manifest],
      ['counts.json', summaryOf({})],
      ['data/tag/000001.ndjson', tagLine],
    ],
    'counts of something else': [
      ['manifest.json', manifest],
      ['data/tag/000001.ndjson', tagLine],
      ['counts.json', summaryOf({ tag: 2 }, tagLine)],
    ],
    'counts of a table that is missing': [
      ['manifest.json', manifest],
      ['counts.json', summaryOf({ tag: 1 })],
    ],
    'a hash of something else': [
      ['manifest.json', manifest],
      ['data/tag/000001.ndjson', tagLine],
      ['counts.json', summaryOf({ tag: 1 }, 'x')],
    ],
    'a record that breaks its schema': [
      ['manifest.json', manifest],
      ['data/tag/000001.ndjson', '{"id":"x"}\n'],
      ['counts.json', summaryOf({ tag: 1 }, '{"id":"x"}\n')],
    ],
    'an unknown table': [
      ['manifest.json', manifest],
      ['data/toString/000001.ndjson', tagLine],
      ['counts.json', summaryOf({}, tagLine)],
    ],
    'a name that leads outside': [
      ['manifest.json', manifest],
      ['../../etc/passwd', tagLine],
      ['counts.json', summaryOf({}, tagLine)],
    ],
    'a last line that is not closed': [
      ['manifest.json', manifest],
      ['data/tag/000001.ndjson', tagLine.trimEnd()],
      ['counts.json', summaryOf({ tag: 1 }, tagLine.trimEnd())],
    ],
    'the same file twice': [
      ['manifest.json', manifest],
      ['data/tag/000001.ndjson', tagLine],
      ['data/tag/000001.ndjson', tagLine],
      ['counts.json', summaryOf({ tag: 2 }, tagLine, tagLine)],
    ],
    'a batch left out': [
      ['manifest.json', manifest],
      ['data/tag/000001.ndjson', tagLine],
      ['data/tag/000003.ndjson', tagLine],
      ['counts.json', summaryOf({ tag: 2 }, tagLine, tagLine)],
    ],
  };
  for (const [name, files] of Object.entries(cases)) {
    it(name, async () => {
      await expect(verifyContent(inOnePiece(forge(files)), 'check')).rejects.toThrow('restore/damaged');
    });
  }

  it('a bomb, before keeping what it unpacks to', async () => {
    const bomb = forge([
      ['manifest.json', manifest],
      ['counts.json', Buffer.alloc(100 * 1024 * 1024)],
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    await expect(verifyContent(inOnePiece(bomb), 'check')).rejects.toThrow('restore/damaged');
  });

  it('nothing that the source itself reports: that failure comes out unchanged', async () => {
    const content = await pack([aDossier(1)]);
    async function* failing() {
      yield content.subarray(0, 50);
      throw new Error('EIO');
    }
    await expect(verifyContent(failing(), 'check')).rejects.toThrow('EIO');
  });
});

describe('upgradeRecord', () => {
  it('applies each step once, from the version the record has', () => {
    const path = [
      { from: 1, up: (_table: string, record: unknown) => [record, 'two'] },
      { from: 2, up: (_table: string, record: unknown) => [record, 'three'] },
    ];
    expect(upgradeRecord('tag', 'one', 1, path, 3)).toEqual([['one', 'two'], 'three']);
    expect(upgradeRecord('tag', 'two', 2, path, 3)).toEqual(['two', 'three']);
    expect(upgradeRecord('tag', 'three', 3, path, 3)).toBe('three');
  });

  it('has no gap up to the present version', () => {
    expect(upgradeRecord('tag', 'record', 1)).toBe('record');
  });
});
