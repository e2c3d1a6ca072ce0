import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { IntroducedRow } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import { Tree } from '../../../ui/tree/tree.tsx';
import styles from './relations.module.css';

export interface IntroductionsDialogProps {
  /** The tree that this customer stands in; all of them when absent. */
  customerId?: CustomerId | undefined;
  onClose: () => void;
}

/** More cannot be looked through; they come in the order of what they brought. */
const mostBelow = 200;

interface Standing extends IntroducedRow {
  level: number;
}

/** Who introduced whom, and what it brought, as an outline. */
export function IntroductionsDialog({ customerId, onClose }: IntroductionsDialogProps) {
  const t = useT();
  const { formats } = useKit();
  /** Turned by hand, against what is open at first: the way down to the customer. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const { data } = useEngineQuery(
    `introductions:${customerId ?? ''}:${[...turned].toSorted().join()}`,
    (engine) => readTree(engine, customerId ?? null, turned),
    { keepsPrevious: true, passing: true },
  );
  const words = ({ all, allFen, direct }: IntroducedRow) =>
    direct === 0
      ? ''
      : t(all === direct ? 'relations.brought' : 'relations.broughtOver', {
          direct,
          all,
          amount: formats.amount(Math.round(allFen / 100) * 100),
        });
  return (
    <Dialog title={t('relations.introductions')} isOpen onClose={onClose} size="normal">
      {data?.rows.length === 0 && (
        <EmptyState title={t('relations.noIntroductions')}>{t('relations.noIntroductionsText')}</EmptyState>
      )}
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
            label: [row.name, formats.amount(row.totalFen), words(row)].filter(Boolean).join(' · '),
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

/** The outline as it is open now, from top to bottom. */
async function readTree(
  engine: Engine,
  customerId: CustomerId | null,
  turned: ReadonlySet<string>,
): Promise<{ rows: Standing[]; open: ReadonlySet<string>; hidden: number }> {
  const above = customerId === null ? [] : await engine.introducers(customerId);
  const open = new Set([...above.map(({ id }) => id as string), ...(customerId === null ? [] : [customerId])]);
  for (const id of turned) if (!open.delete(id)) open.add(id);
  const rows: Standing[] = [];
  let hidden = 0;
  const unfold = async (row: IntroducedRow, level: number): Promise<void> => {
    rows.push({ ...row, level });
    if (!open.has(row.id)) return;
    const below = await engine.introduced(row.id, mostBelow);
    hidden += below.total - below.rows.length;
    for (const each of below.rows) await unfold(each, level + 1);
  };
  if (customerId === null) {
    const top = await engine.introduced(null, mostBelow);
    hidden += top.total - top.rows.length;
    for (const row of top.rows) await unfold(row, 1);
  } else {
    const { of } = await engine.introduced(above.at(-1)?.id ?? customerId, 0);
    if (of) await unfold(of, 1);
  }
  return { rows, open, hidden };
}
