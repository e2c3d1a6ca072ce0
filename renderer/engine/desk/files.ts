import type { FilesApi } from '../api.ts';
import { attachmentsOf } from '../archive/rows/named-files.ts';
import { emptyFileBin } from '../archive/edits/purge-files.ts';
import type { Asynchronous } from '../client-types.ts';
import { fileOverview } from '../views/file-overview.ts';
import type { Desk } from './desk.ts';

export function files(desk: Desk): Asynchronous<FilesApi> {
  return {
    async removedFiles(id) {
      const file = (await desk.opened().archive.cabinet.load([id])).get(id);
      const removed = file ? [...attachmentsOf(file)].filter(({ deletedAt }) => deletedAt !== undefined) : [];
      return removed.sort((a, b) => ((a.deletedAt ?? '') < (b.deletedAt ?? '') ? 1 : -1));
    },

    async filesBySize(limit) {
      return fileOverview(desk.opened().archive, limit);
    },

    async emptyFileBin() {
      return desk.committed(await emptyFileBin(desk.opened().archive, () => desk.ports.now()));
    },
  };
}
