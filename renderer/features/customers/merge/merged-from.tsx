import { Merge } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#shared/domain/customer/customer.ts';
import { LaterWorkQuestion } from '../../../display/history/later-work-question.tsx';
import type { MergedCustomer } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { InstantText } from '../../../ui/text/date-text.tsx';
import styles from './merged-from.module.css';

export interface MergedFromProps {
  customer: Customer;
  merged: readonly MergedCustomer[];
}

/** Who else this customer was, and the way back. */
export function MergedFrom({ customer, merged }: MergedFromProps) {
  const t = useT();
  if (merged.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('merge.from')}>
      {merged.map((each) => (
        <MergedLine key={each.id} merged={each} customer={customer} />
      ))}
    </ul>
  );
}

function MergedLine({
  merged: { id, name, code, mergedAt, records, with: along },
  customer,
}: {
  merged: MergedCustomer;
  customer: Customer;
}) {
  const t = useT();
  const engine = useEngine();
  const commit = useCommit();
  const [isAsking, setAsking] = useState(false);
  const done = t('merge.unmerged', { name, survivor: customer.name });
  const takeOut = useOneAtATime(async () => {
    const { conflicts } = await engine.previewUnmerge(id).catch(() => ({ conflicts: [] }));
    // What stands in the way of it altogether is told by the attempt.
    if (conflicts.length > 0) setAsking(true);
    else await commit((writing) => writing.unmerge(id), done);
  });
  return (
    <li className={styles.line}>
      <Merge aria-hidden="true" />
      <span className={styles.text}>
        {t('merge.fromName', { name })}
        <span className={styles.muted}>
          {code} · <InstantText at={mergedAt} /> · {t('merge.records', { count: records })}
          {along && ` · ${t('merge.along', { name: along.name })}`}
        </span>
      </span>
      {along === null && (
        <Button kind="quiet" size="small" onPress={() => void takeOut()}>
          {t('merge.unmerge')}
        </Button>
      )}
      {isAsking && (
        <UnmergeQuestion
          id={id}
          onClose={() => {
            setAsking(false);
          }}
          onDecide={(later) => void commit((writing) => writing.unmerge(id, later), done)}
        />
      )}
    </li>
  );
}

function UnmergeQuestion({
  id,
  onClose,
  onDecide,
}: {
  id: MergedCustomer['id'];
  onClose: () => void;
  onDecide: (later: 'keep' | 'take-back') => void;
}) {
  const { data: preview } = useEngineQuery(`previewUnmerge:${id}`, (engine) => engine.previewUnmerge(id));
  return preview ? <LaterWorkQuestion preview={preview} onClose={onClose} onDecide={onDecide} /> : null;
}
