import { contentVersion } from '#shared/archive/content.ts';
import { AppFailure, failWith } from '#shared/errors/app-error.ts';
import type { OpenReport } from '../../api.ts';
import type { EnginePorts } from '../../ports.ts';
import type { ArchiveContent, ArchiveIndex } from '../archive-content.ts';
import type { ArchiveMeta, FoundMeta } from '../rows/archive-meta.ts';
import { ArchiveWriter, type WriterParts } from '../archive-writer.ts';
import { provenSeqAfter } from '../rows/audit-rows.ts';
import { addCounts } from '../rows/cabinet.ts';
import { openCatalogue } from '../rows/catalogue.ts';
import { areAllThere, decideStart, type JournalStatus } from './decide-start.ts';
import { openBaseSnapshot, type BaseSnapshot } from '../journal/journal-reader.ts';
import { emptyMeta, rebuild, replay } from './rebuild.ts';
import { recoverRecords } from './recover.ts';
import { noTotals } from '../rows/row-totals.ts';

type Report = Omit<OpenReport, 'currency' | 'elapsedMs'>;
type Found = Exclude<FoundMeta, { is: 'newer' }>;

export interface StartParts {
  ports: EnginePorts;
  content: ArchiveContent;
  index: ArchiveIndex;
  writerParts: WriterParts;
  /** From here on this one writes. */
  setWriter: (writer: ArchiveWriter) => void;
  /** Nothing may be written to the archive. */
  stopWriting: (reason: 'ahead') => void;
}

/** Compares the database with the journal and makes it equal, by replay or by building it again. */
export class ArchiveStart {
  readonly #parts: StartParts;
  readonly #journal: JournalStatus;
  readonly #found: Found;

  constructor(parts: StartParts, journal: JournalStatus, found: Found) {
    this.#parts = parts;
    this.#journal = journal;
    this.#found = found;
  }

  async run(): Promise<Report> {
    const { content, ports, index } = this.#parts;
    const { opened, store, vault } = content;
    const journal = this.#journal;
    const found = this.#found;
    const provenSeq =
      found.is === 'sealed' ? 0 : await provenSeqAfter(store, vault, journal.headSeq, opened.generation);
    const plan = decideStart(journal, found, { ...opened, contentVersion }, provenSeq);
    if (plan.do === 'read-only') return this.#look(provenSeq);
    if (plan.do === 'rebuild' || plan.do === 'begin' || found.is !== 'sealed') return this.#rebuild(plan.found);
    const writer = this.#begin(found.meta);
    const report = { found: plan.found, damage: damageOf(journal), replayedChangeSets: 0, rebuiltRecords: 0 };
    try {
      await this.#openCatalogue(writer, true);
      if (!(await this.#loadAndCount(found.meta))) {
        index.reset();
        return await this.#rebuild('damaged');
      }
      if (plan.do === 'replay') {
        report.replayedChangeSets = await replay(ports.main, writer, journal.headSeq, this.#progressOf('replay'));
      }
    } catch (error) {
      // What is damaged beyond recovery contradicts the journal; the journal is right.
      const isBeyondRecovery = error instanceof AppFailure && error.error.code === 'archive/damaged-record';
      if (!isBeyondRecovery) throw error;
      index.reset();
      return await this.#rebuild('damaged');
    }
    return { ...report, counts: content.counts };
  }

  /** Nothing is written: the database is shown as it is. `seq`: how far it is, where it does not say so itself. */
  async #look(seq: number): Promise<Report> {
    const { content, index, stopWriting } = this.#parts;
    const found = this.#found;
    stopWriting('ahead');
    content.cabinet.readFrom(this.#rowsFrom);
    const meta = found.is === 'sealed' ? found.meta : { ...emptyMeta(content.opened), seq };
    await this.#openCatalogue(this.#begin(meta), false);
    if (found.is !== 'sealed') this.#begin({ ...meta, counts: await countRecords(content) });
    await index.load(content, () => undefined);
    const done = { replayedChangeSets: 0, rebuiltRecords: 0 };
    return { found: 'ahead', damage: damageOf(this.#journal), ...done, counts: content.counts };
  }

  /** The content version of the rows in the database, as far as it is known. */
  get #rowsFrom(): number {
    const found = this.#found;
    if (found.is === 'sealed') return found.meta.contentVersion;
    return found.is === 'unsealed' ? found.contentVersion : contentVersion;
  }

  #begin(meta: ArchiveMeta): ArchiveWriter {
    const writer = new ArchiveWriter(this.#parts.writerParts, meta);
    this.#parts.setWriter(writer);
    return writer;
  }

  async #openCatalogue(writer: ArchiveWriter, mayWrite: boolean): Promise<void> {
    const { ports, content } = this.#parts;
    const { store, vault, catalogue } = content;
    const rows = await store.readCatalogue();
    writer.noteCatalogueRows(rows);
    const damaged = openCatalogue(catalogue, vault, rows, this.#rowsFrom);
    if (damaged.length === 0) return;
    catalogue.clear();
    await recoverRecords(ports.main, { customerIds: new Set(), catalogue }, writer.seq);
    if (mayWrite) await writer.finishBase(writer.seq, writer.counts);
  }

  /** The database counts its rows while the index is made of what was read; tells whether they are all there. */
  async #loadAndCount(meta: ArchiveMeta): Promise<boolean> {
    const { content, index } = this.#parts;
    let counting: Promise<boolean> | null = null;
    const count = () => (counting ??= content.store.countRows().then((rows) => areAllThere(rows, meta)));
    // Its failure is told below, or by what else fails.
    await index.load(content, () => void count().catch(() => undefined));
    return count();
  }

  async #rebuild(found: Report['found']): Promise<Report> {
    const { ports, content, index, writerParts, setWriter } = this.#parts;
    const { opened, catalogue } = content;
    const journal = this.#journal;
    if (found !== 'empty') await this.#requireRoom();
    catalogue.clear();
    const isVoidable = await this.#hasNothingToLose();
    const base = await this.#openBase(isVoidable);
    // Without a base everything that is left is what the database holds: to be looked at, backed up and restored.
    if (base === 'gone') return this.#look(await provenSeqAfter(content.store, content.vault, 0, opened.generation));
    // What main remembers is of other rows, even where it is of the same change; without its word a crash costs another rebuild.
    const forgotten = { generation: opened.generation, seq: 0, tables: noTotals };
    if (found !== 'empty') await ports.main.call('journal/keep-totals', forgotten).catch(() => undefined);
    const build = (from: BaseSnapshot | null) => {
      const order = { opened, journal, base: from, keepsUndated: this.#isOfNow() };
      return rebuild(ports.main, writerParts, order, this.#progressOf('rebuild'));
    };
    const result = await build(base).catch(async (error: unknown) => {
      if (!isVoidable || !base || !isOfSnapshot(error)) throw error;
      // All that came of it is void: the next one is verified before anything is made of it.
      index.reset();
      catalogue.clear();
      return build(await openBaseSnapshot(ports.main));
    });
    setWriter(result.writer);
    const records = Object.values(content.counts).reduce((sum, count) => sum + count, 0);
    return {
      found,
      damage: damageOf(journal),
      replayedChangeSets: result.changeSets,
      rebuiltRecords: found === 'empty' ? 0 : records,
      counts: content.counts,
    };
  }

  /** The snapshot to begin with, before anything is thrown away. `gone`: there is none, but the database holds something. */
  async #openBase(isVoidable: boolean): Promise<BaseSnapshot | 'gone' | null> {
    const { ports } = this.#parts;
    if (!this.#journal.snapshot) return null;
    try {
      return await openBaseSnapshot(ports.main, isVoidable ? { isVoidable } : {});
    } catch (error) {
      const isGone = error instanceof AppFailure && error.error.code === 'restore/damaged';
      if (!isGone || isVoidable) throw error;
      return 'gone';
    }
  }

  /** What the database holds is no archive, whether it can be built anew or not. */
  async #hasNothingToLose(): Promise<boolean> {
    if (this.#isUnfinished()) return true;
    // One that cannot be counted may hold something.
    const rows = await this.#parts.content.store.countRows().catch(() => null);
    return rows?.dossiers === 0;
  }

  #isUnfinished(): boolean {
    return this.#found.is === 'sealed' && this.#found.meta.state === 'rebuilding';
  }

  /** Whether the database is of the same generation, so that what its audit list tells happened to this very archive. */
  #isOfNow(): boolean {
    const { archiveId, generation } = this.#parts.content.opened;
    const found = this.#found;
    if (found.is === 'sealed') return found.meta.archiveId === archiveId && found.meta.generation === generation;
    return found.is === 'unsealed' && found.generation === generation;
  }

  /** A browser's database that runs into a full disk while it grows may empty itself without a word. */
  async #requireRoom(): Promise<void> {
    const { freeBytes, state } = await this.#parts.ports.main.call('app/space', { neededBytes: 0 });
    if (state === 'full') failForSpace(freeBytes);
  }

  #progressOf(task: 'replay' | 'rebuild') {
    return (done: number, total: number) => {
      this.#parts.ports.emit({ type: 'progress', task, done, total });
    };
  }
}

/** Not of the journal, nor of the keys: an answer about the snapshot, or none because its file cannot be read. */
function isOfSnapshot(error: unknown): boolean {
  return error instanceof AppFailure && !/^(journal|keys)\//.test(error.error.code);
}

/** Damage that the base does not lie behind already, as it does after a restore. */
function damageOf({ damage, snapshot }: JournalStatus): OpenReport['damage'] {
  return damage && damage.lastGoodSeq >= (snapshot?.seq ?? 0) ? damage : null;
}

/** What is there, where the database does not say so itself. */
async function countRecords({ cabinet, catalogue }: ArchiveContent): Promise<ArchiveContent['counts']> {
  const counts: Record<string, number> = {};
  const add = ({ table }: { table: string }) => (counts[table] = (counts[table] ?? 0) + 1);
  for (const each of catalogue.all()) add(each);
  for await (const files of cabinet.scan()) for (const file of files) for (const each of file.records()) add(each);
  return addCounts({}, counts);
}

/** Throws `archive/disk-nearly-full`. */
export function failForSpace(freeBytes: number | null): never {
  return failWith('archive/disk-nearly-full', { freeMb: Math.floor((freeBytes ?? 0) / 1024 ** 2), neededMb: 300 });
}
