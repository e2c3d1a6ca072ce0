import { MoreHorizontal, Pin } from 'lucide-react';
import { useState } from 'react';
import { fileKindOf } from '#shared/attachments/file-kind.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { formatBytes } from '#shared/i18n/format-bytes.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { DateText } from '../../../ui/text/date-text.tsx';
import { HiddenText } from '../../../ui/text/hidden-text.tsx';
import { FileDialog } from '../dialogs.ts';
import { FileSign } from './file-sign.tsx';
import styles from './files.module.css';
import { useFileActions } from './use-file-actions.ts';

interface FileRowProps {
  file: Attachment;
  onOpen: () => void;
  /** The field that it belongs to stands beside it already. */
  isInField?: boolean;
}

export function FileRow({ file, onOpen, isInField = false }: FileRowProps) {
  const t = useT();
  const definitions = useFieldDefinitions();
  const language = useLanguage();
  const actions = useFileActions(file);
  const [isEditing, setEditing] = useState(false);
  const { name, note, pinned, sizeBytes, addedAt, fieldId } = file;
  const field = isInField ? undefined : definitions.find(({ id }) => id === fieldId)?.label;
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} onClick={onOpen}>
        <HiddenText>{t('files.show')}</HiddenText>
        <FileSign file={file} />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.detail}>
            {pinned && <Pin aria-label={t('files.pin')} size={11} />}
            {formatBytes(language, sizeBytes)} · <DateText value={addedAt.slice(0, 10)} />
            {[field, note].map((part) => part !== undefined && ` · ${part}`)}
          </span>
        </span>
      </button>
      <Menu
        label={t('files.actions', { name })}
        trigger={<IconButton label={t('files.actions', { name })} size="small" icon={<MoreHorizontal />} />}
        groups={[
          {
            id: 'card',
            entries: [
              {
                id: 'details',
                label: t('files.details'),
                onAction: () => {
                  setEditing(true);
                },
              },
              { id: 'pin', label: t(pinned ? 'files.unpin' : 'files.pin'), onAction: () => void actions.pin() },
            ],
          },
          {
            id: 'out',
            entries: [
              { id: 'save', label: t('files.saveAs'), onAction: () => void actions.saveAs() },
              ...(fileKindOf(file) === 'program'
                ? []
                : [{ id: 'open', label: t('files.openWith'), onAction: () => void actions.openWith() }]),
            ],
          },
          {
            id: 'remove',
            entries: [
              { id: 'remove', label: t('files.remove'), isDanger: true, onAction: () => void actions.remove() },
            ],
          },
        ]}
      />
      {isEditing && (
        <FileDialog
          file={file}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </li>
  );
}
