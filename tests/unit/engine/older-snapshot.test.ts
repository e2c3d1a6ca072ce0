import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { ContentEntry } from '#shared/archive/content.ts';
import { packContent } from '#shared/archive/pack-content.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import type { Archive } from '../../../renderer/engine/archive/archive.ts';
import { entriesOf } from '../../../renderer/engine/archive/rows/base-snapshot.ts';
import { commit, anArchiveId, Machine, stateOf } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';
import { anOrigin, collect } from '../../helpers/content.ts';

async function snapshotOf(archive: Archive) {
  const groups: ContentEntry[][] = [[...archive.catalogue.all()] as ContentEntry[]];
  for await (const files of archive.cabinet.scan(100)) groups.push(files.flatMap(entriesOf));
  const { seq, counts } = archive;
  const bytes = concatBytes(await collect(packContent(groups, { ...anOrigin, archiveId: anArchiveId, seq })));
  return { name: `${seq}.kebu`, seq, counts, bytes };
}

it('a rebuild goes on from the snapshot it was given, also when that is older than the journal’s base', async () => {
  const machine = new Machine();
  const { archive } = await machine.openArchive();
  await commit(archive, 'customer/create', [putCustomer({ id: 'c1', name: '王芳' })]);
  const older = await snapshotOf(archive);
  await commit(archive, 'customer/create', [putCustomer({ id: 'c2', name: '李雷' })]);
  const base = await snapshotOf(archive);
  await commit(archive, 'customer/create', [putCustomer({ id: 'c3', name: '韩梅' })]);
  const before = await stateOf(archive);
  archive.close();

  // The file of the base is gone, so that the one before it is handed out.
  machine.main.snapshot = older;
  const call = machine.ports.main.call.bind(machine.ports.main);
  machine.ports.main.call = async (channel, input) => {
    const output = await call(channel, input);
    return channel === 'journal/status' ? { ...output, snapshot: base } : output;
  };
  machine.indexedDB = new IDBFactory();
  const rebuilt = await machine.openArchive();
  expect(rebuilt.report.found).toBe('wiped');
  expect(await stateOf(rebuilt.archive)).toEqual(before);
});
