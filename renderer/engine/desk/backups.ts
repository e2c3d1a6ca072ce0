import type { BackupsApi } from '../api.ts';
import { bringBack, compareWithBackup, searchBackup } from '../backup/backup-customers.ts';
import type { Asynchronous } from '../client-types.ts';
import { earliestMoment, snapshotAt } from '../backup/snapshot-at.ts';
import type { Desk } from './desk.ts';

export function backups(desk: Desk): Asynchronous<BackupsApi> {
  const { ports } = desk;
  const isThere = (id: string) => {
    const { columns } = desk.index;
    return columns.isAlive(columns.indexOf(id));
  };
  return {
    backup: (way) => desk.backups.run('backup', way === 'in-lulls' ? desk.lull : undefined),

    async cancelBackup() {
      desk.backups.cancel();
    },

    async earliestMoment() {
      return earliestMoment(ports.main, desk.opened().archive.audit());
    },

    async snapshotAt(moment) {
      const { archive } = desk.opened();
      return desk.backups.queue.run(() => snapshotAt(ports, archive, moment));
    },

    async searchBackup(restoreId, text) {
      return searchBackup(ports.main, desk.opened().archive, restoreId, text, isThere);
    },

    async compareWithBackup(restoreId, id) {
      return compareWithBackup(ports.main, desk.opened().archive, restoreId, id, isThere);
    },

    async bringBack(restoreId, id) {
      const { archive } = desk.opened();
      const written = await bringBack(ports.main, archive, restoreId, id, isThere, () => ports.now());
      if (written) desk.report('customer-brought-back', 1);
      return desk.committed(written);
    },
  };
}
