import * as fc from 'fast-check';
import { civilDayOfInstant } from '#shared/calendar/day.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { MainPort } from '../../../renderer/engine/ports.ts';
import type { Committed, Edit } from '../../../renderer/engine/api.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { createEngine } from '../../../renderer/engine/engine.ts';
import { workCalendar } from '../../../renderer/platform/work-calendar.ts';
import { aWord } from '../../helpers/any-text.ts';
import { anId, putCustomer, putInteraction } from '../../helpers/builders.ts';
import { goodPassphrase, startMachine, type Machine } from '../../helpers/machine.ts';
import { memoryFileSystem } from '../../helpers/memory-file-system.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';
import type { Depth, FaultRow } from './tally.ts';

const customerIds = ['c1', 'c2', 'c3', 'c4', 'c5'] as const;
const dataDir = '/data';
const unlock = { with: 'passphrase', passphrase: goodPassphrase } as const;

export type Command =
  | { do: 'put'; id: string; name: string }
  | { do: 'log'; id: string; n: number; text: string }
  | { do: 'delete'; id: string }
  | { do: 'merge'; id: string; other: string }
  | { do: 'unmerge'; id: string }
  | { do: 'import'; from: number; count: number; name: string }
  | { do: 'undo' | 'redo' | 'lock' | 'backup' | 'restore' | 'quiet' }
  | { do: 'crash'; torn: number; wiped: boolean };

const id = fc.constantFrom(...customerIds);
const word = aWord({ minLength: 1, maxLength: 6 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('put' as const), id, name: word }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('log' as const), id, n: fc.nat(3), text: word }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('delete' as const), id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), id, other: id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unmerge' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      from: fc.nat(20),
      count: fc.integer({ min: 1, max: 12 }),
      name: word,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('lock' as const, 'quiet' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('backup' as const, 'restore' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      torn: fc.constantFrom(0, 0.4, 1),
      wiped: fc.boolean(),
    }),
  },
);

/** A customer as the model sees it: the name, whether it is in the bin, who it turned out to be, and its contacts by id. */
interface Known {
  name: string;
  deleted: boolean;
  merged?: { into: string; moved: readonly string[] };
  contacts: Readonly<Record<string, string>>;
  /** How many others' names and codes it carries beside its own; absent for none. Being put again drops them. */
  carried?: number;
}
type Model = ReadonlyMap<string, Known>;

/** Kebu whole: the real main process on a disk in memory, the real engine on a database in memory. */
class World {
  disk = memoryFileSystem();
  store = createMemoryStore();
  crashes = 0;
  idle: () => void = () => undefined;
  #machine: Machine | null = null;
  #engine: EngineMethods | null = null;
  #ids = 0;
  #now = Date.parse('2026-03-01T08:00:00.000Z');

  get machine(): Machine {
    if (!this.#machine) throw new Error('no machine');
    return this.#machine;
  }

  get engine(): EngineMethods {
    if (!this.#engine) throw new Error('no engine');
    return this.#engine;
  }

  /** A connection to the database. After a crash nobody writes through it any more. */
  #connect(): ArchiveStore {
    const { store, crashes } = this;
    const write: ArchiveStore['write'] = async (batch) => {
      if (crashes !== this.crashes) throw new Error('crashed');
      await store.write(batch);
    };
    return { ...store, write };
  }

  now(): Date {
    // Backups of one state need names of their own.
    return new Date((this.#now += 1_000));
  }

  async start(isNew = false): Promise<void> {
    if (isNew) await this.disk.makeDir(dataDir);
    const clock = { now: () => this.now() };
    const machine = await startMachine({ files: this.disk, dataDir, scryptWorkFactor: 1, clock });
    const opened = isNew
      ? (await machine.ask('keys/create', { passphrase: goodPassphrase })).opened
      : await machine.ask('keys/unlock', unlock);
    this.#machine = machine;
    await this.open(opened);
  }

  async open(opened: Parameters<EngineMethods['open']>[0]): Promise<void> {
    const { machine } = this;
    const call: MainPort['call'] = async (channel, input) => {
      const reply = await machine.reply(channel, input);
      if (!reply.ok) throw new AppFailure(reply.error);
      return reply.value as never;
    };
    const engine = createEngine({
      main: { call },
      openStore: async () => this.#connect(),
      deleteStore: () => Promise.reject(new Error('Nobody damages it')),
      emit: () => undefined,
      now: () => this.now(),
      localDayOf: civilDayOfInstant,
      newId: () => `set-${(this.#ids += 1)}`,
      workCalendar,
      whenIdle: (work) => {
        this.idle = work;
        return () => undefined;
      },
    });
    await engine.open(opened, '2026-03-01');
    this.#engine = engine;
  }
}

interface Step {
  before: Model;
  after: Model;
}

/** The plain map, what can be taken back, and which backup holds what. */
class Expectation {
  model: Model = new Map();
  undoable: Step[] = [];
  redoable: Step[] = [];
  /** After a base was made, what lies before it may no longer be taken back. */
  mayForget = false;
  backups = new Map<number, Model>();

  commit(after: Model): void {
    this.undoable.push({ before: this.model, after });
    this.redoable = [];
    this.model = after;
  }

  with(id: string, change: (known: Known | undefined) => Known): Model {
    return new Map([...this.model, [id, change(this.model.get(id))]]);
  }
}

/** The commands that write a change set of their own. */
type Write = Extract<Command, { do: 'put' | 'log' | 'delete' | 'import' | 'merge' | 'unmerge' }>;

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

/** What the map is after the edits of a command; `null` when they cannot be made or change nothing. */
function applied(expected: Expectation, one: Write): Model | null {
  const put = (name: string) => (known: Known | undefined) => ({
    name,
    deleted: false,
    contacts: known?.contacts ?? {},
  });
  switch (one.do) {
    case 'put': {
      const known = expected.model.get(one.id);
      if (known?.merged) return null;
      const isSame = known?.name === one.name && !known.deleted && !known.carried;
      return isSame ? null : expected.with(one.id, put(one.name));
    }
    case 'log': {
      const known = expected.model.get(one.id);
      const key = `${one.id}-${one.n}`;
      if (!known || known.merged || known.contacts[key] === one.text) return null;
      return expected.with(one.id, () => ({ ...known, contacts: { ...known.contacts, [key]: one.text } }));
    }
    case 'delete': {
      const known = expected.model.get(one.id);
      return known && !known.deleted ? expected.with(one.id, () => ({ ...known, deleted: true })) : null;
    }
    case 'merge': {
      const [known, other] = [expected.model.get(one.id), expected.model.get(one.other)];
      if (!known || !other || one.id === one.other || known.deleted || other.deleted) return null;
      const merged = { into: one.id, moved: Object.keys(other.contacts) };
      return new Map([
        ...expected.model,
        [one.id, { ...known, contacts: { ...known.contacts, ...other.contacts }, carried: (known.carried ?? 0) + 1 }],
        [one.other, { ...other, deleted: true, merged, contacts: {} }],
      ]);
    }
    case 'unmerge': {
      const { merged, ...known } = expected.model.get(one.id) ?? { name: '', deleted: false, contacts: {} };
      const survivor = merged && expected.model.get(merged.into);
      if (!merged || !survivor || survivor.merged) return null;
      const isBack = ([key]: [string, string]) => merged.moved.includes(key);
      const contacts = Object.entries(survivor.contacts);
      return new Map([
        ...expected.model,
        [
          merged.into,
          {
            ...survivor,
            contacts: Object.fromEntries(contacts.filter((each) => !isBack(each))),
            carried: Math.max(0, (survivor.carried ?? 0) - 1),
          },
        ],
        [one.id, { ...known, deleted: false, contacts: Object.fromEntries(contacts.filter(isBack)) }],
      ]);
    }
    case 'import': {
      const after = new Map(expected.model);
      for (let n = 0; n < one.count; n += 1)
        after.set(`i${one.from + n}`, put(one.name)(after.get(`i${one.from + n}`)));
      return JSON.stringify([...after]) === JSON.stringify([...expected.model]) ? null : after;
    }
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
