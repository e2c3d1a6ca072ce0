import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentVersion } from '#shared/archive/content.ts';
import type { AppFailure } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/i18n/translate.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import type { Dossier, FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { fetchBack, sha256Of } from '../helpers/attachments.ts';
import { anId } from '../helpers/builders.ts';
import { openEngineOn } from '../helpers/engine-on-machine.ts';
import { goodPassphrase, startMachine } from '../helpers/machine.ts';
import { rootDir } from '../helpers/paths.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const goldenDir = join(rootDir, 'tests/fixtures/golden');
const versions = readdirSync(goldenDir)
  .flatMap((name) => /^archive-(\d+)$/.exec(name)?.[1] ?? [])
  .toSorted((a, b) => Number(a) - Number(b));
/** Of the version before there is a backup only, which golden.test.ts opens. */
const firstVersion = 2;

/** Empty in archives that were written before they came. */
const laterTables = { relation: [], attachment: [] };

/** A history that is drawn from an older journal says why each change was made, which it did not when it was written. */
const saysReasonSince = 6;

/** Amounts of archives that were written before are yuan. */
const saysCurrencySince = 18;

function withoutReason({ reason: _reason, ...entry }: FieldHistoryEntry): FieldHistoryEntry {
  return entry;
}

interface Expected {
  paperKey: string;
  counts: Counts;
  dossiers: Omit<Dossier, 'classChange' | keyof typeof laterTables>[];
}

function aCopy(version: string): { dataDir: string; expected: Expected } {
  const dataDir = aTempDir();
  cpSync(join(goldenDir, `archive-${version}`, 'data'), dataDir, { recursive: true });
  return {
    dataDir,
    expected: JSON.parse(readFileSync(join(goldenDir, `archive-${version}`, 'expected.json'), 'utf8')) as Expected,
  };
}

async function expectContent(
  engine: Awaited<ReturnType<typeof openEngineOn>>['engine'],
  { dossiers }: Expected,
  version: string,
): Promise<void> {
  for (const dossier of dossiers) {
    const { classChange: _moves, ...found } = await engine.dossier(anId(dossier.customerId));
    const told = Number(version) < saysReasonSince ? { ...found, history: found.history.map(withoutReason) } : found;
    expect(JSON.parse(JSON.stringify(told))).toEqual({ ...laterTables, ...dossier });
  }
}

it('there is a golden archive of every content version', () => {
  const all = Array.from({ length: contentVersion - firstVersion + 1 }, (_, index) => `${firstVersion + index}`);
  expect(versions).toEqual(all);
});

describe.each(versions)('the archive that was written in content version %s', (version) => {
  it.each(['passphrase', 'paper key'])('opens with its %s and holds what it held', async (secret) => {
    const { dataDir, expected } = aCopy(version);
    const machine = await startMachine({ dataDir });
    const opened = await machine.ask(
      'keys/unlock',
      secret === 'passphrase'
        ? { with: 'passphrase', passphrase: goodPassphrase }
        : { with: 'paper-key', paperKey: expected.paperKey },
    );
    const { engine, report } = await openEngineOn(machine, opened);
    expect(report.found).toBe('wiped');
    expect(report.counts).toMatchObject(expected.counts);
    expect(report.currency).toBe(Number(version) < saysCurrencySince ? 'CNY' : 'GBP');
    await expectContent(engine, expected, version);
    await engine.close();
  });

  it('tells of every change since its first, field by field, and takes back an old one', async () => {
    const { dataDir } = aCopy(version);
    const machine = await startMachine({ dataDir });
    const { engine } = await openEngineOn(
      machine,
      await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase }),
    );
    const { headSeq } = await machine.ask('journal/status', {});
    const list = await engine.history(100);
    expect(list.map(({ seq }) => seq).toReversed()).toEqual(Array.from({ length: headSeq }, (_, index) => index + 1));
    for (const { changeSetId } of list) {
      const { records = [] } = (await engine.changesOf(changeSetId)) ?? {};
      expect(records.length).toBeGreaterThan(0);
      for (const { deed, fields } of records) if (deed === 'created') expect(fields).not.toEqual([]);
    }

    const [order, first] = [list.find(({ reason }) => reason === 'order/edit'), list.at(-1)];
    expect(order).toMatchObject({ undoable: true, customer: { name: '客户1' } });
    expect(await engine.changesOf(order!.changeSetId)).toMatchObject({
      records: [{ table: 'order', fields: expect.arrayContaining([{ field: 'totalFen', after: 128_800 }]) }],
    });
    const before = await engine.dossier(anId('c1'));
    expect(await engine.previewUndo(order!.changeSetId)).toMatchObject({ changing: 1, conflicts: [] });
    await engine.undo(order!.changeSetId);
    expect((await engine.dossier(anId('c1'))).order).toEqual([]);
    await engine.redo();
    expect((await engine.dossier(anId('c1'))).order).toMatchObject(before.order.map(({ totalFen }) => ({ totalFen })));

    // Whom it brought were worked with since: it says so, and nothing is lost.
    const refusal = await engine.undo(first!.changeSetId).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ error: { code: 'archive/undo-conflict' } });
    expect(describeError('en', (refusal as AppFailure).error)).toMatch(/changed/i);
    await engine.close();
  });

  it('is restored from its backup on a machine that never saw it', async () => {
    const { dataDir, expected } = aCopy(version);
    // Since content version 4 a snapshot leaves the files of customers beside it; a copy elsewhere carries them.
    const copies = join(goldenDir, `archive-${version}`, 'backups');
    const snapshots = existsSync(copies) ? copies : join(dataDir, 'archive', 'snapshots');
    const [backup] = readdirSync(snapshots).filter((name) => name.endsWith('.kebu'));
    const machine = await startMachine({
      dialogs: {
        chooseFolder: () => Promise.resolve(null),
        chooseBackupFile: () => Promise.resolve(join(snapshots, backup ?? '')),
        chooseSavePath: () => Promise.resolve(null),
        confirm: () => Promise.resolve(false),
      },
    });
    const { chosen } = await machine.ask('restore/choose', {});
    const restoreId = chosen?.restoreId ?? '';
    await machine.ask('restore/open', { restoreId, unlock: { with: 'passphrase', passphrase: goodPassphrase } });
    const { engine, report } = await openEngineOn(machine, await machine.ask('restore/apply', { restoreId }));
    expect(report.counts['customer']).toBe(expected.counts['customer']);
    // The backup is of the time before the last changes.
    expect((await engine.dossier(anId('c2'))).customer.name).toBe('客户2');
    const { order, attachment } = await engine.dossier(anId('c1'));
    expect(order).toEqual(expected.dossiers[1]?.order);
    for (const { sha256 } of attachment) expect(sha256Of(await fetchBack(machine, sha256))).toBe(sha256);
    await engine.close();
  });
});
