import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { FileSign } from './file-sign.tsx';
import styles from './files.module.css';

/** In place of what cannot be shown here. */
export function NoView({ file, reason }: { file: Attachment; reason: string }) {
  return (
    <div className={styles.middle}>
      <FileSign file={file} />
      <p className={styles.quiet}>{reason}</p>
    </div>
  );
}
