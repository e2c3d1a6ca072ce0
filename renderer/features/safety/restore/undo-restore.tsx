import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { useMain } from '../use-main.ts';
import styles from './restore-dialog.module.css';

const dayMs = 24 * 60 * 60 * 1000;

/** For thirty days after a restore: the way back to what was there before it. */
export function UndoRestore({ onUndo }: { onUndo: (backupId: string) => void }) {
  const t = useT();
  const { formats } = useKit();
  const [openedAtMs] = useState(() => Date.now());
  const [answer] = useMain('restore/undoable', {});
  if (!answer?.undo) return null;
  const { backupId, madeAt, until, counts } = answer.undo;
  const days = Math.max(1, Math.ceil((Date.parse(until) - openedAtMs) / dayMs));
  return (
    <div className={styles.undo}>
      <Banner
        tone="info"
        title={t('trust.undoRestore')}
        actions={
          <Button
            size="small"
            icon={<Undo2 />}
            onPress={() => {
              onUndo(backupId);
            }}
          >
            {t('trust.undoRestore.go')}
          </Button>
        }
      >
        {t('trust.undoRestore.detail', { when: formats.instant(madeAt), customers: counts['customer'] ?? 0, days })}
      </Banner>
    </div>
  );
}
