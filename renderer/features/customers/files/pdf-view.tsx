import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Spinner } from '../../../ui/feedback/spinner.tsx';
import styles from './files.module.css';
import { NoView } from './no-view.tsx';
import { openPdf, type OpenPdf } from './pdf-document.ts';

/** One page at a time. */
export function PdfView({ file, bytes }: { file: Attachment; bytes: Uint8Array }) {
  const t = useT();
  const [pdf, setPdf] = useState<OpenPdf | 'bad' | null>(null);
  const [page, setPage] = useState(1);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const opening = openPdf(bytes);
    let isGone = false;
    opening.then(
      (opened) => {
        if (!isGone) setPdf(opened);
      },
      () => {
        if (!isGone) setPdf('bad');
      },
    );
    return () => {
      isGone = true;
      void opening
        .then((opened) => {
          opened.close();
        })
        .catch(() => undefined);
    };
  }, [bytes]);

  useEffect(() => {
    if (pdf === null || pdf === 'bad' || !canvas.current || !frame.current) return;
    pdf.draw(page, canvas.current, Math.min(frame.current.clientWidth, 900)).catch(() => {
      setPdf('bad');
    });
  }, [pdf, page]);

  if (pdf === 'bad') return <NoView file={file} reason={t('files.badPdf')} />;
  return (
    <div ref={frame} className={styles.pdf}>
      {pdf === null && (
        <div className={styles.middle}>
          <Spinner label={t('files.loading')} />
        </div>
      )}
      {pdf !== null && pdf.pages > 1 && (
        <div className={styles.pages}>
          <IconButton
            label={t('files.previousPage')}
            icon={<ChevronUp />}
            onPress={() => {
              setPage(Math.max(1, page - 1));
            }}
          />
          <span>{t('files.page', { page, pages: pdf.pages })}</span>
          <IconButton
            label={t('files.nextPage')}
            icon={<ChevronDown />}
            onPress={() => {
              setPage(Math.min(pdf.pages, page + 1));
            }}
          />
        </div>
      )}
      <canvas
        ref={canvas}
        className={styles.sheet}
        role="img"
        aria-label={t('files.page', { page, pages: pdf?.pages ?? 1 })}
        hidden={pdf === null}
      />
    </div>
  );
}
