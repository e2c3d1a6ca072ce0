import { useState, type ReactNode } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { MergeChoices } from '#shared/merge/decide-facts.ts';
import type { MergePreview } from '../../engine/api.ts';
import { useEngineAccess } from '../../engine/client/engine-context.tsx';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useDescribeError, useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { useOneAtATime } from '../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { listCounts } from '../list-counts.ts';
import { FactTable } from './fact-table.tsx';
import styles from './merge.module.css';
import { useFactWords } from './use-fact-words.ts';

export interface MergeDialogProps {
  ids: readonly CustomerId[];
  /** The one that stays at first; the oldest when `null`. */
  survivor?: CustomerId | null;
  onClose: () => void;
  /** They are one now. */
  onMerged: (survivor: CustomerId) => void;
  /** What else can be said of them, beside merging. */
  otherwise?: ReactNode;
}

/** Customers who are one, side by side: what stays of each fact and why, what comes along, and one step to do it. */
export function MergeDialog({ ids, survivor = null, onClose, onMerged, otherwise }: MergeDialogProps) {
  const t = useT();
  const describe = useDescribeError();
  const commit = useCommit();
  const { unsaved } = useEngineAccess();
  const [chosen, setChosen] = useState<{ survivor: CustomerId | null; choices: MergeChoices }>({
    survivor,
    choices: {},
  });
  const [isWhole, setWhole] = useState(false);
  const order = { ids: [...ids], ...chosen };
  const { data: preview, error } = useEngineQuery(
    `merge:${JSON.stringify(order)}`,
    (engine) => engine.previewMerge(order),
    { keepsPrevious: true },
  );
  const merge = useOneAtATime(async () => {
    // What was chosen last counts, also while its outcome is still being thought out.
    const stays = chosen.survivor ?? preview?.customers[0]?.id;
    if (!preview || stays === undefined) return;
    const sentence = t('merge.done', { count: preview.customers.length, name: preview.result.name });
    const committed = await commit((engine) => engine.merge({ ...order, survivor: stays }), sentence);
    if (!committed) return;
    for (const id of ids) if (id !== stays) unsaved.follow(id, stays);
    onMerged(stays);
  });
  const same = preview?.decisions.filter(({ isDifferent }) => !isDifferent).length ?? 0;
  return (
    <Dialog
      isOpen
      size="wide"
      title={t('merge.title', { count: ids.length })}
      onClose={onClose}
      footerStart={
        same > 0 && (
          <Button
            kind="quiet"
            edge="start"
            onPress={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? t('merge.onlyDifferent') : t('merge.alsoSame', { count: same })}
          </Button>
        )
      }
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          {otherwise}
          <Button
            kind="primary"
            autoFocus
            isDisabled={!preview || preview.tooMuch.length > 0}
            onPress={() => void merge()}
          >
            {t('merge.merge')}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="seal" isAlert>
          {describe(error)}
        </Banner>
      )}
      {preview && (
        <>
          <Outcome preview={preview} />
          <FactTable
            preview={preview}
            isWhole={isWhole}
            onChoose={(fact, choice) => {
              setChosen({ ...chosen, choices: { ...chosen.choices, [fact]: choice } });
            }}
            onSurvivor={(id) => {
              setChosen({ ...chosen, survivor: id });
            }}
          />
        </>
      )}
    </Dialog>
  );
}

/** What comes along, under which names and codes the others are found from now on, and what would be too much. */
function Outcome({ preview: { carried, result, customers, tooMuch, names } }: { preview: MergePreview }) {
  const t = useT();
  const { nameOf } = useFactWords(names);
  const counts = listCounts(carried).map(({ table, count }) =>
    t('history.count', { table: t(`table.${table}`), count }),
  );
  const others = [...customers.map(({ name }) => name), ...customers.slice(1).map(({ code }) => code)];
  const known = new Set([result.name, result.code, '']);
  const found = [...new Set(others)].filter((each) => !known.has(each));
  return (
    <div className={styles.outcome} role="status">
      <p>{counts.length === 0 ? t('merge.nothingElse') : t('merge.comesAlong', { what: counts.join(' · ') })}</p>
      {found.length > 0 && (
        <p className={styles.muted}>{t('merge.foundBy', { names: found.join(' · '), name: result.name })}</p>
      )}
      {tooMuch.length > 0 && (
        <Banner tone="warn" isAlert>
          {t('merge.tooMuch', { what: tooMuch.map(nameOf).join(' · ') })}
        </Banner>
      )}
    </div>
  );
}
