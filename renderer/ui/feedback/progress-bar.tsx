import type { ReactNode } from 'react';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { Button } from '../actions/button.tsx';
import { useKit } from '../theme/kit-provider.tsx';
import styles from './progress-bar.module.css';
import { useRemainingMinutes } from './remaining-time.ts';

export interface ProgressBarProps {
  label: string;
  done: number;
  /** 0 when it is not known yet. */
  total: number;
  /** Muted words under the bar. */
  detail?: ReactNode;
  /** The user does it, who knows how long it takes. */
  byHand?: boolean;
  onCancel?: () => void;
}

export function ProgressBar({ label, done, total, detail, byHand = false, onCancel }: ProgressBarProps) {
  const { words } = useKit();
  const minutes = useRemainingMinutes(done, byHand ? 0 : total);
  return (
    <div className={styles.row}>
      <AriaProgressBar
        className={styles.progress ?? ''}
        value={done}
        maxValue={total > 0 ? total : 1}
        isIndeterminate={total <= 0}
      >
        {({ percentage, valueText, isIndeterminate }) => (
          <>
            <div className={styles.words}>
              <Label>{label}</Label>
              {!isIndeterminate && (
                <span>
                  {minutes !== null && <span className={styles.remaining}>{words.remaining(minutes)}</span>}
                  {valueText}
                </span>
              )}
            </div>
            <div className={styles.track}>
              <div
                className={isIndeterminate ? styles.moving : styles.fill}
                style={isIndeterminate ? undefined : { inlineSize: `${String(percentage ?? 0)}%` }}
              />
            </div>
          </>
        )}
      </AriaProgressBar>
      {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      {onCancel && (
        <Button kind="quiet" size="small" onPress={onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  );
}
