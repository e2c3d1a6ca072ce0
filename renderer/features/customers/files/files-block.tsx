import { useRef, useState } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useT } from '../../../platform/language.tsx';
import { foldText } from '#shared/match/text.ts';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { SearchField } from '../../../ui/fields/search-field.tsx';
import { CardBlock } from '../card/card-block.tsx';
import { useFirstFew } from '../card/use-first-few.tsx';
import { sayWhatIsSent, useSending } from './add-files.ts';
import { firstFiles, moreFiles } from './few-files.ts';
import { FileRow } from './file-row.tsx';
import styles from './files.module.css';
import { usePreview } from './use-preview.tsx';
import { RemovedFiles } from './removed-files.tsx';

/** Of more than these one is found by its name. */
const manyFiles = 20;

/** Pinned ones first, then the newest. */
export function listFiles(files: readonly Attachment[]): Attachment[] {
  const rank = (file: Attachment) => `${file.pinned ? 1 : 0}${file.addedAt}${file.id}`;
  return files.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
}

/** The files of a customer: contracts, pictures of cards, quotes. */
export function FilesBlock({ dossier, onAdd }: { dossier: Dossier; onAdd: (files: readonly File[]) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const files = listFiles(dossier.attachment);
  const [sought, setSought] = useState('');
  const wanted = foldText(sought.trim());
  const found = files.filter(({ name, note = '' }) => foldText(`${name}\n${note}`).includes(wanted));
  const { open, view } = usePreview(found);
  const { shown, others } = useFirstFew(found, firstFiles, { step: moreFiles });
  return (
    <CardBlock title={t('files.title')} addLabel={t('files.add')} onAdd={() => input.current?.click()}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('files.add')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          onAdd(chosen);
        }}
      />
      {files.length === 0 && <p className={styles.quiet}>{t('files.none')}</p>}
      {files.length > manyFiles && (
        <div className={styles.find}>
          <SearchField label={t('files.find')} value={sought} onChange={setSought} />
        </div>
      )}
      {files.length > 0 && found.length === 0 && <p className={styles.quiet}>{t('files.noneFound')}</p>}
      <ul className={styles.list}>
        {shown.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            onOpen={() => {
              open(file);
            }}
          />
        ))}
      </ul>
      {others}
      <SendingLine dossier={dossier} />
      <RemovedFiles customerId={dossier.customerId} />
      {view}
    </CardBlock>
  );
}

function SendingLine({ dossier: { customerId } }: { dossier: Dossier }) {
  const t = useT();
  const sending = useSending(({ current }) => (current?.customerId === customerId ? current : null));
  if (!sending) return null;
  const { doneBytes, totalBytes, stop } = sending;
  return (
    <ProgressBar
      label={sayWhatIsSent(t, sending)}
      done={doneBytes}
      total={totalBytes}
      onCancel={() => {
        stop.abort();
      }}
    />
  );
}
