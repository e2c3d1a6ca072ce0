import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import type { Draft } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import { callMain } from '../../../platform/main-api.ts';
import { useT } from '../../../platform/language.tsx';
import { showToast } from '../../../ui/feedback/toasts.ts';

/** What can be done with a file of a customer. Everything but what leaves Kebu can be undone. */
export function useFileActions(file: Attachment) {
  const t = useT();
  const commit = useCommit();
  const { id, name, sha256, version: seen } = file;

  const change = (after: Draft<Attachment>, sentence: string) =>
    commit((engine) => engine.commit('file/edit', [{ table: 'attachment', id, after, seen }]), sentence);

  return {
    change,
    pin: () => {
      const { pinned, ...rest } = draftOf(file);
      return pinned
        ? change(rest, t('files.unpinned', { name }))
        : change({ ...rest, pinned: true }, t('files.pinned', { name }));
    },
    remove: () =>
      commit(
        (engine) =>
          engine.commit('file/remove', [{ table: 'attachment', id, customerId: file.customerId, after: null, seen }]),
        t('files.removed', { name }),
      ),
    saveAs: async () => {
      try {
        const { savedAs } = await callMain('attachments/save-as', { sha256, suggestedName: name });
        if (savedAs !== null) showToast({ text: t('files.savedAs', { name: savedAs }) });
      } catch (error) {
        reportFailure(error);
      }
    },
    openWith: () => callMain('attachments/open-with-system', { sha256, name }).catch(reportFailure),
  };
}
