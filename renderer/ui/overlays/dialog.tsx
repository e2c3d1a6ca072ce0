import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../actions/icon-button.tsx';
import { useScrollStop } from '../layout/scroll-stop.ts';
import { classNames } from '../theme/class-names.ts';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  children: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** Buttons, the most likely one last. */
  footer?: ReactNode;
  /** What stands apart from them at the other end, such as deleting. */
  footerStart?: ReactNode;
  size?: 'small' | 'normal' | 'wide';
  /** False when leaving by Escape or a click outside would lose work that is under way. */
  isDismissable?: boolean;
  role?: 'dialog' | 'alertdialog';
}

/** A window over everything. Focus stays inside and returns to where it was. */
export function Dialog({
  title,
  children,
  isOpen,
  onClose,
  footer,
  footerStart,
  size = 'normal',
  isDismissable = true,
  role = 'dialog',
}: DialogProps) {
  const { words } = useKit();
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles.veil ?? ''}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {isDismissable && <IconButton label={words.close} icon={<X />} onPress={onClose} />}
          </header>
          <DialogBody>{children}</DialogBody>
          {footer !== undefined && (
            <footer className={styles.footer}>
              {footerStart !== undefined && <div className={styles.start}>{footerStart}</div>}
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <div ref={body} className={styles.body} tabIndex={useScrollStop(body)}>
      {children}
    </div>
  );
}
