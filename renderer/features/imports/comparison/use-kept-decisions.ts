import { useEffect, useRef, useState } from 'react';
import {
  decisionsAbout,
  withDecision,
  withoutList,
  type Decision,
  type KeptList,
} from '#shared/comparison/kept-decisions.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import type { FileDescription } from '../protocol.ts';

const place = { kind: 'comparison' } as const;

export interface KeptDecisions {
  lists: readonly KeptList[];
  about: (file: FileDescription) => readonly Decision[];
  add: (file: FileDescription, decision: Decision) => void;
  forget: (list: Pick<KeptList, 'fileName' | 'sha256' | 'sheet'>) => void;
}

/** What was decided about lists and is not written yet. It survives a crash and the lock. */
export function useKeptDecisions(): KeptDecisions {
  const { unsaved } = useEngineAccess();
  const [lists, setLists] = useState<readonly KeptList[]>(() => unsaved.read(place)?.lists ?? []);
  // Several decisions may come before the screen is drawn again.
  const latest = useRef(lists);
  useEffect(
    () =>
      unsaved.onForgotten(() => {
        latest.current = unsaved.read(place)?.lists ?? [];
        setLists(latest.current);
      }),
    [unsaved],
  );
  const keep = (next: KeptList[]) => {
    latest.current = next;
    setLists(next);
    unsaved.keep(place, next.length === 0 ? null : { lists: next });
  };
  return {
    lists,
    about: (file) => decisionsAbout(latest.current, file),
    add: (file, decision) => {
      keep(withDecision(latest.current, file, decision));
    },
    forget: (list) => {
      keep(withoutList(latest.current, list));
    },
  };
}
