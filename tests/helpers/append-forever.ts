import { asKey } from '#shared/crypto/keys.ts';
import { nodeFileSystem, type FileSystem } from '../../electron/files/file-system.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';

/** Appends to the journal in a folder, several changes at a time, says each one that was acknowledged, and never ends. */
const [dir = '', mode = 'synced'] = process.argv.slice(2);
/** As it must not be: what was acknowledged may lie in memory only. */
const relaxed: FileSystem = {
  ...nodeFileSystem,
  syncDir: async () => undefined,
  open: async (path, how) => ({ ...(await nodeFileSystem.open(path, how)), sync: async () => undefined }),
};
const journal = await openJournal({
  files: mode === 'relaxed' ? relaxed : nodeFileSystem,
  clock: { now: () => new Date() },
  paths: { journal: `${dir}/journal`, keptAside: `${dir}/kept-aside` },
  archiveId: 'archive-of-tests',
  key: asKey(new Uint8Array(32).fill(9), 'journal'),
  segmentBytes: 20_000,
});
for (;;) {
  const { headSeq } = journal.status();
  const appends = [0, 1, 2, 3].map(async (index) => {
    const afterSeq = headSeq + index;
    const text = `change-${afterSeq + 1}`;
    const payload = new TextEncoder().encode(text);
    await journal.append({ afterSeq, changeSetId: text, last: true, payload, counts: {} });
    process.stdout.write(`${text}\n`);
  });
  await Promise.all(appends);
}
