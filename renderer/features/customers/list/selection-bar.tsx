import { useEffect, type ReactNode } from 'react';
import { CalendarPlus, Copy, Download, MailQuestionMark, Merge, Pencil, Printer, Tag, Trash2, X } from 'lucide-react';
import { mostMerged } from '#shared/merge/merge-fields.ts';
import { reportFailure } from '../../../display/report-failure.ts';
import type { QueryResult } from '../../../engine/api.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { useKit } from '../../../ui/theme/kit-provider.tsx';
import type { BulkKind } from '../bulk/wanted-change.ts';
import { useListState } from '../list-state.ts';
import type { ListDeeds } from '../list-deeds.ts';
import styles from './list.module.css';

interface SelectionBarProps extends Omit<ListDeeds, 'onFilterBy'> {
  /** The list as it is shown: whoever is selected may not be in it any more. */
  result: Pick<QueryResult, 'token' | 'total'> | undefined;
  onCopy: () => void;
}

/** How many are selected, what they come to, and what can be done with all of them. */
export function SelectionBar({ result, onBulk, onCopy, onPrint, onExport, onAsk, onMerge }: SelectionBarProps) {
  const t = useT();
  const { formats } = useKit();
  const engine = useEngine();
  const token = result?.token;
  const selected = useListState((state) => state.selected);
  const select = useListState((state) => state.select);
  const selectionNumber = useListState((state) => state.selectionNumber);
  const { data: sums } = useEngineQuery(
    `selection:${String(selectionNumber)}:${token ?? ''}`,
    (own) => own.summarize([...selected], token),
    { keepsPrevious: true, passing: true },
  );
  // Nothing can be done with whoever went to the bin meanwhile, or into another customer.
  useEffect(() => {
    if (!sums || sums.gone.length === 0) return;
    const gone = new Set(sums.gone);
    const now = [...useListState.getState().selected];
    const left = now.filter((id) => !gone.has(id));
    if (left.length < now.length) select(new Set(left));
  }, [sums, select]);
  const keepListed = async () => {
    if (token === undefined) return;
    const listed = (await engine.ids(token)).filter((id) => selected.has(id));
    select(new Set(listed));
  };
  const action = (kind: BulkKind, icon: ReactNode, label: string) => (
    <Button
      kind="quiet"
      icon={icon}
      onPress={() => {
        onBulk(kind);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className={styles.selection} role="toolbar" aria-label={t('bulk.selected', { count: selected.size })}>
      <strong role="status">{t('bulk.selected', { count: selected.size })}</strong>
      {sums && sums.outside > 0 && (
        <>
          <span className={styles.outside}>{t('bulk.outside', { count: sums.outside })}</span>
          <Button kind="quiet" onPress={() => void keepListed().catch(reportFailure)}>
            {t('bulk.keepListed')}
          </Button>
        </>
      )}
      {sums && (
        <span className={styles.sums}>
          {[
            t('bulk.sum.revenue', { amount: formats.wholeAmount(sums.revenueFen) }),
            t('bulk.sum.purchases', { count: sums.purchases }),
            ...(sums.overdue > 0 ? [t('bulk.sum.overdue', { count: sums.overdue })] : []),
          ].join(' · ')}
        </span>
      )}
      <span className={styles.push} />
      {action('set', <Pencil />, t('bulk.edit'))}
      {action('tag', <Tag />, t('bulk.tag'))}
      {action('follow-up', <CalendarPlus />, t('bulk.plan'))}
      {selected.size >= 2 && selected.size <= mostMerged && (
        <Button kind="quiet" icon={<Merge />} onPress={onMerge}>
          {t('merge.open')}
        </Button>
      )}
      <span className={styles.tools}>
        <IconButton
          label={t('bulk.copy')}
          keys="Mod+C"
          icon={<Copy />}
          isDisabled={result?.total === 0}
          onPress={onCopy}
        />
        <IconButton label={t('exports.openSelected')} icon={<Download />} onPress={onExport} />
        <IconButton label={t('selfUpdate.askSelected')} icon={<MailQuestionMark />} onPress={onAsk} />
        <IconButton label={t('print.open')} icon={<Printer />} onPress={onPrint} />
        <IconButton
          label={t('bulk.delete')}
          icon={<Trash2 />}
          onPress={() => {
            onBulk('delete');
          }}
        />
        <IconButton
          label={t('bulk.clear')}
          keys="Esc"
          icon={<X />}
          onPress={() => {
            select(new Set());
          }}
        />
      </span>
    </div>
  );
}
