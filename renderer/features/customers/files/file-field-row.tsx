import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { filesOfField } from '#shared/attachments/files-of-field.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import cardStyles from '../card/card.module.css';
import { useFirstFew } from '../card/use-first-few.tsx';
import { AnswerTools, answeringKeys } from '../answers/answer-tools.tsx';
import type { FactAnswer } from '../answers/use-answers.ts';
import { FileFieldHistory } from './file-field-history.tsx';
import { firstFiles, moreFiles } from './few-files.ts';
import { FileRow } from './file-row.tsx';
import styles from './files.module.css';
import { usePreview } from './use-preview.tsx';
import { useAddFiles, useFileDrop } from './use-file-arrivals.ts';

/** A field whose values are files: chosen or dropped on it, opened, and removed like all files of the customer. */
export function FileFieldRow({ field, dossier, answer }: { field: CustomField; dossier: Dossier; answer: FactAnswer }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const add = useAddFiles(dossier);
  const { dropping } = useFileDrop((dropped) => {
    add(dropped, field.id);
  });
  const files = filesOfField(dossier.attachment, field.id);
  const { open, view } = usePreview(files);
  const { shown, others } = useFirstFew(files, firstFiles, { step: moreFiles });
  const addLabel = t('fields.files.add', { field: field.label });
  return (
    <div className={classNames(cardStyles.fact, styles.field)} {...dropping}>
      <dt {...(field.help === undefined ? {} : { title: field.help })}>{field.label}</dt>
      <dd>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={addLabel}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            add(chosen, field.id);
          }}
        />
        {files.length === 0 ? (
          <button
            type="button"
            className={classNames(cardStyles.factValue, cardStyles.factEmpty)}
            aria-label={answer.said === '' ? addLabel : `${addLabel}: ${answer.said}`}
            onKeyDown={answeringKeys(answer)}
            onClick={() => input.current?.click()}
          >
            {answer.said === '' ? '—' : answer.said}
          </button>
        ) : (
          <>
            <ul className={styles.list} aria-label={field.label}>
              {shown.map((file) => (
                <FileRow
                  key={file.id}
                  file={file}
                  isInField
                  onOpen={() => {
                    open(file);
                  }}
                />
              ))}
            </ul>
            {others}
          </>
        )}
        {files.length === 0 && answer.said === '' && field.required === true && (
          <p className={cardStyles.factWarning}>{t('fields.warning.required')}</p>
        )}
      </dd>
      <dd className={classNames(cardStyles.factTools, cardStyles.byName)}>
        {files.length > 0 && (
          <IconButton size="small" label={addLabel} icon={<Plus />} onPress={() => input.current?.click()} />
        )}
        <AnswerTools field={field.label} answer={answer} />
        <FileFieldHistory field={field} dossier={dossier} />
      </dd>
      {view}
    </div>
  );
}
