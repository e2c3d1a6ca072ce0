import { useState, type ReactNode } from 'react';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import { PreviewDialog } from '../dialogs.ts';

/** The view of one of several files: what opens it, and where it is drawn. */
export function usePreview(files: readonly Attachment[]): { open: (file: Attachment) => void; view: ReactNode } {
  const [openId, setOpenId] = useState<string | null>(null);
  const view = openId !== null && (
    <PreviewDialog
      files={files}
      id={openId}
      onShow={setOpenId}
      onClose={() => {
        setOpenId(null);
      }}
    />
  );
  return {
    view,
    open: ({ id }) => {
      setOpenId(id);
    },
  };
}
