import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { lookupIn } from '../../../renderer/features/imports/import-client.ts';
import { ImportSession } from '../../../renderer/features/imports/import-session.ts';
import type { PlanSummary } from '../../../renderer/features/imports/protocol.ts';
import { Machine } from '../../helpers/archive.ts';
import { newId } from '../../helpers/import-run.ts';

const samples = join(import.meta.dirname, '../../../resources/samples');
const today = '2026-11-21';

/** Imports a sample file into a real engine, as the import screen does. */
async function importSample(engine: EngineMethods, name: string): Promise<PlanSummary> {
  const session = new ImportSession({
    lookup: lookupIn(engine),
    newId,
    breathe: async () => undefined,
    onProgress: () => undefined,
  });
  const preview = await session.open(new File([readFileSync(join(samples, name))], name), {
    today,
    language: 'zh-CN',
    currency: 'CNY',
  });
  const plan = await session.plan({ policy: 'fill-empty', createUnknown: preview.kind === 'orders' });
  for (let from = 0; from < plan.edits; from += 500)
    await engine.stage(plan.receipt.id, await session.edits(from, from + 500));
  if (plan.edits > 0) await engine.commitStaged(plan.receipt.id, `import/${plan.kind}`);
  return plan;
}

describe('importing the samples into a real archive', () => {
  it('accounts for every row, creates nothing the second time, and is undone by one step', async () => {
    const machine = new Machine();
    machine.now = new Date(`${today}T08:00:00.000Z`);
    const { engine } = await machine.openEngine(today);
    const rows: Record<string, number> = {
      '客户名单.csv': 889,
      '销售明细.xlsx': 10_400,
      '联系记录.csv': 4_036,
      'google-contacts.csv': 240,
    };
    for (const [name, rowsRead] of Object.entries(rows)) {
      const { counts } = await importSample(engine, name);
      expect(counts.created + counts.updated + counts.skipped + counts.failed, name).toBe(rowsRead);
      expect(counts.created, name).toBeGreaterThan(rowsRead * 0.9);
      const again = await importSample(engine, name);
      expect(again.edits, name).toBe(0);
    }
    // 804 customers, and the few whose rows cannot be told to be theirs; buyers in no list; 226 English contacts.
    const { customers } = await engine.overview();
    expect(customers).toBeGreaterThan(1_030);
    expect(customers).toBeLessThan(1_085);
    await engine.undo();
    expect((await engine.overview()).customers).toBeLessThan(customers - 220);
  }, 120_000);
});
