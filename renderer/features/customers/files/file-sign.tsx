import {
  Binary,
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Presentation,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { fileKindOf, type FileKind } from '#shared/attachments/file-kind.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import styles from './files.module.css';
import { hasThumbnail, thumbnailOf } from './picture.ts';

const signs: Record<FileKind, LucideIcon> = {
  picture: FileImage,
  pdf: FileText,
  text: FileText,
  document: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  audio: FileAudio,
  video: FileVideo,
  archive: FileArchive,
  program: TriangleAlert,
  other: Binary,
};

/** A picture in small, or the sign of its kind. Says nothing that the name beside it does not. */
export function FileSign({ file }: { file: Attachment }) {
  const [url, setUrl] = useState<string | null>(null);
  const isPicture = hasThumbnail(file);
  useEffect(() => {
    if (!isPicture) return undefined;
    let isGone = false;
    void thumbnailOf(file).then((made) => {
      if (!isGone) setUrl(made);
    });
    return () => {
      isGone = true;
    };
  }, [file, isPicture]);
  if (isPicture && url !== null) return <img className={styles.sign} src={url} alt="" />;
  const Sign = signs[fileKindOf(file)] ?? File;
  return (
    <span className={styles.sign}>
      <Sign aria-hidden="true" />
    </span>
  );
}
