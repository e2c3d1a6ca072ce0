import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { IntroducedRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { Tree } from '../../../ui/tree/tree.tsx';
import { readIntroductions } from './read-introductions.ts';
import styles from './relations.module.css';

export interface IntroductionsDialogProps {
  /** The tree that this customer stands in; all of them when absent. */
  customerId?: CustomerId | undefined;
  onClose: () => void;
}

/** Who introduced whom, and what it brought, as an outline. */
export function IntroductionsDialog({ customerId, onClose }: IntroductionsDialogProps) {
  const t = useT();
  const { formats } = useKit();
  /** Turned by hand, against what is open at first: the way down to the customer. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const { data } = useEngineQuery(
    `introductions:${customerId ?? ''}:${[...turned].toSorted().join()}`,
    (engine) => readIntroductions(engine, customerId ?? null, turned),
    { keepsPrevious: true, passing: true },
  );
  const words = ({ all, allFen, direct }: IntroducedRow) =>
    direct === 0
      ? ''
      : t(all === direct ? 'relations.brought' : 'relations.broughtOver', {
          direct,
          all,
          amount: formats.wholeAmount(allFen),
        });
  return (
    <Dialog title={t('palette.introductions')} isOpen onClose={onClose} size="normal">
      {data?.rows.length === 0 && (
        <EmptyState title={t('relations.noIntroductions')}>{t('relations.noIntroductionsText')}</EmptyState>
      )}
      {data && data.above > 0 && <p className={styles.muted}>{t('relations.moreAbove', { count: data.above })}</p>}
      {data && data.rows.length > 0 && (
        <Tree
          label={t('relations.introductions')}
          start={customerId}
          onToggle={(id) => {
            const next = new Set(turned);
            if (!next.delete(id)) next.add(id);
            setTurned(next);
          }}
          onEnter={(id) => {
            onClose();
            navigate({ screen: 'customers', customerId: id as CustomerId });
          }}
          nodes={data.rows.map((row) => ({
            id: row.id,
            level: row.level,
            isOpen: row.direct === 0 ? null : data.open.has(row.id),
            children: (
              <span className={styles.introduced} data-here={row.id === customerId || undefined}>
                <span>{row.name}</span>
                {row.isInBin && <span className={styles.muted}>{t('relations.inBin')}</span>}
                <span className={styles.muted}>
                  <Amount fen={row.totalFen} isWhole />
                </span>
                <span className={styles.muted}>{words(row)}</span>
              </span>
            ),
          }))}
        />
      )}
      {data && data.hidden > 0 && (
        <p className={styles.muted}>{t('relations.moreIntroducers', { count: data.hidden })}</p>
      )}
    </Dialog>
  );
}
