import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/use-commit.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './files.module.css';

/** What was removed lies here until its time in the bin is over. */
export function RemovedFiles({ customerId }: { customerId: CustomerId }) {
  const t = useT();
  const commit = useCommit();
  const [openOf, setOpenOf] = useState<CustomerId | null>(null);
  const { data: removed = [] } = useEngineQuery(
    `removedFiles:${customerId}`,
    (engine) => engine.removedFiles(customerId),
    { customerId },
  );
  if (removed.length === 0) return null;
  const isOpen = openOf === customerId;

  const putBack = (file: Attachment) =>
    commit(
      (engine) =>
        engine.commit('file/restore', [{ table: 'attachment', id: file.id, after: draftOf(file), seen: file.version }]),
      t('files.wasPutBack', { name: file.name }),
    );

  return (
    <>
      <Button
        kind="quiet"
        size="small"
        aria-expanded={isOpen}
        onPress={() => {
          setOpenOf(isOpen ? null : customerId);
        }}
      >
        {t('files.bin', { count: removed.length })}
      </Button>
      {isOpen && (
        <ul className={styles.list}>
          {removed.map((file) => (
            <li key={file.id} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.name}>{file.name}</span>
                <span className={styles.detail}>
                  {file.deletedAt !== undefined && <InstantText at={file.deletedAt} />}
                </span>
              </span>
              <IconButton
                size="small"
                label={t('files.putBack', { name: file.name })}
                icon={<ArchiveRestore />}
                onPress={() => void putBack(file)}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
