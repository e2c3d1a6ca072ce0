import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Committed } from '../../../engine/api.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import type { Question } from '../../../engine/client/question.ts';
import { useQuestion } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';

const none: readonly Attachment[] = [];

export function removedFilesQuestion(customerId: CustomerId): Question<readonly Attachment[]> {
  return { key: `removedFiles:${customerId}`, ask: (engine) => engine.removedFiles(customerId), concerns: customerId };
}

/** Files of a customer that were removed, until their time in the bin is over. */
export function useRemovedFiles(customerId: CustomerId): readonly Attachment[] {
  const { data = none } = useQuestion(removedFilesQuestion(customerId));
  return data;
}

export function usePutBackFile(): (file: Attachment) => Promise<Committed | null> {
  const t = useT();
  const commit = useCommit();
  return (file) =>
    commit(
      (engine) =>
        engine.commit('file/restore', [{ table: 'attachment', id: file.id, after: draftOf(file), seen: file.version }]),
      t('files.wasPutBack', { name: file.name }),
    );
}
