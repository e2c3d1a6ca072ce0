import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unpackContent } from '#shared/archive/unpack-content.ts';
import { countsOf, aSmallArchive } from '../helpers/backups.ts';
import { inOneOrder } from '../helpers/content.ts';
import { rootDir } from '../helpers/paths.ts';
import { startMachine } from '../helpers/machine.ts';
import { testPorts } from '../helpers/ports.ts';
import type { ContentEntry } from '#shared/archive/content.ts';
import type { Unlock } from '#shared/ipc/contract.ts';

/** One file of every content version that was ever written. They are never made again. */
const golden = [
  {
    version: 1,
    file: 'content-1.kebu',
    paperKey: 'AGE-SECRET-KEY-1LFJAUST3RV3XH9DZP3MFG3WE89JQYN67J4CDGX40ESSXG42EFGQS0V4SGL',
    passphrase: 'quiet river under stone',
    /** Tables that came after it. */
    without: ['listView', 'relation', 'relationKind', 'keptSale', 'word', 'distinctPair'],
  },
];

it.each(golden)('a backup of content version $version still opens and is brought up to date', async (archive) => {
  const path = join(rootDir, 'tests/fixtures/golden', archive.file);
  expect(readFileSync(path).toString('latin1')).toContain(`"contentVersion": ${archive.version}`);
  const written = aSmallArchive.map((group) => group.filter(({ table }) => !archive.without.includes(table)));
  const ways: Unlock[] = [
    { with: 'passphrase', passphrase: archive.passphrase },
    { with: 'paper-key', paperKey: archive.paperKey },
  ];
  for (const unlock of ways) {
    const { dialogs } = testPorts();
    const machine = await startMachine({ dialogs: { ...dialogs, chooseBackupFile: () => Promise.resolve(path) } });
    const { chosen } = await machine.ask('restore/choose', {});
    const restoreId = chosen!.restoreId;
    const preview = await machine.ask('restore/open', { restoreId, unlock });
    expect(preview.counts).toEqual(countsOf(written));
    await machine.ask('restore/apply', { restoreId });
    const { readId } = await machine.ask('snapshot/open', {});
    const entries: ContentEntry[] = [];
    async function* chunks() {
      for (;;) {
        const { chunk } = await machine.ask('snapshot/read', { readId });
        if (!chunk) return;
        yield chunk;
      }
    }
    for await (const batch of unpackContent(chunks())) entries.push(...batch);
    expect(inOneOrder(entries)).toEqual(inOneOrder(written.flat()));
    await machine.ask('keys/lock', {});
  }
});
