import { useState } from 'react';
import type { CustomField, CustomFieldType } from '#shared/domain/custom-field/custom-field.ts';
import { joinWords } from '#shared/i18n/format.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { usePending } from '../../../ui/keys/use-pending.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import lineStyles from '../lines.module.css';
import styles from './fields.module.css';

const types: readonly CustomFieldType[] = ['text', 'number', 'money', 'date', 'boolean', 'choice', 'choices'];

/** Of files and of customers that are meant only the names can become something else; the files stay with the customer. */
function typesFor({ type }: CustomField): readonly CustomFieldType[] {
  return type === 'attachment' || type === 'reference' ? ['text'] : types.filter((each) => each !== type);
}

/** Another type for a field: what becomes of its values is shown first, and nothing is lost. */
export function RetypeDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  const offered = typesFor(field);
  const [type, setType] = useState<CustomFieldType>(offered[0] ?? 'text');
  const to = { type, options: [] };
  const { data: preview } = useEngineQuery(
    `retype:${field.id}:${String(field.version)}:${type}`,
    (engine) => engine.previewRetype(field.id, to, language),
    { passing: true },
  );
  const [apply, isPending] = usePending(async () => {
    const written = await commit(
      (engine) => engine.commitRetype(field.id, to, language),
      t('fields.retyped', { field: field.label, type: t(`fields.type.${type}`) }),
    );
    if (written) onClose();
  });
  const hasOptions = type === 'choice' || type === 'choices';
  return (
    <Dialog
      title={t('fields.retypeOne', { field: field.label })}
      isOpen
      onClose={onClose}
      footer={
        <SaveButtons
          label={t('fields.retypeApply', { type: t(`fields.type.${type}`) })}
          isDisabled={!preview}
          isPending={isPending}
          onSave={() => void apply()}
          onCancel={onClose}
        />
      }
    >
      <div className={lineStyles.form}>
        <Select
          label={t('fields.newType')}
          autoFocus
          value={type}
          options={offered.map((id) => ({ id, label: t(`fields.type.${id}`) }))}
          onChange={setType}
        />
        {!preview ? (
          <p className={lineStyles.about}>{t('bulk.working')}</p>
        ) : (
          <div className={styles.preview}>
            <p role="status">
              {t('fields.retypeCounts', {
                converting: preview.converting + preview.fitting,
                staying: preview.staying,
              })}
            </p>
            {preview.examples.length > 0 && (
              <ul className={styles.examples}>
                {preview.examples.map(({ name, before, after }) => (
                  <li key={`${name}:${before}`}>
                    <strong>{name}</strong> <span className={lineStyles.about}>{before}</span> → {after}
                  </li>
                ))}
              </ul>
            )}
            {hasOptions && preview.options.length > 0 && (
              <p className={lineStyles.about}>
                {t('fields.retypeOptions', { options: joinWords(language, preview.options.slice(0, 20)) })}
              </p>
            )}
            {preview.left.length > 0 && (
              <>
                <h3 className={lineStyles.subtitle}>{t('fields.retypeLeft')}</h3>
                <ul className={styles.examples}>
                  {preview.left.map(({ name, text, problem }) => (
                    <li key={`${name}:${text}`}>
                      <strong>{name}</strong> {text} <span className={lineStyles.about}>{t(problem)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}
