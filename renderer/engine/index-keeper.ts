import { fromEpochDay, type EpochDay } from '#shared/calendar/day.ts';
import { sources, type CustomerId } from '#shared/domain/customer/customer.ts';
import type { LocalDate } from '#shared/domain/record.ts';
import { checkDaysOf } from '#shared/domain/settings/check-days.ts';
import type { Change } from '#shared/changes/change-set.ts';
import type { Reason } from '#shared/changes/reasons.ts';
import { isEqualValue } from '#shared/changes/record-content.ts';
import type { Counts } from '#shared/ipc/contract.ts';
import { defaultClassParameters, type ClassParameters } from '#shared/domain/class-scheme/class-scheme.ts';
import { currencyOf } from '#shared/money/currency.ts';
import { listWords } from '#shared/words/list-words.ts';
import type { Archive } from './archive/archive.ts';
import type { ArchiveContent, ArchiveIndex } from './archive/archive-content.ts';
import type { DossierFile } from './archive/rows/dossier-file.ts';
import { readChangeSets } from './archive/journal/journal-reader.ts';
import { Pace, Patience, type Lull } from './archive/work-queue.ts';
import { loadImage, writeImage, type ImagePlace, type LoadedImage } from './image/image.ts';
import { importImageKey } from './image/seal-image.ts';
import type { ClassMove, MoveCause } from './index/classifier.ts';
import { checkCurrency } from './index/check-currency.ts';
import { checkMerges } from './index/relations/check-merges.ts';
import { checkRelations } from './index/relations/check-relations.ts';
import { CustomerIndex } from './index/customer-index.ts';
import { namedBy, survivorOf } from './index/relations/merged-customers.ts';
import type { Edit } from './api.ts';
import type { EnginePorts } from './ports.ts';

/** Customers handled before waiting messages are answered. */
const slice = 1_000;
/** With more customers than this, the first sort by a column and the first search for a common word are felt. */
const manyCustomers = 5_000;
/**
 * What was typed is found in many texts at first, and then the most valuable come first: the dossiers of so many are read
 * ahead, since a row shows where it was found.
 */
const readAhead = 64;
const readAtOnce = 16;
/** An image that is minutes old costs a moment at the next start; writing a large one costs a second each time. */
const saveWaitMsPerCustomer = 10;
const longestSaveWaitMs = 300_000;

/**
 * Keeps the index equal to the dossiers: fills it from the image or from the dossiers, follows every write, draws the classes
 * when the day or the rules change, and writes the image.
 */
export class IndexKeeper implements ArchiveIndex {
  index: CustomerIndex;
  readonly #ports: EnginePorts;
  readonly #today: EpochDay;
  #place: ImagePlace | null = null;
  #image: LoadedImage | null = null;
  /** Whether the class columns stand on cut points; before that there is nothing to classify against. */
  #isClassified = false;
  #ready: Promise<void> = Promise.resolve();
  #isReady = true;
  #patience: Patience | null = null;
  /** What the image in the database shows. */
  #written: { seq: number; today: EpochDay } | null = null;
  #savedAtMs = 0;
  onChanging: (files: readonly DossierFile[]) => void = () => undefined;

  constructor(ports: EnginePorts, today: EpochDay) {
    this.#ports = ports;
    this.#today = today;
    this.index = new CustomerIndex(today, ports.localDayOf);
  }

  /** First day on which Kebu was not open, up to yesterday; `null` when none is known. */
  get closedSince(): EpochDay | null {
    return this.#image && this.#image.today < this.#today - 1 ? this.#image.today + 1 : null;
  }

  async load(archive: ArchiveContent, onAsked: () => void): Promise<void> {
    this.#place = await placeOf(archive);
    this.#image = await this.#loadImage(archive, onAsked);
    if (this.#image && (await this.#catchUp(archive, this.#image.seq))) return;
    this.reset();
    // Known before the first customer comes, so that none has to be gone through again.
    this.index.columns.currency = currencyOf(archive.catalogue.list('settings')[0]);
    this.index.ownFields.define(archive.catalogue.list('customField'));
    const total = archive.counts['customer'] ?? 0;
    let done = 0;
    for await (const files of archive.cabinet.scan()) {
      await this.update(files);
      done += files.length;
      this.#ports.emit({ type: 'progress', task: 'open', done: Math.min(done, total), total });
    }
  }

  reset(): void {
    this.#image = null;
    this.#written = null;
    this.#isClassified = false;
    this.index = new CustomerIndex(this.#today, this.#ports.localDayOf);
  }

  async update(files: readonly DossierFile[]): Promise<void> {
    const pace = new Pace();
    for (const file of files) {
      const dossier = file.toDossier();
      if (!dossier) this.index.remove(file.customerId);
      else {
        const index = this.index.put(dossier);
        if (this.#isClassified) this.#settle(index);
      }
      await pace.step();
    }
  }

  onWriting(changes: readonly Change[], reason: Reason, counts: Counts): void {
    checkRelations(changes, this.index);
    checkMerges(changes, reason, this.index.columns);
    checkCurrency(changes, counts);
  }

  /** Draws the classes of one customer, and then what formulas make of it. */
  #settle(index: number): void {
    this.index.classifier.classify(index);
    this.index.ownFields.compute(index, this.index.today);
  }

  /** The archive's own fields are others now: what their formulas come to is computed anew. */
  redefine(archive: Archive): void {
    const { ownFields, today } = this.index;
    ownFields.define(archive.catalogue.list('customField'));
    ownFields.computeAll(today);
  }

  /** The user's lists of words are others now. */
  relist(archive: Archive): void {
    const { columns } = this.index;
    columns.sourceOrder = listWords('source', sources, archive.catalogue.list('word')).map(({ key }) => key);
    columns.campaignOrder = listWords('campaign', [], archive.catalogue.list('word')).map(({ key }) => key);
    columns.revision += 1;
  }

  /** The settings say anew how often details are to be checked, and what amounts are in. */
  reschedule(archive: Archive): void {
    const [settings] = archive.catalogue.list('settings');
    this.index.checkDays = checkDaysOf(settings);
    const currency = currencyOf(settings);
    if (currency === this.index.columns.currency) return;
    this.index.columns.currency = currency;
    this.redefine(archive);
  }

  nextCode(): string {
    return this.index.nextCode(String(this.#ports.now().getFullYear()));
  }

  isTagInUse(tagId: string, besides: ReadonlySet<string>): boolean {
    return this.index.isTagInUse(tagId, besides);
  }

  answerCheck(): (customerId: string) => boolean {
    const { columns } = this.index;
    const hasAnswers = columns.answerCheck();
    return (customerId) => hasAnswers(columns.indexOf(customerId));
  }

  survivorOf(customerId: string): string {
    return survivorOf(this.index.columns, customerId as CustomerId);
  }

  namersOf(customerIds: ReadonlySet<string>): string[] {
    const { relations, introduced } = namedBy(this.index.columns, customerIds);
    return [...new Set([...relations, ...introduced])];
  }

  get todayText(): LocalDate {
    return fromEpochDay(this.index.today);
  }

  /** Writes the moves between classes since the last time, of at most so many customers, into the class history. */
  async noteMoves(archive: Archive, customers: number): Promise<boolean> {
    const { columns, classifier } = this.index;
    if (!classifier.hasMoves || archive.readOnlyReason !== null) return false;
    let moves: ClassMove[] = [];
    const written = await archive.commit('classes/recompute', async () => {
      moves = classifier.moves(customers);
      return moves.map(({ index, ...move }): Edit => {
        const id = this.#ports.newId();
        const after = { id, customerId: columns.idOf(index), asOf: this.todayText, ...move };
        return { table: 'classChange', id, after };
      });
    });
    classifier.noted(moves);
    return written !== null;
  }

  /** After opening: classes as of today, and what is needed to search in the background, while nobody asks. */
  async finish(archive: Archive, lull: Lull): Promise<void> {
    this.#place ??= await placeOf(archive);
    const parameters = parametersOf(archive);
    this.index.relations.kinds = () => [...archive.catalogue.kept('relationKind')];
    const { classifier } = this.index;
    const isCurrent = this.#isClassified && this.index.today === this.#today;
    if (!isCurrent) await this.#advance(archive, this.#today, parameters, 'time');
    else if (!isEqualValue(classifier.parameters, parameters)) this.reclassify(archive, 'rules');
    this.index.columns.currency = currencyOf(archive.catalogue.list('settings')[0]);
    this.redefine(archive);
    this.relist(archive);
    this.reschedule(archive);
    if (this.#image) {
      this.#isReady = false;
      this.#patience = new Patience(lull);
      this.#ready = this.#loadSought(archive, this.#image, this.#patience).finally(() => {
        this.#isReady = true;
      });
      // Whoever needs it hears of a failure; a window that is locked meanwhile needs it no more.
      this.#ready.catch(() => undefined);
    }
  }

  /** Resolves when everything can be searched. */
  ready(): Promise<void> {
    this.#patience?.end();
    return this.#ready;
  }

  /** Another day: what was dated ahead begins to count, and everybody is classified anew. */
  async setToday(archive: Archive, today: EpochDay): Promise<void> {
    if (today === this.index.today) return;
    await this.#advance(archive, today, parametersOf(archive), 'time');
    this.index.ownFields.computeAll(today);
  }

  /** Draws the cut points anew and classifies everybody. */
  reclassify(archive: Archive, cause: MoveCause): void {
    this.index.classifier.classifyAll(this.index.today, parametersOf(archive), cause);
    this.index.ownFields.computeAll(this.index.today);
    this.#isClassified = true;
  }

  /** After a write: moves the lines between the classes; returns the other customers who may be in another class by that. */
  settleClasses(): CustomerId[] {
    return this.index.classifier.settle().map((index) => this.index.columns.idOf(index));
  }

  /** Writes the image if it shows something older; nothing may be written to the archive meanwhile. Given up when `isHurried`. */
  async save(archive: Archive, isHurried = () => false): Promise<void> {
    const state = { seq: archive.seq, today: this.index.today };
    // The index may know of a change that the database did not take.
    if (archive.readOnlyReason !== null) return;
    if (!this.#place || !this.#isReady || isEqualValue(this.#written, state)) return;
    const { seq } = state;
    const isWritten = await writeImage(this.index, this.#place, { seq, imageId: this.#ports.newId() }, isHurried);
    if (!isWritten) return;
    this.#written = state;
    this.#savedAtMs = this.#ports.now().getTime();
  }

  /** `save`, unless that was just done or somebody waits: the larger the image, the longer the next one can wait. */
  async saveSometimes(archive: Archive): Promise<void> {
    const waitMs = Math.min(longestSaveWaitMs, this.index.columns.count * saveWaitMsPerCustomer);
    if (this.#ports.now().getTime() - this.#savedAtMs >= waitMs) {
      await this.save(archive, () => archive.queue.isWaitedFor);
    }
  }

  async #loadImage(archive: ArchiveContent, onAsked: () => void): Promise<LoadedImage | null> {
    if (!this.#place) return null;
    try {
      const image = await loadImage(this.index, this.#place, archive.seq, onAsked);
      if (!image) return null;
      this.#isClassified = true;
      this.#written = { seq: image.seq, today: image.today };
      return image;
    } catch {
      // An image that opens but does not fit is of another make: the dossiers have everything.
      return null;
    }
  }

  /** Reads again what was written after the image. False when the journal no longer tells what that was. */
  async #catchUp(archive: ArchiveContent, imageSeq: number): Promise<boolean> {
    if (imageSeq === archive.seq) return true;
    const { firstSeq, headSeq } = await this.#ports.main.call('journal/status', {});
    if (firstSeq > imageSeq + 1 || headSeq < archive.seq) return false;
    const customerIds = new Set<string>();
    for await (const { set } of readChangeSets(this.#ports.main, imageSeq + 1, archive.seq)) {
      for (const { customerId } of set.changes) if (customerId !== undefined) customerIds.add(customerId);
    }
    await this.#reread(archive, [...customerIds]);
    this.index.classifier.settle();
    return true;
  }

  async #reread(archive: ArchiveContent, customerIds: readonly string[]): Promise<void> {
    for (let start = 0; start < customerIds.length; start += slice) {
      const files = await archive.cabinet.load(customerIds.slice(start, start + slice));
      await this.update([...files.values()]);
    }
  }

  async #advance(archive: Archive, today: EpochDay, parameters: ClassParameters, cause: MoveCause): Promise<void> {
    const outdated = this.index.classifier.outdatedOn(today).map((index) => this.index.columns.idOf(index));
    this.index.today = today;
    await this.#reread(archive, outdated);
    this.index.classifier.classifyAll(today, parameters, cause);
    this.#isClassified = true;
  }

  /** Makes ahead what the first questions of their kind would wait for. */
  async prepareAnswers({ cabinet }: ArchiveContent, lull: Lull): Promise<void> {
    await this.#ready;
    const { columns, goodsBook, orders, search, today } = this.index;
    const pace = new Pace(0, lull);
    if (columns.count > manyCustomers) {
      for (const _ of orders.prepare()) await pace.step();
      for (const _ of search.prepare()) await pace.step();
    }
    for (const _ of goodsBook.prepare(today)) await pace.step();
    const first = orders.byStanding().order.slice(0, readAhead);
    for (let from = 0; from < first.length; from += readAtOnce) {
      await cabinet.load(Array.from(first.subarray(from, from + readAtOnce), (index) => columns.idOf(index)));
      await pace.step();
    }
  }

  async #loadSought(archive: Archive, image: LoadedImage, patience: Patience): Promise<void> {
    await patience.wait();
    const { columns, search } = this.index;
    const pace = new Pace(undefined, patience);
    const sought = await image.sought();
    if (!sought) {
      // Damaged: the dossiers have it.
      await archive.queue.run(async () => {
        for await (const files of archive.cabinet.scan()) await this.update(files);
        this.index.classifier.settle();
      });
      return;
    }
    const { count } = columns;
    columns.restoreSought(sought);
    sought.giveBack();
    search.reserve(count);
    for (let index = 0; index < count; index += 1) {
      // What was written meanwhile is found already, and finding it twice is finding it once.
      if (columns.isAlive(index)) search.put(index, null);
      await pace.step();
    }
    for (const texts of [...Object.values(columns.texts), columns.words]) {
      texts.detach();
      await pace.step();
    }
  }
}

async function placeOf(archive: ArchiveContent): Promise<ImagePlace> {
  const { archiveId, generation } = archive.opened;
  return { store: archive.store, key: await importImageKey(archive.vault.imageKey, archiveId), archiveId, generation };
}

function parametersOf(archive: Archive): ClassParameters {
  return archive.catalogue.list('classScheme')[0]?.parameters ?? defaultClassParameters;
}
