import type { Change } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import type { ReportedEvent } from '#shared/audit/audit-entry.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Committed, CustomerRow, Edit } from '../api.ts';
import type { Written } from '../archive/archive.ts';
import { Lull } from '../archive/work-queue.ts';
import type { CustomerIndex } from '../index/customer-index.ts';
import { matchedRows } from '../index/search/matched-rows.ts';
import type { SearchTerm } from '../index/search/search-terms.ts';
import { KeptResults } from './kept-results.ts';
import type { EnginePorts } from '../ports.ts';
import { BackupRuns } from './backup-runs.ts';
import type { OpenArchive } from './open-archive.ts';

/** More customers than this at once: screens ask again for everything. */
const manyCustomers = 200;

/** What every capability of the engine works with: the archive, when one is open, and the way to tell of what changed. */
export class Desk {
  readonly ports: EnginePorts;
  readonly results = new KeptResults();
  /** Work that nobody waits for goes on only while nobody asks. */
  readonly lull = new Lull();
  /** Edits of large change sets while they are gathered. */
  readonly staged = new Map<string, Edit[]>();
  readonly backups: BackupRuns;
  #open: OpenArchive | null = null;
  #revision = 0;
  #quietWork: (open: OpenArchive) => void = () => undefined;
  #cancelIdle: (() => void) | null = null;

  constructor(ports: EnginePorts) {
    this.ports = ports;
    this.backups = new BackupRuns(ports, () => this.opened());
  }

  get revision(): number {
    return this.#revision;
  }

  /** Fails with `keys/locked` when none is. */
  opened(): OpenArchive {
    return this.#open ?? failWith('keys/locked');
  }

  get openedOrNull(): OpenArchive | null {
    return this.#open;
  }

  get index(): CustomerIndex {
    return this.opened().keeper.index;
  }

  /** `quietWork` is done once nothing was asked for a while after each change. */
  place(open: OpenArchive, quietWork: (open: OpenArchive) => void): void {
    this.#open = open;
    open.archive.onCaughtUp = (changes) => {
      if (this.#open === open) this.#follow(changes, customersIn(changes));
    };
    this.#quietWork = quietWork;
    this.scheduleQuietWork();
  }

  forget(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    this.#open = null;
    this.results.clear();
    this.staged.clear();
  }

  async dossiers(ids: readonly string[]): Promise<Map<string, Dossier>> {
    const files = await this.opened().archive.cabinet.load(ids);
    const dossiers = new Map<string, Dossier>();
    for (const [id, file] of files) {
      const dossier = file.toDossier();
      if (dossier) dossiers.set(id, dossier);
    }
    return dossiers;
  }

  async dossier(id: CustomerId): Promise<Dossier> {
    return (await this.dossiers([id])).get(id) ?? failWith('archive/not-found');
  }

  rowsOf(indexes: Uint32Array, terms: readonly SearchTerm[]): Promise<CustomerRow[]> {
    return matchedRows(this.index.columns, indexes, terms, (ids) => this.dossiers(ids));
  }

  /** For the audit log, which main keeps. What is done is done, whether it could be written down or not. */
  report(event: ReportedEvent, count: number): void {
    this.ports.main.call('audit/note', { event, count }).catch(() => undefined);
  }

  /** After every write: settles the classes and tells the screens. `null` when the edits changed nothing. */
  committed(written: Written | null, reason?: Reason): Committed {
    const { archive } = this.opened();
    if (!written) return { changeSetId: '', seq: archive.seq, revision: this.#revision, customerIds: [] };
    const { changeSetId, seq, changes } = written;
    const customerIds = customersIn(changes);
    if (reason?.startsWith('import/')) this.report('imported', customerIds.length);
    else if (reason === 'customer/bulk-edit') this.report('bulk-changed', customerIds.length);
    this.#follow(changes, customerIds);
    return { changeSetId, seq, revision: this.#revision, customerIds };
  }

  /** The index has the changes already; what hangs on rules, fields and lists of words is drawn anew, and the screens are told. */
  #follow(changes: readonly Change[], customerIds: readonly CustomerId[]): void {
    const { archive, keeper } = this.opened();
    const tables = new Set(changes.map(({ table }) => table));
    if (tables.has('classScheme')) keeper.reclassify(archive, 'rules');
    if (tables.has('customField')) keeper.redefine(archive);
    if (tables.has('word')) keeper.relist(archive);
    if (tables.has('settings')) keeper.reschedule(archive);
    const isForAll = tables.has('classScheme') || tables.has('customField') || tables.has('word');
    const changed = new Set([...customerIds, ...keeper.settleClasses()]);
    const isOfCatalogue = changes.some(({ customerId }) => customerId === undefined);
    this.changed(isForAll || changed.size > manyCustomers ? 'many' : [...changed], isOfCatalogue);
  }

  changed(customerIds: CustomerId[] | 'many', isOfCatalogue = true): void {
    this.#revision += 1;
    this.ports.emit({ type: 'changed', revision: this.#revision, customerIds, isOfCatalogue });
    this.scheduleQuietWork();
  }

  scheduleQuietWork(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.ports.whenIdle(() => {
      this.#cancelIdle = null;
      if (this.#open) this.#quietWork(this.#open);
    });
  }
}

function customersIn(changes: readonly Change[]): CustomerId[] {
  return [
    ...new Set(changes.flatMap(({ customerId }) => (customerId === undefined ? [] : (customerId as CustomerId)))),
  ];
}
