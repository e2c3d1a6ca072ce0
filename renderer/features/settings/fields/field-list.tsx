import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Ellipsis, Pencil, Shuffle, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Edit } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import { moveField, putField } from './field-edits.ts';
import { FieldDialog } from './field-dialog.tsx';
import { classNames } from '../../../ui/theme/class-names.ts';
import lineStyles from '../lines.module.css';
import styles from './fields.module.css';
import { RetypeDialog } from './retype-dialog.tsx';

interface FieldListProps {
  label: string;
  /** In their order. */
  fields: readonly CustomField[];
  /** Customers with a value, by the field. */
  counts: ReadonlyMap<string, number>;
  /** Without room for what is said of them. */
  isNarrow?: boolean;
}

/** Fields one below the other, each with what can be done to it. */
export function FieldList({ label, fields, counts, isNarrow = false }: FieldListProps) {
  return (
    <ul className={classNames(lineStyles.lines, isNarrow && styles.narrow)} aria-label={label}>
      {fields.map((field, at) => (
        <FieldLine
          key={field.id}
          field={field}
          fields={fields}
          count={counts.get(field.id) ?? 0}
          isFirst={at === 0}
          isLast={at === fields.length - 1}
        />
      ))}
    </ul>
  );
}

interface FieldLineProps {
  field: CustomField;
  fields: readonly CustomField[];
  count: number;
  isFirst: boolean;
  isLast: boolean;
}

function FieldLine({ field, fields, count, isFirst, isLast }: FieldLineProps) {
  const t = useT();
  const join = useJoin();
  const commit = useCommit();
  const [isOpen, setOpen] = useState<'edit' | 'retype' | null>(null);
  const { label, type, kinds = [], group, required, unique, archived } = field;
  const close = () => {
    setOpen(null);
  };
  const write = (edits: Edit[], sentence: string) =>
    void commit((engine) => engine.commit('field/edit', edits), sentence);
  const open: MenuEntry[] = [
    {
      id: 'edit',
      label: t('fields.edit'),
      icon: <Pencil />,
      onAction: () => {
        setOpen('edit');
      },
    },
    {
      id: 'retype',
      label: t('fields.retype'),
      icon: <Shuffle />,
      isDisabled: type === 'formula',
      detail: type === 'formula' ? t('fields.retypeNot') : undefined,
      onAction: () => {
        setOpen('retype');
      },
    },
    {
      id: 'archive',
      label: t('fields.archive'),
      icon: <Archive />,
      onAction: () => {
        write([putField(field, { archived: true })], t('fields.archivedOne', { field: label }));
      },
    },
  ];
  const putAway: MenuEntry[] = [
    {
      id: 'restore',
      label: t('fields.restore'),
      icon: <ArchiveRestore />,
      onAction: () => {
        write([putField(field, { archived: undefined })], t('fields.restoredOne', { field: label }));
      },
    },
    {
      id: 'delete',
      label: t('fields.delete'),
      icon: <Trash2 />,
      isDisabled: count > 0,
      detail: count > 0 ? t('fields.deleteNot') : undefined,
      onAction: () => {
        write([{ table: 'customField', id: field.id, after: null }], t('fields.deletedOne', { field: label }));
      },
    },
  ];
  return (
    <li className={lineStyles.line}>
      <button
        type="button"
        className={styles.name}
        aria-label={`${t('fields.edit')}: ${label}`}
        onClick={() => {
          setOpen('edit');
        }}
      >
        {label}
      </button>
      <Chip>{t(`fields.type.${type}`)}</Chip>
      <span className={lineStyles.about}>
        {[
          group,
          join(kinds.map((kind) => t(`kind.${kind}`))),
          required === true && t('fields.required'),
          unique === true && t('fields.unique'),
        ]
          .filter((part) => part !== undefined && part !== '' && part !== false)
          .join(' · ')}
      </span>
      <span className={lineStyles.count}>{t('fields.count', { count })}</span>
      {archived !== true && (
        <>
          <IconButton
            size="small"
            label={t('fields.up', { field: label })}
            icon={<ArrowUp />}
            isDisabled={isFirst}
            onPress={() => {
              write(moveField(fields, field.id, -1), t('fields.moved', { field: label }));
            }}
          />
          <IconButton
            size="small"
            label={t('fields.down', { field: label })}
            icon={<ArrowDown />}
            isDisabled={isLast}
            onPress={() => {
              write(moveField(fields, field.id, 1), t('fields.moved', { field: label }));
            }}
          />
        </>
      )}
      <Menu
        label={t('fields.more', { field: label })}
        trigger={<IconButton size="small" label={t('fields.more', { field: label })} icon={<Ellipsis />} />}
        groups={[{ id: 'all', entries: archived === true ? putAway : open }]}
      />
      {isOpen === 'edit' && <FieldDialog field={field} fields={fields} onClose={close} />}
      {isOpen === 'retype' && <RetypeDialog field={field} onClose={close} />}
    </li>
  );
}
