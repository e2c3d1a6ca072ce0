import { useState, type DragEvent } from 'react';
import { formatClock } from '#shared/i18n/format.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { localNow } from '../../../platform/clock.ts';
import { useDescribeError, useT } from '../../../platform/language.tsx';
import { usePaste } from '../../../ui/keys/use-paste.ts';
import { addFiles } from './add-files.ts';

/** Adds files to the customer, or to one of the archive's own fields. */
export type AddFiles = (files: readonly File[], fieldId?: string) => void;

export function useAddFiles(dossier: Dossier | undefined): AddFiles {
  const t = useT();
  const commit = useCommit();
  const describeError = useDescribeError();
  return (files, fieldId) => {
    if (!dossier || files.length === 0 || dossier.customer.deletedAt !== undefined) return;
    const { customer, attachment } = dossier;
    void addFiles({ customer, here: attachment, fieldId }, files, { commit, t, describeError });
  };
}

/** Files being dragged over something, and dropped there. */
export function useFileDrop(onDrop: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  const dropping = {
    'data-dropping': isOver,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      setOver(false);
      // Something inside may have taken them.
      if (event.defaultPrevented) return;
      event.preventDefault();
      onDrop([...event.dataTransfer.files]);
    },
  };
  return { isOver, dropping };
}

/** The ways in which files come to a card: chosen, dropped anywhere on it, or pasted as a picture. */
export function useFileArrivals(dossier: Dossier | undefined) {
  const t = useT();
  const add = useAddFiles(dossier);
  const { isOver, dropping } = useFileDrop(add);

  usePaste(({ text, files }, event) => {
    // Copied cells and words bring a picture of themselves along: they are meant as text.
    if (files.length === 0 || text !== '') return;
    event.preventDefault();
    add(files.map((file) => named(file, t('files.pasted', { when: pasteTime() }))));
  });

  return { add, isOver, dropping };
}

/** A picture from the clipboard is called `image.png` by every system. */
function named(file: File, name: string): File {
  if (!/^image\.\w+$/i.test(file.name)) return file;
  return new File([file], `${name}.${file.name.split('.').at(-1) ?? 'png'}`, { type: file.type });
}

function pasteTime(): string {
  const now = localNow();
  return `${now.slice(0, 10)} ${formatClock(now).replace(':', '.')}`;
}
