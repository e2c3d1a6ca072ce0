import { failWith } from '#shared/errors/app-error.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Handlers, Output } from '#shared/ipc/contract.ts';
import { archiveDirOf, archivePathsIn, storeMarkerIn } from '../files/archive-paths.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import { readAbout } from '../keys/archive-file.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import type { Ports } from '../ports.ts';
import type { NewCustomerKeys } from './new-customer-keys.ts';
import type { PreferencesFile } from './preferences.ts';

type Channels =
  | 'app/info'
  | 'app/set-preferences'
  | 'app/global-keys'
  | 'app/open-external'
  | 'app/stay'
  | 'app/replace-store'
  | 'app/quit';

export function createAppInfoHandlers(
  ports: Ports,
  session: ArchiveSession,
  preferences: PreferencesFile,
  newCustomerKeys: NewCustomerKeys,
  uncleanExit: boolean,
): Pick<Handlers, Channels> {
  const { app, dialogs, files, keychain } = ports;
  const paths = archivePathsIn(archiveDirOf(ports.dataDir));
  const isThere = async (path: string): Promise<boolean> => (await files.stat(path)) !== null;

  async function archiveState(): Promise<Output<'app/info'>['archive']> {
    if (session.current()) return 'open';
    if (!(await isThere(paths.dir))) return 'none';
    return (await isThere(paths.archiveKey)) ? 'locked' : 'damaged';
  }

  /** A newer archive is refused when it is unlocked, in words; here it must not keep the window from opening. */
  async function aboutArchive(): Promise<Pick<Output<'app/info'>, 'archiveId' | 'paperKeyConfirmed'>> {
    const about = await readAbout(files, paths.about).catch(() => null);
    return { archiveId: about?.archiveId ?? null, paperKeyConfirmed: about?.paperKeyConfirmed ?? false };
  }

  async function keychainState(): Promise<Output<'app/info'>['keychain']> {
    if (!(await keychain.isAvailable())) return 'unavailable';
    return (await isThere(paths.keychainCopy)) ? 'on' : 'off';
  }

  return {
    async 'app/info'() {
      return {
        version: app.version,
        platform: process.platform,
        standIn: app.standIn,
        region: app.region,
        archive: await archiveState(),
        hasPassphrase: await isThere(paths.identity),
        ...(await aboutArchive()),
        keychain: await keychainState(),
        preferences: await preferences.read(),
        uncleanExit,
      };
    },

    async 'app/set-preferences'(input) {
      await preferences.write(input).catch((error: unknown) => describeWriteFailure(error));
      newCustomerKeys.use(input.newCustomerKeys);
      return {};
    },

    'app/global-keys': () => ({ state: newCustomerKeys.state() }),

    async 'app/open-external'({ url }) {
      const target = URL.parse(url);
      if (!target || !['https:', 'mailto:', 'tel:'].includes(target.protocol)) {
        failWith('ipc/bad-input', { channel: 'app/open-external' });
      }
      const { language } = await preferences.read();
      const shown = target.protocol === 'https:' ? target.host : target.href;
      if (!(await dialogs.confirm(translate(language, 'machine.open-external', { target: shown })))) {
        return { opened: false };
      }
      await app.openExternal(target.href);
      return { opened: true };
    },

    'app/stay'() {
      app.stay();
      return {};
    },

    async 'app/replace-store'() {
      await writeAtomically(files, storeMarkerIn(ports.dataDir), new Uint8Array()).catch((error: unknown) =>
        describeWriteFailure(error),
      );
      return {};
    },

    async 'app/quit'() {
      await session.end();
      app.quit();
      return {};
    },
  };
}
