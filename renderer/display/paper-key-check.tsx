import { useState } from 'react';
import { groupsOfPaperKey } from '#shared/crypto/paper-key.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import { useDescribeError, useT } from '../platform/language.tsx';
import { callMain } from '../platform/main-api.ts';
import { refreshInfo } from '../state/session.ts';
import { TextField } from '../ui/fields/text-field.tsx';
import { chooseTwo } from './choose-two.ts';
import styles from './paper-key.module.css';
import { toAppError } from './report-failure.ts';

export interface PaperKeyCheck {
  /** Places of the two groups that are asked for, from 0. */
  asked: readonly [number, number];
  typed: readonly [string, string];
  type: (at: number, text: string) => void;
  error: { at: number; sentence: string } | null;
  isReady: boolean;
  /** Resolves with whether both groups were right; what was wrong is in `error`. */
  confirm: () => Promise<boolean>;
}

/** Whether the paper key was written down: two of its groups, read from the paper. */
export function usePaperKeyCheck(paperKey: string): PaperKeyCheck {
  const describe = useDescribeError();
  // The last group may be shorter and easier; it is not asked for.
  const [asked] = useState(() =>
    chooseTwo(groupsOfPaperKey(paperKey).length - 1, crypto.getRandomValues(new Uint32Array(2))),
  );
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [error, setError] = useState<PaperKeyCheck['error']>(null);

  const confirm = async (): Promise<boolean> => {
    setError(null);
    try {
      await callMain('keys/confirm-paper-key', {
        groups: asked.map((index, at) => ({ index, text: typed[at] ?? '' })),
      });
      await refreshInfo();
      return true;
    } catch (caught) {
      const group = caught instanceof AppFailure ? caught.error.data?.['group'] : undefined;
      setError({ at: group === asked[1] + 1 ? 1 : 0, sentence: describe(toAppError(caught)) });
      return false;
    }
  };
  return {
    asked,
    typed,
    type: (at, text) => {
      setTyped(at === 0 ? [text, typed[1]] : [typed[0], text]);
    },
    error,
    isReady: typed.every((text) => text.trim() !== ''),
    confirm,
  };
}

export function PaperKeyFields({ check, onEnter }: { check: PaperKeyCheck; onEnter: () => void }) {
  const t = useT();
  return (
    <div className={styles.pair}>
      {check.asked.map((index, at) => (
        <TextField
          key={index}
          label={t('first.group', { index: index + 1 })}
          value={check.typed[at] ?? ''}
          onChange={(text) => {
            check.type(at, text);
          }}
          onEnter={onEnter}
          error={check.error?.at === at ? check.error.sentence : undefined}
          maxLength={8}
          autoComplete="off"
          spellCheck="false"
        />
      ))}
    </div>
  );
}
