import { translate } from '#shared/i18n/translate.ts';
import type { EngineMethod } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';
import { endTask, showTask, trackWork, trackWrite } from '../../state/activity.ts';
import { refreshBackupStatus } from '../../state/backup-status.ts';
import { usePreferences } from '../../state/preferences.ts';

const writes: ReadonlySet<PropertyKey> = new Set<EngineMethod>([
  'commit',
  'commitStaged',
  'commitBulk',
  'merge',
  'unmerge',
  'undo',
  'redo',
  'completeFollowUp',
  'logContact',
  'enterOrder',
  'bringBack',
  'erase',
]);

/** Asked before what was typed into a box can be written. */
const askedBefore: ReadonlySet<PropertyKey> = new Set<EngineMethod>(['dossier', 'gapProblem', 'previewBulk']);

/**
 * The same engine, whose writes count as pending until the journal has acknowledged them, and whose backups count as work
 * under way until they are verified, whoever asked for them.
 */
export function trackEngine(engine: Engine): Engine {
  return new Proxy(engine, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = (args: unknown[]): Promise<unknown> => Reflect.apply(member, target, args) as Promise<unknown>;
      if (writes.has(name)) return (...args: unknown[]) => trackWork(trackWrite(call(args)));
      if (askedBefore.has(name)) return (...args: unknown[]) => trackWork(call(args));
      if (name === 'backup') return (...args: unknown[]) => trackBackup(() => call(args));
      return member;
    },
  });
}

async function trackBackup(work: () => Promise<unknown>): Promise<unknown> {
  const label = translate(usePreferences.getState().language, 'opening.backup');
  showTask({ id: 'backup', label, done: 0, total: 0 });
  try {
    return await work();
  } finally {
    endTask('backup');
    await refreshBackupStatus();
  }
}
