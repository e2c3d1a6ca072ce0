import type { Customer } from '#shared/domain/customer/customer.ts';
import type { FileOverview } from '../api.ts';
import type { Archive } from '../archive/archive.ts';
import { attachmentsOf } from '../archive/rows/named-files.ts';
import { Pace } from '../archive/work-queue.ts';

/** Reads every dossier, for there is no column of files: few customers have any, and few people ask. */
export async function fileOverview(archive: Archive, limit: number): Promise<FileOverview> {
  const overview: FileOverview = { count: 0, sizeBytes: 0, inBin: nothing(), removed: nothing(), largest: [] };
  if ((archive.counts['attachment'] ?? 0) === 0) return overview;
  const pace = new Pace();
  for await (const batch of archive.cabinet.scan()) {
    for (const dossier of batch) {
      const customer = dossier.find('customer', dossier.customerId) as Customer | null;
      for (const file of attachmentsOf(dossier)) {
        const isInBin = file.deletedAt !== undefined || customer?.deletedAt !== undefined;
        const sums = isInBin ? [overview.inBin] : [overview];
        if (file.deletedAt !== undefined) sums.push(overview.removed);
        for (const sum of sums) {
          sum.count += 1;
          sum.sizeBytes += file.sizeBytes;
        }
        if (!isInBin) overview.largest.push({ file, customerName: customer?.name ?? '' });
      }
      await pace.step();
    }
    overview.largest.sort((a, b) => b.file.sizeBytes - a.file.sizeBytes).splice(limit);
  }
  return overview;
}

function nothing(): FileOverview['inBin'] {
  return { count: 0, sizeBytes: 0 };
}
