import { ScanSearch } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Translate } from '#shared/i18n/translate.ts';
import { MergeDialog } from '../../../display/merge/merge-dialog-later.ts';
import type { DuplicatePair, DuplicateScan } from '../../../engine/api.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { ProgressBar } from '../../../ui/feedback/progress-bar.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import styles from './duplicates.module.css';
import { PairRow } from './pair-row.tsx';
import { keyOfPair, useDuplicates, type Duplicates } from './use-duplicates.ts';

interface DuplicatesSectionProps {
  isWanted: boolean;
  onBegun: () => void;
}

const verdicts = ['same', 'household', 'contact', 'branch'] as const satisfies DuplicatePair['verdict'][];

/** Whom was compared with whom, and who came since. */
function saidOf({ pairs, customers, added }: DuplicateScan, t: Translate): string {
  if (customers === 0 && added > 0) return t('duplicates.notYet', { count: added });
  const compared = t(pairs.length === 0 ? 'duplicates.none' : 'duplicates.found', { customers });
  return added > 0 ? `${compared} ${t('duplicates.added', { count: added })}` : compared;
}

/** Customers who may be one: found, looked at side by side, and decided one after the other. */
export function DuplicatesSection({ isWanted, onBegun }: DuplicatesSectionProps) {
  const t = useT();
  const duplicates = useDuplicates();
  const { finding, open, setOpen, find, stop } = duplicates;
  const begin = useEffectEvent(() => {
    onBegun();
    if (finding.is !== 'busy') void find();
  });
  useEffect(() => {
    if (isWanted) begin();
  }, [isWanted]);
  return (
    <Section
      title={t('duplicates.title')}
      intro={[
        t('duplicates.intro'),
        ...(finding.is === 'idle' && duplicates.isKnown ? [t('duplicates.anew')] : []),
      ].join(' ')}
      actions={
        finding.is === 'busy' ? (
          <Button onPress={stop}>{t('duplicates.stop')}</Button>
        ) : (
          <Button icon={<ScanSearch />} onPress={() => void find()}>
            {t(finding.is === 'done' ? 'duplicates.again' : 'duplicates.find')}
          </Button>
        )
      }
    >
      {finding.is === 'busy' && (
        <ProgressBar label={t('duplicates.finding')} done={finding.done} total={finding.total} />
      )}
      {finding.is === 'done' && (
        <p role="status" className={styles.summary}>
          {saidOf(finding.scan, t)}
        </p>
      )}
      {finding.is === 'done' &&
        verdicts.map((verdict) => <PairList key={verdict} verdict={verdict} duplicates={duplicates} />)}
      {open && (
        <MergeDialog
          key={keyOfPair(open)}
          ids={[open.a.id, open.b.id]}
          onClose={() => {
            setOpen(null);
          }}
          onMerged={(survivor) => {
            duplicates.merged(open, survivor);
          }}
          otherwise={<Button onPress={() => void duplicates.tellApart(open)}>{t('duplicates.notSame')}</Button>}
        />
      )}
    </Section>
  );
}

function PairList({ verdict, duplicates }: { verdict: DuplicatePair['verdict']; duplicates: Duplicates }) {
  const t = useT();
  const { finding } = duplicates;
  if (finding.is !== 'done') return null;
  const pairs = finding.scan.pairs.filter((pair) => pair.verdict === verdict);
  if (pairs.length === 0) return null;
  const more = finding.scan.counts[verdict] - pairs.length;
  return (
    <>
      <h3 className={styles.heading}>
        {t(`duplicates.${verdict}`)} <span className={styles.muted}>{finding.scan.counts[verdict]}</span>
      </h3>
      <ul className={styles.pairs} aria-label={t(`duplicates.${verdict}`)}>
        {pairs.map((pair) => (
          <PairRow key={keyOfPair(pair)} pair={pair} duplicates={duplicates} />
        ))}
      </ul>
      {more > 0 && <p className={styles.muted}>{t('duplicates.more', { count: more })}</p>}
    </>
  );
}
