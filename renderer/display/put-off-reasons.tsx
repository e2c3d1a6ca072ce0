import { useEffect } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { draftOf } from '../engine/draft-of.ts';
import { useCommit } from '../engine/client/use-commit.ts';
import { useT } from '../platform/language.tsx';
import { Button } from '../ui/actions/button.tsx';
import { useShortcuts } from '../ui/keys/use-shortcuts.ts';
import styles from './put-off-reasons.module.css';
import { useCodeWords } from './use-words.ts';

/** A follow-up that was just put off or skipped. */
export interface PutOff {
  customerId: CustomerId;
  followUpId: string;
  title: string;
}

interface PutOffReasonsProps {
  putOff: PutOff;
  onClose: () => void;
}

/** As long as its undo is offered: the digits go back to what they do otherwise. */
const shownMs = 8000;

/** It is put off already; why can be said with one more key, or left. */
export function PutOffReasons({ putOff, onClose }: PutOffReasonsProps) {
  const t = useT();
  const commit = useCommit();
  const reasons = useCodeWords('putOffReason').options().slice(0, 9);
  const { customerId, followUpId, title } = putOff;
  useEffect(() => {
    const timer = window.setTimeout(onClose, shownMs);
    return () => {
      window.clearTimeout(timer);
    };
  }, [followUpId, onClose]);
  const choose = ({ id, label }: { id: string; label: string }) => {
    onClose();
    void commit(
      async (engine) => {
        const { followUp } = await engine.dossier(customerId);
        const record = followUp.find((candidate) => candidate.id === followUpId);
        if (!record) return failWith('archive/not-found');
        const reason = record.status === 'skipped' ? 'follow-up/skip' : 'follow-up/snooze';
        const after = { ...draftOf(record), putOffReason: id };
        return engine.commit(reason, [{ table: 'followUp', id: followUpId, after, seen: record.version }]);
      },
      t('followUps.putOffSaid', { title, reason: label }),
    );
  };
  useShortcuts(t('followUps.putOffWhy', { title }), [
    ...reasons.map((reason, at) => ({
      keys: String(at + 1),
      label: reason.label,
      run: () => {
        choose(reason);
      },
    })),
    { keys: 'Escape', label: t('ui.close'), isUnlisted: true, run: onClose },
  ]);
  return (
    <div className={styles.strip} role="group" aria-label={t('followUps.putOffWhy', { title })}>
      <span className={styles.why}>{t('followUps.putOffWhy', { title })}</span>
      {reasons.map((reason, at) => (
        <Button
          key={reason.id}
          size="small"
          keys={String(at + 1)}
          onPress={() => {
            choose(reason);
          }}
        >
          {reason.label}
        </Button>
      ))}
    </div>
  );
}
