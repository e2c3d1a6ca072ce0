import { useCallback, useMemo, useState } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { useT } from '../../../platform/language.tsx';
import styles from './files.module.css';
import { NoView } from './no-view.tsx';
import { judgePicture } from './picture.ts';
import { useDamage } from './use-damage.ts';

export function PictureView({ file, bytes }: { file: Attachment; bytes: Uint8Array<ArrayBuffer> }) {
  const t = useT();
  const { mediaType } = file;
  const { size, isShowable, isCut } = useMemo(() => judgePicture(bytes), [bytes]);
  const isDamaged = useDamage(bytes);
  const [isBroken, setBroken] = useState(false);
  const show = useCallback(
    (picture: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      picture.src = url;
      return () => {
        URL.revokeObjectURL(url);
      };
    },
    [bytes, mediaType],
  );
  if (!size || isBroken) return <NoView file={file} reason={t('files.badPicture')} />;
  if (!isShowable) return <NoView file={file} reason={t('files.tooManyPixels', { ...size })} />;
  return (
    <>
      {(isCut || isDamaged) && (
        <p className={styles.quiet} role="status">
          {t(isCut ? 'files.cutPicture' : 'files.damagedPicture')}
        </p>
      )}
      <img
        ref={show}
        className={styles.picture}
        alt={file.note ?? file.name}
        onError={() => {
          setBroken(true);
        }}
      />
    </>
  );
}
