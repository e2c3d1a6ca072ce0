import { useEffect, useRef, useState } from 'react';
import { nothingChanged, withFileChange, withMends, withoutMends, type KeptMends } from '#shared/imports/kept-mends.ts';
import { useEngineAccess } from '../../engine/client/engine-context.tsx';
import type { FileDescription, PreviewChange } from './protocol.ts';

const place = { kind: 'mends' } as const;

export interface MendsOfFiles {
  files: readonly KeptMends[];
  /** Another file is open: what was put right in it before, `null` for nothing. */
  begin: (file: FileDescription) => KeptMends['change'] | null;
  /** The file that is open was changed. */
  add: (file: FileDescription, change: PreviewChange) => void;
  forget: (sha256: string) => void;
}

/** What was put right in files that are not imported yet. It survives a crash and the lock. */
export function useKeptMends(): MendsOfFiles {
  const { unsaved } = useEngineAccess();
  const [files, setFiles] = useState<readonly KeptMends[]>(() => unsaved.read(place)?.files ?? []);
  // Several cells may be put right before the screen is drawn again.
  const latest = useRef({ files, openFile: '', change: nothingChanged });
  useEffect(
    () =>
      unsaved.onForgotten(() => {
        const { openFile, change } = latest.current;
        const left = unsaved.read(place)?.files ?? [];
        const cells = left.find(({ sha256 }) => sha256 === openFile)?.change.cells ?? [];
        latest.current = { files: left, openFile, change: { ...change, cells } };
        setFiles(left);
      }),
    [unsaved],
  );
  const keep = (next: KeptMends[]) => {
    latest.current.files = next;
    setFiles(next);
    unsaved.keep(place, next.length === 0 ? null : { files: next });
  };
  return {
    files,
    begin: ({ sha256 }) => {
      const left = latest.current.files.find((file) => file.sha256 === sha256)?.change ?? null;
      latest.current.openFile = sha256;
      latest.current.change = left ?? nothingChanged;
      return left;
    },
    add: ({ fileName, sha256 }, change) => {
      const next = withFileChange(latest.current.change, change);
      latest.current.change = next;
      // How a file is read is seen again at once; what was typed is not.
      if (next.cells.length > 0) keep(withMends(latest.current.files, { fileName, sha256, change: next }));
    },
    forget: (sha256) => {
      latest.current.change = nothingChanged;
      if (latest.current.files.some((file) => file.sha256 === sha256)) keep(withoutMends(latest.current.files, sha256));
    },
  };
}
