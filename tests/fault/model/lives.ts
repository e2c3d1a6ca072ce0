import * as fc from 'fast-check';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Committed, Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { anId, putCustomer, putInteraction } from '../../helpers/builders.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';
import type { Depth, FaultRow } from '../table/tally.ts';
import { command, type Command, type Write } from './commands.ts';
import { applied, Expectation, type Known, type Model } from './plain-map.ts';
import { World } from './world.ts';

function editsOf(one: Exclude<Write, { do: 'merge' | 'unmerge' }>): Edit[] {
  switch (one.do) {
    case 'put':
      return [putCustomer({ id: one.id, name: one.name, code: one.id })];
    case 'log':
      return [putInteraction({ id: `${one.id}-${one.n}`, customerId: one.id, text: one.text })];
    case 'delete':
      return [{ table: 'customer', id: one.id, after: null }];
    case 'import':
      return Array.from({ length: one.count }, (_, n) => {
        const key = `i${one.from + n}`;
        return putCustomer({ id: key, name: one.name, code: key });
      });
  }
}

function write(engine: EngineMethods, one: Write): Promise<Committed> {
  if (one.do === 'merge') {
    const [id, other] = [anId(one.id), anId(one.other)];
    return engine.merge({ ids: [id, other], survivor: id, choices: { name: id } });
  }
  if (one.do === 'unmerge') return engine.unmerge(anId(one.id), 'keep');
  return engine.commit(one.do === 'import' ? 'import/customers' : 'customer/edit', editsOf(one));
}

async function run(world: World, expected: Expectation, one: Command): Promise<void> {
  switch (one.do) {
    case 'put':
    case 'log':
    case 'delete':
    case 'import':
    case 'merge':
    case 'unmerge': {
      const after = applied(expected, one);
      // A contact of nobody is no part of the model.
      if (one.do === 'log' && !expected.model.has(one.id)) return;
      const committed = await orRefused(write(world.engine, one));
      if ((committed !== null && committed.changeSetId !== '') !== (after !== null)) {
        throw new Error(`${one.do} was ${committed ? 'made' : 'refused'}`);
      }
      if (after) expected.commit(after);
      return;
    }
    case 'undo':
    case 'redo': {
      const [from, to] =
        one.do === 'undo' ? [expected.undoable, expected.redoable] : [expected.redoable, expected.undoable];
      const done = await orRefused(world.engine[one.do]());
      const step = from.at(-1);
      if (done === null) {
        if (step && !expected.mayForget) throw new Error(`${one.do} was refused`);
        return;
      }
      if (!step) throw new Error(`there was nothing to ${one.do}`);
      from.pop();
      to.push(step);
      expected.model = one.do === 'undo' ? step.before : step.after;
      return;
    }
    case 'quiet':
      world.idle();
      await new Promise((resolve) => setTimeout(resolve, 1));
      return;
    case 'lock':
      await world.engine.close();
      await world.machine.ask('keys/lock', {});
      await world.start();
      return;
    case 'backup': {
      const { seq } = await world.engine.overview();
      await world.engine.backup();
      expected.mayForget = true;
      expected.backups.set(seq, expected.model);
      return;
    }
    case 'restore':
      await restore(world, expected);
      return;
    case 'crash':
      // Nobody says goodbye; what main had not synced is gone, and of the database maybe everything.
      world.crashes += 1;
      world.disk = world.disk.afterPowerCut(one.torn);
      if (one.wiped) world.store = createMemoryStore();
      await world.start();
      return;
  }
}

async function restore(world: World, expected: Expectation): Promise<void> {
  if (expected.backups.size === 0) return;
  // The window makes a snapshot of the present state first, which may let an old one go.
  await world.engine.backup();
  expected.backups.set((await world.engine.overview()).seq, expected.model);
  const { backups } = await world.machine.ask('backup/status', {});
  const known = backups
    .filter(({ seq, folderId }) => folderId === 'local' && expected.backups.has(seq))
    .sort((a, b) => a.seq - b.seq)[0];
  if (!known) throw new Error('no backup is left');
  await world.engine.close();
  const { chosen } = await world.machine.ask('restore/choose', { knownBackupId: known.id });
  const restoreId = chosen?.restoreId ?? '';
  await world.machine.ask('restore/open', { restoreId });
  await world.open(await world.machine.ask('restore/apply', { restoreId }));
  expected.model = expected.backups.get(known.seq) ?? new Map<string, Known>();
  expected.undoable = [];
  expected.redoable = [];
  expected.mayForget = true;
  // Numbers of another generation are other states.
  expected.backups.clear();
}

async function orRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppFailure) return null;
    throw error;
  }
}

async function contentOf(engine: EngineMethods, model: Model): Promise<Model> {
  const found = new Map<string, Known>();
  for (const key of model.keys()) {
    const dossier = await orRefused(engine.dossier(anId(key)));
    if (!dossier) continue;
    const { customer, interaction } = dossier;
    const contacts = Object.fromEntries(interaction.map((each) => [each.id, each.text]));
    const { name, deletedAt, mergedInto } = customer;
    const merged = mergedInto === undefined ? {} : { merged: { into: mergedInto, moved: [] } };
    found.set(key, { name, deleted: deletedAt !== undefined, contacts, ...merged });
  }
  return found;
}

/** The same text for the same content, whatever came first. */
function plain(model: Model): string {
  return [...model]
    .map(([key, { name, deleted, merged, contacts }]) => {
      const texts = Object.entries(contacts).map(([n, text]) => `${n}=${text}`);
      return JSON.stringify([key, name, deleted, merged?.into, texts.sort((a, b) => a.localeCompare(b))]);
    })
    .sort((a, b) => a.localeCompare(b))
    .join('\n');
}

async function compare(world: World, expected: Expectation): Promise<void> {
  const found = await contentOf(world.engine, expected.model);
  if (plain(found) !== plain(expected.model)) {
    throw new Error(`expected ${plain(expected.model)}\nfound ${plain(found)}`);
  }
  const { counts } = await world.engine.overview();
  const contacts = [...expected.model.values()].reduce((sum, known) => sum + Object.keys(known.contacts).length, 0);
  if ((counts['customer'] ?? 0) !== expected.model.size || (counts['interaction'] ?? 0) !== contacts) {
    throw new Error(`counts ${JSON.stringify(counts)} for ${expected.model.size} customers, ${contacts} contacts`);
  }
}

export interface ModelRun {
  runs: number;
  commands: number;
  seed?: number;
  path?: string;
}

/** Random lives of an archive against a plain map. Rejects with the shortest life that goes wrong. */
export async function runModel({ runs, commands, ...replay }: ModelRun): Promise<{ lives: number; changes: number }> {
  let [lives, changes] = [0, 0];
  const life = fc.array(command, { minLength: 1, maxLength: commands, size: 'max' });
  await fc.assert(
    fc.asyncProperty(life, async (script) => {
      lives += 1;
      const world = new World();
      const expected = new Expectation();
      await world.start(true);
      for (const one of script) {
        await run(world, expected, one);
        if (['lock', 'restore', 'crash'].includes(one.do)) await compare(world, expected);
      }
      await compare(world, expected);
      changes += script.length;
      await world.engine.close();
      await world.machine.session.end();
    }),
    { numRuns: runs, ...replay },
  );
  return { lives, changes };
}

export async function modelLives(depth: Depth): Promise<FaultRow> {
  const runs = depth === 'quick' ? 200 : depth === 'whole' ? 1_000 : 10_000;
  const fault = 'random lives against a plain map (crash, wipe, restore, undo, lock)';
  try {
    const { lives, changes } = await runModel({ runs, commands: 50 });
    return { fault, points: lives, acknowledged: changes, lost: 0, wrong: [] };
  } catch (error) {
    const what = error instanceof Error ? `${error.message}\n${String(error.cause)}` : String(error);
    return { fault, points: runs, acknowledged: 0, lost: 1, wrong: [what] };
  }
}
