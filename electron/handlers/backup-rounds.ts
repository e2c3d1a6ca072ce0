import type { Handlers } from '#shared/ipc/contract.ts';
import { describeVerified } from '../backup/find-backups.ts';
import type { BackupParts } from '../backup/parts.ts';

type Channels = 'backup/plan' | 'backup/copy' | 'backup/stop-copy' | 'backup/progress' | 'backup/drill';

/** Rounds of backups: what is due, the copies, and the drill that proves them. */
export function createBackupRoundHandlers({ copies, drills, schedule }: BackupParts): Pick<Handlers, Channels> {
  return {
    'backup/plan': ({ by }) => (by === 'clock' ? schedule.planned() : schedule.planNow(by)),

    async 'backup/copy'({ folderId }) {
      return { backup: describeVerified(await copies.copy(folderId)) };
    },

    'backup/stop-copy': () => {
      copies.stop();
      return {};
    },

    'backup/progress': () => ({ copy: copies.progress(), isDrilling: drills.isRunning() }),

    async 'backup/drill'() {
      return { drill: await drills.run() };
    },
  };
}
