import { useEffect, useEffectEvent } from 'react';

/** What was copied, in every form that is taken here. */
export interface Pasted {
  text: string;
  html: string;
  files: readonly File[];
}

/** What is pasted on the page, wherever the focus is; what lies over it, as a dialog does, keeps its own. */
export function usePaste(onPaste: (pasted: Pasted, event: ClipboardEvent) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData: data, target } = event;
    if (!data || (target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]'))) return;
    onPaste({ text: data.getData('text/plain'), html: data.getData('text/html'), files: [...data.files] }, event);
  });
  useEffect(() => {
    const handle = (event: ClipboardEvent): void => {
      paste(event);
    };
    window.addEventListener('paste', handle);
    return () => {
      window.removeEventListener('paste', handle);
    };
  }, []);
}
