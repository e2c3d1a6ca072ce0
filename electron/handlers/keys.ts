import { isPaperKeyGroup } from '#shared/crypto/paper-key.ts';
import { isStrongPassphrase } from '#shared/crypto/passphrase.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Handlers, Opened, Unlock } from '#shared/ipc/contract.ts';
import { createOrder } from '#shared/lib/in-order.ts';
import { archiveDirOf, archivePathsIn } from '../files/archive-paths.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { generateX25519Identity, wrapIdentity } from '../keys/age.ts';
import { readAbout, writeAbout } from '../keys/archive-file.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import { createAttempts } from '../keys/attempts.ts';
import { createArchive, newArchiveId } from '../keys/create-archive.ts';
import { findIdentity } from '../keys/find-identity.ts';
import { withKeyFailures } from '../keys/key-failure.ts';
import { openArchive } from '../keys/open-archive.ts';
import type { Ports } from '../ports.ts';

type Channels =
  | 'keys/create'
  | 'keys/confirm-paper-key'
  | 'keys/unlock'
  | 'keys/lock'
  | 'keys/change-passphrase'
  | 'keys/show-paper-key'
  | 'keys/set-keychain';

export function createKeyHandlers(ports: Ports, session: ArchiveSession): Pick<Handlers, Channels> {
  const { files, keychain, clock, dataDir, log, scryptWorkFactor } = ports;
  const paths = archivePathsIn(archiveDirOf(dataDir));
  const attempts = createAttempts(clock);
  // One at a time: guesses sent together would all be checked before the first one is counted.
  const oneByOne = createOrder();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => oneByOne(() => withKeyFailures(work));

  async function identityBy(unlock: Unlock): Promise<string> {
    if (!(await files.stat(paths.dir))) failWith('keys/no-archive');
    // An archive of a newer Kebu is refused before anybody types a passphrase for nothing.
    await readAbout(files, paths.about);
    return findIdentity({ files, paths, keychain, attempts }, unlock);
  }

  async function open(identity: string): Promise<Opened> {
    const current = session.current();
    // A window that was reloaded asks again.
    if (current) return current.opened();
    const archive = await openArchive({ files, clock, dataDir }, identity);
    await session.start(archive);
    const { damage, headSeq } = archive.journal.status();
    log('archive-opened', { seq: headSeq });
    if (damage) log('journal-damaged', { seq: damage.lastGoodSeq, count: damage.keptBytes });
    return archive.opened();
  }

  function requireStrong(passphrase: string): void {
    if (!isStrongPassphrase(passphrase)) failWith('keys/weak-passphrase');
  }

  async function sealForKeychain(identity: string): Promise<Uint8Array> {
    if (!(await keychain.isAvailable())) failWith('keys/keychain-unavailable');
    return keychain.encrypt(identity).catch(() => failWith('keys/keychain-unavailable'));
  }

  return {
    'keys/create': ({ passphrase }) =>
      inOrder(async () => {
        if (await files.stat(paths.dir)) failWith('keys/already-exists');
        if (passphrase !== null) requireStrong(passphrase);
        const identity = await generateX25519Identity();
        const archiveId = newArchiveId();
        await createArchive({
          files,
          clock,
          dataDir,
          identity,
          archiveId,
          identityFile: passphrase === null ? null : await wrapIdentity(identity, passphrase, scryptWorkFactor),
          keychainCopy: passphrase === null ? await sealForKeychain(identity) : null,
          paperKeyConfirmed: false,
        });
        log('archive-created');
        return { opened: await open(identity), paperKey: identity };
      }),

    'keys/confirm-paper-key': ({ groups }) =>
      inOrder(async () => {
        const archive = session.require();
        const paperKey = archive.identity();
        const [first, second] = groups;
        if (first?.index === second?.index) failWith('ipc/bad-input', { channel: 'keys/confirm-paper-key' });
        for (const { index, text } of groups) {
          if (!isPaperKeyGroup(paperKey, index, text)) failWith('keys/paper-key-mismatch', { group: index + 1 });
        }
        const about = await readAbout(files, paths.about);
        if (!about) failWith('keys/damaged');
        await writeAbout(files, paths.about, { ...about, paperKeyConfirmed: true });
        return {};
      }),

    'keys/unlock': (unlock) => inOrder(async () => open(await identityBy(unlock))),

    'keys/lock': () =>
      inOrder(async () => {
        if (session.current()) log('archive-locked');
        await session.end();
        return {};
      }),

    'keys/change-passphrase': ({ current, next }) =>
      inOrder(async () => {
        const identity = await identityBy(current);
        requireStrong(next);
        const wrapped = await wrapIdentity(identity, next, scryptWorkFactor);
        try {
          await writeAtomically(files, paths.identity, wrapped);
        } catch (error) {
          // It may lie there all the same, while the disk does not promise to keep it.
          const found = await readIfThere(files, paths.identity).catch(() => null);
          if (found && Buffer.compare(found, wrapped) === 0) failWith('keys/passphrase-unsure');
          throw error;
        }
        return {};
      }),

    'keys/show-paper-key': (unlock) => inOrder(async () => ({ paperKey: await identityBy(unlock) })),

    'keys/set-keychain': ({ enabled }) =>
      inOrder(async () => {
        const archive = session.require();
        if (enabled) {
          const sealed = await sealForKeychain(archive.identity());
          await writeAtomically(files, paths.keychainCopy, sealed);
        } else if (await files.stat(paths.keychainCopy)) {
          if (!(await files.stat(paths.identity))) failWith('keys/passphrase-needed');
          await files.remove(paths.keychainCopy);
          await files.syncDir(paths.dir);
        }
        return {};
      }),
  };
}
