import type { Change } from '#shared/changes/change-set.ts';
import { createErasedCheck } from '#shared/archive/erased.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { ErasureCertificate } from '#shared/ipc/erasure.ts';
import type { Archive, Written } from '../archive/archive.ts';
import { countKept, countRemoved, eraseDossiers } from '../archive/edits/erase.ts';
import { filesNamedBy } from '../archive/rows/named-files.ts';
import { tellsOf } from '../archive/undo/tells-of.ts';
import type { UnsavedTexts } from '../archive/unsaved-texts.ts';
import type { IndexKeeper } from '../index-keeper.ts';
import { mergedInto } from '../index/relations/merged-customers.ts';
import { countAll } from '../index/filter/query.ts';
import type { EnginePorts } from '../ports.ts';
import { expiredInBin } from '../views/bin.ts';

/** Files named in one request. */
const filesAtOnce = 5_000;

export interface ErasureParts {
  archive: Archive;
  keeper: IndexKeeper;
  unsaved: UnsavedTexts;
  ports: EnginePorts;
  /** Tells the screens what was written. */
  onWritten: (written: Written | null) => void;
  /** Makes a verified snapshot of the archive as it is. */
  makeSnapshot: () => Promise<unknown>;
}

/**
 * Erases customers for good: first they stand on the list that every restore obeys, then what was typed of them and not saved
 * goes, then they leave the database and the image, then, once a verified snapshot without them exists, the journal and the older snapshots. After a crash
 * `resumeErasure` goes on.
 */
export async function eraseForGood(
  parts: ErasureParts,
  customerIds: readonly CustomerId[],
): Promise<ErasureCertificate> {
  const { archive, ports } = parts;
  if (customerIds.length === 0) failWith('archive/not-found');
  // Whoever turned out to be one of them is one of them.
  const everybody = [...new Set([...customerIds, ...mergedInto(parts.keeper.index.columns, customerIds)])];
  const begin = async (): Promise<void> => {
    const files = await archive.cabinet.load(everybody);
    // Only what lies in the bin: nobody is erased without having been deleted first, and not when they were just taken out again.
    for (const file of files.values()) if (!file.toDossier()?.customer.deletedAt) failWith('archive/not-found');
    const own = [...new Set([...files.values()].flatMap(filesNamedBy))];
    for (let start = 0; start === 0 || start < own.length; start += filesAtOnce) {
      const theirs = own.slice(start, start + filesAtOnce);
      const named = theirs.length > 0 ? { theirs } : {};
      await ports.main.call('erasure/begin', { customerIds: everybody, ...named });
    }
  };
  const gone = new Set<string>(everybody);
  return clear(parts, gone, (id) => gone.has(id), begin);
}

/** Ends an erasure that a crash or a full disk interrupted; `null` when there is none. */
export async function resumeErasure(parts: ErasureParts): Promise<ErasureCertificate | null> {
  const { erased, pending } = await parts.ports.main.call('erasure/status', {});
  if (!pending) return null;
  const { columns } = parts.keeper.index;
  const isErased = createErasedCheck(erased);
  const left = new Set<string>();
  for (let index = 0; index < columns.count; index += 1) {
    const id = columns.idOf(index);
    if (columns.isAlive(index) && isErased(id)) left.add(id);
  }
  return clear(parts, left, isErased);
}

/** Whoever has lain in the bin for long enough is erased; what was interrupted is ended first. */
export async function emptyBin(parts: ErasureParts): Promise<void> {
  const { archive, keeper, ports } = parts;
  await resumeErasure(parts);
  const { columns } = keeper.index;
  const expired = expiredInBin(archive, columns, ports.now(), countAll(columns));
  if (expired.length > 0) await eraseForGood(parts, expired);
}

/**
 * @param customerIds whose dossiers are still there
 * @param isErased those, and others whose dossiers went before a crash
 * @param begin puts them on the list of the erased, where they do not stand yet
 */
async function clear(
  parts: ErasureParts,
  customerIds: ReadonlySet<string>,
  isErased: (customerId: string) => boolean,
  begin: () => Promise<void> = async () => undefined,
): Promise<ErasureCertificate> {
  const { archive, keeper, unsaved, ports, onWritten, makeSnapshot } = parts;
  const forgetTyped = async (gone: ReadonlySet<string>, changes: readonly Change[]): Promise<void> => {
    const left = await unsaved.forget(isErased, tellsOf(changes));
    ports.emit({ type: 'erased', customerIds: [...gone] as CustomerId[], unsaved: left });
  };
  // A crash after the removal leaves nobody who knows what told of them.
  const beforeRemoval = (changes: readonly Change[]) => forgetTyped(new Set(), changes);
  const written =
    customerIds.size > 0 ? await eraseDossiers(archive, customerIds, ports, { begin, beforeRemoval }) : null;
  onWritten(written);
  archive.cabinet.forget(customerIds);
  // Whatever was typed meanwhile.
  await forgetTyped(customerIds, written?.changes ?? []);
  // The image shows them until it is written anew.
  await keeper.ready();
  await archive.queue.run(() => keeper.save(archive));
  const { seq } = archive;
  await makeSnapshot();
  const changes = written?.changes ?? [];
  const outcome = { records: countRemoved(changes), keptSales: countKept(changes) };
  return (await ports.main.call('erasure/finish', { seq, ...outcome })).certificate;
}
