import { useState } from 'react';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customKey } from '#shared/filter/fields.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { FieldDialog } from './field-dialog.tsx';
import { FieldList } from './field-list.tsx';
import { NewButton } from '../new-button.tsx';
import lineStyles from '../lines.module.css';

/** The fields of the archive's own: what they are, whose they are, in which order they stand. */
export function FieldsPanel() {
  const t = useT();
  const fields = useFieldDefinitions().filter((field) => field.tagId === undefined);
  const used = fields.filter((field) => field.archived !== true);
  const archived = fields.filter((field) => field.archived === true);
  const counts = useFieldUse(fields);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Section
        title={t('fields.title')}
        intro={t('fields.intro')}
        actions={
          <NewButton
            label={t('fields.new')}
            onPress={() => {
              setAdding(true);
            }}
          />
        }
      >
        {used.length === 0 ? (
          <p className={lineStyles.empty}>{t('fields.empty')}</p>
        ) : (
          <FieldList label={t('fields.title')} fields={used} counts={counts} />
        )}
      </Section>
      {archived.length > 0 && (
        <Section title={t('fields.archived')} intro={t('fields.archivedIntro')}>
          <FieldList label={t('fields.archived')} fields={archived} counts={counts} />
        </Section>
      )}
      {isAdding && (
        <FieldDialog
          field={null}
          fields={fields}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

/** How many customers have a value of each field. */
export function useFieldUse(fields: readonly CustomField[]): ReadonlyMap<string, number> {
  const keys = fields.map(({ id }) => customKey(id));
  const { data } = useEngineQuery(`field-use:${keys.join()}`, (engine) => engine.fieldUse(keys));
  return new Map(fields.map(({ id }, at) => [id, data?.[at] ?? 0]));
}
