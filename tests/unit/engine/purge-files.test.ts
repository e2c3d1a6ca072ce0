import { describe, expect, it } from 'vitest';
import { binDaysOf } from '../../../renderer/engine/views/bin.ts';
import { emptyFileBin, purgeFiles } from '../../../renderer/engine/archive/edits/purge-files.ts';
import { commit, Machine } from '../../helpers/archive.ts';
import { anId, putCustomer } from '../../helpers/builders.ts';

const dayMs = 24 * 60 * 60 * 1000;

function putFile(id: string) {
  const after = {
    id,
    customerId: anId('c1'),
    name: `${id}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: 3,
    sha256: 'a'.repeat(64),
    addedAt: '2026-03-01T09:00',
    origin: { kind: 'manual' as const },
  };
  return { table: 'attachment' as const, id, after };
}

/** A customer with three files: one kept, one put into the bin and one a day after it. */
async function aCustomerWithFiles() {
  const machine = new Machine();
  const { archive } = await machine.openArchive();
  const pass = (days: number) => (machine.now = new Date(machine.now.getTime() + days * dayMs));
  const putAway = (id: string) =>
    commit(archive, 'file/remove', [{ table: 'attachment', id, customerId: anId('c1'), after: null }]);
  const purge = () => purgeFiles(archive, () => machine.now);
  const empty = () => emptyFileBin(archive, () => machine.now);
  const filesLeft = async () => {
    const file = (await archive.cabinet.load(['c1'])).get('c1');
    return [...(file?.records() ?? [])].flatMap(({ table, record }) => (table === 'attachment' ? record.id : []));
  };
  await commit(archive, 'customer/create', [putCustomer({ id: 'c1' })]);
  await commit(archive, 'file/add', ['kept', 'first', 'second'].map(putFile));
  await putAway('first');
  pass(1);
  await putAway('second');
  return { archive, pass, purge, empty, filesLeft, days: binDaysOf(archive) };
}

describe('files in the bin', () => {
  it('stay there until their time is over, and others for good', async () => {
    const { archive, pass, purge, filesLeft, days } = await aCustomerWithFiles();
    pass(days - 2);
    expect(await purge()).toBeNull();
    expect(await filesLeft()).toEqual(['kept', 'first', 'second']);
    pass(1);
    expect((await purge())?.changes.map(({ id }) => id)).toEqual(['first']);
    expect(await filesLeft()).toEqual(['kept', 'second']);
    pass(1);
    await purge();
    expect(await filesLeft()).toEqual(['kept']);
    expect(archive.counts['attachment']).toBe(1);
  });

  it('leave nothing of what was noted of them', async () => {
    const { archive, pass, purge, days } = await aCustomerWithFiles();
    const noted = async () => [
      ...((await archive.cabinet.load(['c1'])).get('c1')?.historyOf('attachment', 'first') ?? []),
    ];
    expect(await noted()).not.toEqual([]);
    pass(days);
    await purge();
    expect(await noted()).toEqual([]);
  });

  it('stay when suspiciously many are due at once, until somebody lets them go', async () => {
    const { archive, pass, purge, empty, filesLeft, days } = await aCustomerWithFiles();
    const many = Array.from({ length: 20 }, (_, at) => `lost${String(at)}`);
    await commit(archive, 'file/add', many.map(putFile));
    await commit(
      archive,
      'file/remove',
      many.map((id) => ({ table: 'attachment' as const, id, customerId: anId('c1'), after: null })),
    );
    pass(days);
    expect(await purge()).toBeNull();
    expect(await filesLeft()).toHaveLength(23);
    await empty();
    expect(await filesLeft()).toEqual(['kept']);
  });
});
