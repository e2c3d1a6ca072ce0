import { ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './files.module.css';
import { usePutBackFile, useRemovedFiles } from './use-removed-files.ts';

/** What was removed lies here until its time in the bin is over. */
export function RemovedFiles({ customerId }: { customerId: CustomerId }) {
  const t = useT();
  const putBack = usePutBackFile();
  const [openOf, setOpenOf] = useState<CustomerId | null>(null);
  const removed = useRemovedFiles(customerId);
  if (removed.length === 0) return null;
  const isOpen = openOf === customerId;

  return (
    <>
      <Button
        kind="quiet"
        size="small"
        edge="start"
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
