import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Counts } from '#shared/ipc/contract.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { aSmallArchive, backUp } from '../../helpers/backups.ts';
import { anId } from '../../helpers/builders.ts';
import { aDossier } from '../../helpers/content.ts';
import { openEngineOn } from '../../helpers/engine-on-machine.ts';
import { goodPassphrase, startMachine } from '../../helpers/machine.ts';
import { rootDir } from '../../helpers/paths.ts';
import {
  canonical,
  readCommands,
  readRecovered,
  recoverWithPaperKey,
  recoverWithPassphrase,
} from '../../helpers/without-kebu.ts';
import { hasTool, inTempDir } from './real-disks.ts';
import { skippedRow, Tally, type Depth, type FaultRow } from './tally.ts';

/** Backups of growing archives, by both commands of their README, without Kebu. */
export async function independentReader(depth: Depth): Promise<FaultRow> {
  const fault = 'without Kebu: backups read by age and tar, every record compared';
  for (const tool of ['age', 'tar', 'script']) {
    if (!hasTool(tool)) return skippedRow(fault, `${tool} is not installed`);
  }
  const tally = new Tally(fault);
  for (let size = 1; size <= (depth === 'quick' ? 1 : 10); size += 1) {
    const groups = [...aSmallArchive, ...Array.from({ length: 3 * (size - 1) }, (_, index) => aDossier(index + 3))];
    const expected = groups.flat().map(({ table, record }) => `${table} ${canonical(record)}`);
    await inTempDir(async (dir) => {
      const machine = await startMachine({ dataDir: join(dir, 'data'), scryptWorkFactor: 4 });
      const { paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
      const { name } = await backUp(machine, 'local', groups, 0);
      for (const [index, by] of ['passphrase', 'paper key'].entries()) {
        const own = join(dir, by);
        await mkdir(own);
        await copyFile(join(dir, 'data', 'archive', 'snapshots', name), join(own, name));
        const command = readCommands(own, name)[index] ?? '';
        if (by === 'passphrase') recoverWithPassphrase(own, command, goodPassphrase);
        else recoverWithPaperKey(own, command, paperKey);
        tally.judge(`${groups.length} groups by ${by}`, expected, readRecovered(own));
      }
      await machine.session.end();
    });
  }
  return tally.row();
}

interface Expected {
  readonly counts: Counts;
  readonly dossiers: readonly Dossier[];
}

/** What every older version of Kebu wrote, opened by this one. */
export async function goldenArchives(_depth: Depth): Promise<FaultRow> {
  const tally = new Tally('newer Kebu on older data: every golden archive');
  const golden = join(rootDir, 'tests/fixtures/golden');
  for (const name of readdirSync(golden).filter((each) => each.startsWith('archive-'))) {
    const expected = JSON.parse(readFileSync(join(golden, name, 'expected.json'), 'utf8')) as Expected;
    await inTempDir(async (dir) => {
      cpSync(join(golden, name, 'data'), dir, { recursive: true });
      const machine = await startMachine({ dataDir: dir });
      const opened = await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
      const { engine, report } = await openEngineOn(machine, opened);
      const found: string[] = [];
      for (const { customerId } of expected.dossiers) {
        const dossier = await engine.dossier(anId(customerId));
        found.push(`${customerId} ${dossier.customer.name} ${dossier.interaction.length} ${dossier.order.length}`);
      }
      const held = expected.dossiers.map(
        ({ customerId, customer, interaction, order }) =>
          `${customerId} ${customer.name} ${interaction.length} ${order.length}`,
      );
      tally.judge(name, held, found);
      const isCounted = report.counts['customer'] === expected.counts['customer'];
      tally.expect(name, isCounted, `it holds ${report.counts['customer']} customers`);
      await engine.close();
      await machine.session.end();
    });
  }
  return tally.row();
}
