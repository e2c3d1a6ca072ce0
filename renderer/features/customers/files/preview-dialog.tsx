import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { falsePromiseOf, fileKindOf } from '#shared/attachments/file-kind.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { isComposing, isTyping } from '../../../ui/theme/keyboard.ts';
import styles from './files.module.css';
import { FileView } from './file-view.tsx';
import { useFileActions } from './use-file-actions.ts';

export interface PreviewDialogProps {
  files: readonly Attachment[];
  id: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** A file as large as the window allows; the arrow keys turn to its neighbours. */
export function PreviewDialog({ files, id, onShow, onClose }: PreviewDialogProps) {
  const at = files.findIndex((file) => file.id === id);
  const file = files[at];
  const step = (by: number) => {
    // Around the end, so that no button goes out of use under the focus.
    const next = files[(at + by + files.length) % files.length];
    if (next) onShow(next.id);
  };
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event) || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    step(event.key === 'ArrowLeft' ? -1 : 1);
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      handleKey(event);
    };
    window.addEventListener('keydown', handle);
    return () => {
      window.removeEventListener('keydown', handle);
    };
  }, []);
  if (!file) return null;
  return <Preview file={file} onStep={files.length > 1 ? step : null} onClose={onClose} />;
}

interface PreviewProps {
  file: Attachment;
  /** `null` when there is nowhere to go. */
  onStep: ((by: number) => void) | null;
  onClose: () => void;
}

function Preview({ file, onStep, onClose }: PreviewProps) {
  const t = useT();
  const actions = useFileActions(file);
  const kind = fileKindOf(file);
  const promised = falsePromiseOf(file);
  return (
    <Dialog
      title={file.name}
      isOpen
      onClose={onClose}
      size="wide"
      footerStart={
        onStep && (
          <>
            <IconButton
              label={t('files.previous')}
              keys="ArrowLeft"
              icon={<ChevronLeft />}
              onPress={() => {
                onStep(-1);
              }}
            />
            <IconButton
              label={t('files.next')}
              keys="ArrowRight"
              icon={<ChevronRight />}
              onPress={() => {
                onStep(1);
              }}
            />
          </>
        )
      }
      footer={
        <>
          {kind !== 'program' && <Button onPress={() => void actions.openWith()}>{t('files.openWith')}</Button>}
          <Button kind="primary" onPress={() => void actions.saveAs()}>
            {t('files.saveAs')}
          </Button>
        </>
      }
    >
      <div className={styles.viewer}>
        {promised !== null && (
          <Banner
            tone="warn"
            title={t('files.notAsNamed', { named: t(`files.kind.${promised}`), found: t(`files.kind.${kind}`) })}
          />
        )}
        <FileView key={file.sha256} file={file} />
      </div>
    </Dialog>
  );
}
