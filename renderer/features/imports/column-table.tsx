import { useState } from 'react';
import { isReference, isTypable } from '#shared/facts/typed.ts';
import { fieldsOf, type Target } from '#shared/imports/fields.ts';
import { useFieldDefinitions } from '../../display/use-custom-fields.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Select } from '../../ui/fields/select.tsx';
import styles from './imports.module.css';
import type { Preview } from './protocol.ts';

const ownTarget = 'custom:';

/** The field that a column fills, where it is one of the archive's own or becomes one. */
function nameOf(target: Target): string | null {
  return target.startsWith(ownTarget) ? target.slice(ownTarget.length) : null;
}

interface ColumnTableProps {
  preview: Preview;
  onChange: (index: number, target: Target) => void;
}

/** Each column of the file with what it becomes. */
export function ColumnTable({ preview: { kind, columns }, onChange }: ColumnTableProps) {
  const t = useT();
  const own = useFieldDefinitions()
    .filter((field) => field.archived !== true && (isTypable(field) || isReference(field)))
    .map((field) => field.label);
  const [isShowingAll, setShowingAll] = useState(false);
  // What another program writes has dozens of columns that nobody ever filled in; whatever they become, nothing comes of it.
  const empty = columns.filter(({ filled }) => filled === 0).length;
  const hidesEmpty = empty > 1 && empty < columns.length && !isShowingAll;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('data.preview.column')}</th>
            <th scope="col">{t('data.preview.target')}</th>
            <th scope="col">{t('data.preview.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => {
            if (hidesEmpty && column.filled === 0) return null;
            const label = column.header || String(index + 1);
            return (
              <tr key={`${String(index)}-${column.header}`} data-ignored={column.target === 'ignore'}>
                <th scope="row">{label}</th>
                <td>
                  <Select
                    label={`${t('data.preview.target')}: ${label}`}
                    isLabelHidden
                    value={column.target}
                    onChange={(target) => {
                      onChange(index, target);
                    }}
                    options={[
                      { id: 'ignore', label: t('import.target.ignore') },
                      ...fieldsOf[kind].map((field) => ({ id: field as Target, label: t(`import.field.${field}`) })),
                      ...(kind === 'customers'
                        ? [...new Set([...own, nameOf(column.target) ?? label])].map((name) => ({
                            id: `custom:${name}` as Target,
                            label: t('import.target.custom', { label: name }),
                          }))
                        : []),
                    ]}
                  />
                </td>
                <td className={styles.samples}>{column.samples.join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hidesEmpty && (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          onPress={() => {
            setShowingAll(true);
          }}
        >
          {t('data.preview.emptyColumns', { count: empty })}
        </Button>
      )}
    </>
  );
}
