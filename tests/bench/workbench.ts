import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { toEpochDay } from '#shared/calendar/day.ts';
import { classesOf } from '#shared/classify/classify.ts';
import { computeCutPoints, windowNetFen } from '#shared/classify/cut-points.ts';
import { deriveFacts, type CustomerFacts } from '#shared/classify/facts.ts';
import { defaultClassParameters } from '#shared/domain/class-scheme/class-scheme.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { openBenchEngine, type BenchEngine } from './bench-engine.ts';
import { generateDossiers, sizes, type Size } from './generator.ts';
import { prepareArchive } from './prepared-archive.ts';
import { benchToday } from './record-parts.ts';
import { canPipeAge, timeAgePipe, type PipeTimes } from './references/age-pipe.ts';
import { LedgerDatabase } from './references/ledger-database.ts';

/** An archive of one size and what it is compared with. Each is made when it is first asked for, and kept until the end. */
export class Workbench {
  readonly size: Size;
  readonly #folder: string;
  #engine: Promise<BenchEngine> | null = null;
  #ledger: LedgerDatabase | null = null;
  #prepared: Promise<string> | null = null;
  #pipe: Promise<PipeTimes | undefined> | null = null;

  constructor(folder: string, size: Size) {
    this.#folder = folder;
    this.size = size;
  }

  /** So many that there are some of the rarest kind. */
  manyDossiers(): Dossier[] {
    return [...generateDossiers(Math.min(10_000, sizes[this.size].customers))];
  }

  /** A folder of its own within that of the bench. */
  newFolder(name: string): string {
    return mkdtempSync(join(this.#folder, `${name}-`));
  }

  dossiers(): Generator<Dossier> {
    return generateDossiers(sizes[this.size].customers);
  }

  /** Some of the customers, to take queries from. */
  someDossiers(): Dossier[] {
    return [...generateDossiers(1000)];
  }

  /** A data folder with a closed archive, for the caller to open and change. */
  async newArchive(name: string): Promise<string> {
    this.#prepared ??= this.#prepare();
    const dataDir = join(this.newFolder(name), 'data');
    cpSync(await this.#prepared, dataDir, { recursive: true });
    return dataDir;
  }

  async #prepare(): Promise<string> {
    const dataDir = this.newFolder('prepared');
    await prepareArchive(dataDir, sizes[this.size].customers);
    return dataDir;
  }

  engine(): Promise<BenchEngine> {
    this.#engine ??= this.newArchive('engine').then(openBenchEngine);
    return this.#engine;
  }

  ledger(): LedgerDatabase {
    this.#ledger ??= new LedgerDatabase(withColumns(() => this.dossiers()));
    return this.#ledger;
  }

  /** What the tools of the system need for the same records; `undefined` where they are not installed. */
  pipe(): Promise<PipeTimes | undefined> {
    this.#pipe ??= canPipeAge() ? this.#timePipe() : Promise.resolve(undefined);
    return this.#pipe;
  }

  async #timePipe(): Promise<PipeTimes> {
    const folder = this.newFolder('pipe');
    const identity = await generateX25519Identity();
    const times = await timeAgePipe(folder, this.dossiers(), {
      identity,
      recipient: await identityToRecipient(identity),
    });
    rmSync(folder, { recursive: true });
    return times;
  }

  /** Gives back the memory of the engine and of the reference; what is asked for after that is made anew. */
  async close(): Promise<void> {
    const engine = await this.#engine;
    this.#ledger?.close();
    this.#ledger = null;
    this.#engine = null;
    await engine?.close();
  }
}

/** Adds what the list shows and sorts by, computed by the rules of the product. */
function* withColumns(dossiers: () => Iterable<Dossier>) {
  const facts: CustomerFacts[] = [];
  for (const { order, interaction, customer } of dossiers())
    facts.push(deriveFacts(order, interaction, customer, benchToday));
  const cutPoints = computeCutPoints(facts, defaultClassParameters, benchToday);
  let index = 0;
  for (const dossier of dossiers()) {
    const own = facts[index++];
    if (own === undefined) return;
    const { value, lifecycle } = classesOf(own, cutPoints, defaultClassParameters, benchToday);
    const revenueFen = windowNetFen(own, benchToday, defaultClassParameters.valueWindowDays);
    yield {
      dossier,
      columns: {
        revenueFen,
        lastPurchaseDay: own.purchaseDays[own.purchaseDays.length - 1] ?? 0,
        value,
        lifecycle,
        purchases: Array.from(own.purchaseDays, (day, at) => [day, own.purchaseFen[at] ?? 0] as const),
        contactDays: dossier.interaction.map(({ at }) => toEpochDay(at)),
      },
    };
  }
}
