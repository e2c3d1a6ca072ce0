import { lazy, Suspense, useEffect, useState } from 'react';
import { fileKindOf, isShownPicture } from '#shared/attachments/file-kind.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { toAppError } from '../../../display/report-failure.ts';
import { fetchFile } from '../../../platform/attachments.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { Spinner } from '../../../ui/feedback/spinner.tsx';
import styles from './files.module.css';
import { NoView } from './no-view.tsx';
import { PictureView } from './picture-view.tsx';

/** Read when the first such file is looked at: their programs are large, and most cards have none. */
const TextView = lazy(async () => ({ default: (await import('./text-view.tsx')).TextView }));
const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

type Content = { bytes: Uint8Array<ArrayBuffer> } | { error: AppError } | null;

/** What a file shows of itself here. What cannot be shown says so, and can still be saved or opened elsewhere. */
export function FileView({ file }: { file: Attachment }) {
  const t = useT();
  const describeError = useDescribeError();
  const kind = fileKindOf(file);
  const isShown = kind === 'text' || kind === 'pdf' || isShownPicture(file.mediaType);
  const content = useContent(file.sha256, isShown);
  if (!isShown) return <NoView file={file} reason={t(kind === 'program' ? 'files.program' : 'files.noPreview')} />;
  const waiting = (
    <div className={styles.middle}>
      <Spinner label={t('files.loading')} />
    </div>
  );
  if (!content) return waiting;
  if ('error' in content) return <Banner tone="seal" title={describeError(content.error)} />;
  const { bytes } = content;
  if (kind === 'picture') return <PictureView file={file} bytes={bytes} />;
  return (
    <Suspense fallback={waiting}>
      {kind === 'text' ? <TextView bytes={bytes} /> : <PdfView file={file} bytes={bytes} />}
    </Suspense>
  );
}

function useContent(sha256: string, isWanted: boolean): Content {
  const [content, setContent] = useState<Content>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    fetchFile(sha256).then(
      (bytes) => {
        if (!isGone) setContent({ bytes });
      },
      (error: unknown) => {
        if (!isGone) setContent({ error: toAppError(error) });
      },
    );
    return () => {
      isGone = true;
    };
  }, [sha256, isWanted]);
  return content;
}
