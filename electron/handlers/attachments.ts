import { basename } from 'node:path';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';
import { isProgram, mediaTypeOf } from '#shared/formats/media-type.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { StoredFile } from '../attachments/attachment-store.ts';
import type { OpenedCopies } from '../attachments/opened-copies.ts';
import { createUploads } from '../attachments/uploads.ts';
import { writeContent } from '../attachments/write-content.ts';
import type { Readings } from '../backup/readings.ts';
import { errnoOf } from '../files/file-system.ts';
import type { SpaceGuard } from '../files/space-guard.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';
import type { Ports } from '../ports.ts';
import { asFileName } from './files.ts';
import type { PreferencesFile } from './preferences.ts';

type Channels =
  | 'attachments/begin'
  | 'attachments/write'
  | 'attachments/finish'
  | 'attachments/cancel'
  | 'attachments/open'
  | 'attachments/save-as'
  | 'attachments/open-with-system'
  | 'attachments/usage';

interface AttachmentTools {
  preferences: PreferencesFile;
  readings: Readings;
  space: SpaceGuard;
  copies: OpenedCopies;
}

export function createAttachmentHandlers(
  { files, dialogs, app }: Pick<Ports, 'files' | 'dialogs' | 'app'>,
  session: ArchiveSession,
  { preferences, readings, space, copies }: AttachmentTools,
): Pick<Handlers, Channels> {
  const uploads = createUploads(session, space);

  async function withStored<T>(sha256: string, use: (stored: StoredFile) => Promise<T>): Promise<T> {
    const stored = await session.require().attachments.open(sha256);
    try {
      return await use(stored);
    } finally {
      await stored.close().catch(() => undefined);
    }
  }

  async function typeOf(sha256: string, name: string): Promise<string> {
    return withStored(sha256, async ({ body }) => {
      for await (const piece of body) return mediaTypeOf(piece.subarray(0, 4096), name);
      return mediaTypeOf(new Uint8Array(), name);
    });
  }

  return {
    async 'attachments/begin'({ sizeBytes }) {
      return { uploadId: await uploads.begin(sizeBytes).catch(describeWriteFailure) };
    },

    async 'attachments/write'({ uploadId, chunk }) {
      await uploads.write(uploadId, chunk).catch(describeWriteFailure);
      return {};
    },

    async 'attachments/finish'({ uploadId, name }) {
      const { head, ...about } = await uploads.finish(uploadId).catch(describeWriteFailure);
      return { ...about, mediaType: mediaTypeOf(head, name) };
    },

    async 'attachments/cancel'({ uploadId }) {
      await uploads.cancel(uploadId);
      return {};
    },

    async 'attachments/open'({ sha256 }) {
      const { attachments } = session.require();
      const { sizeBytes, body: content, close } = await attachments.open(sha256);
      return { readId: readings.start({ content, close }), sizeBytes };
    },

    async 'attachments/save-as'({ sha256, suggestedName }) {
      const { attachments } = session.require();
      // A file that is gone is told before anybody chooses a place for it.
      if ((await attachments.sizeOf(sha256)) === null) await withStored(sha256, () => Promise.resolve());
      const path = await dialogs.chooseSavePath(asFileName(suggestedName));
      if (path === null) return { savedAs: null };
      await withStored(sha256, (stored) => writeContent(files, path, stored)).catch(describeWriteFailure);
      return { savedAs: basename(path) };
    },

    async 'attachments/open-with-system'({ sha256, name }) {
      session.require();
      const safeName = asFileName(name);
      if (isProgram(await typeOf(sha256, safeName), safeName)) failWith('files/program');
      const { language } = await preferences.read();
      const question = translate(language, 'machine.open-file', { name: safeName });
      if (!(await dialogs.confirm(question))) return { opened: false };
      const path = await withStored(sha256, (stored) => copies.make(stored, safeName)).catch(describeWriteFailure);
      await app.openPath(path).catch((error: unknown) => {
        throw new AppFailure(appError('files/no-opener', { reason: errnoOf(error) }), { cause: error });
      });
      return { opened: true };
    },

    'attachments/usage': () => session.require().attachments.usage(),
  };
}
