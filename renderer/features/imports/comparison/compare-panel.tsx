import { useState } from 'react';
import type { ComparedFact } from '#shared/comparison/difference.ts';
import type { Decision } from '#shared/comparison/kept-decisions.ts';
import { unitOf } from '#shared/imports/unit.ts';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useFactWords } from '../../../display/merge/use-fact-words.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { TabStrip } from '../../../ui/actions/tab-strip.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts';
import { Section } from '../../../ui/layout/section.tsx';
import { ReadingLine } from '../reading-line.tsx';
import type { ComparisonSummary, ShownLines } from '../protocol.ts';
import type { Step } from '../step.ts';
import type { ImportFlow } from '../use-import.ts';
import styles from './comparison.module.css';
import { factName } from './line-cells.tsx';
import { LineGrid } from './line-grid.tsx';
import { MissingPile, useMissing } from './missing-pile.tsx';

const tabs = ['changed', 'new', 'missing', 'same'] as const;
type Tab = (typeof tabs)[number];

interface ComparePanelProps {
  step: Extract<Step, { name: 'compare' }>;
  flow: ImportFlow;
}

/** A list of customers beside the archive: what it says otherwise, who is new, who is not in it, and who is the same. */
export function ComparePanel({ step: { summary, reading, fileName, isBroughtBack }, flow }: ComparePanelProps) {
  const t = useT();
  const client = flow.client();
  const unit = unitOf(fileName);
  const { counts, decided, facts, unreadableRows } = summary;
  const [tab, setTab] = useState<Tab>(counts.changed > 0 || counts.new === 0 ? 'changed' : 'new');
  const [wanted, setFact] = useState<ComparedFact | null>(null);
  const missing = useMissing(client, fileName, summary.revision);
  const fact = facts.some((each) => each.fact === wanted) ? wanted : null;
  const open = facts.reduce((sum, { count }) => sum + count, 0) + counts.new;
  const decisions = decided.taken + decided.kept + decided.added + decided.leftOut;
  const sizes = { changed: counts.changed, new: counts.new, same: counts.same, missing: missing.total };
  const shown: ShownLines | null = tab === 'missing' ? null : { pile: tab, fact: tab === 'changed' ? fact : null };
  const isEmpty = tab === 'new' ? counts.new + counts['left-out'] === 0 : sizes[tab] === 0;

  useShortcuts(t('comparison.title'), [
    { keys: 'Left', label: t('comparison.ours'), run: null },
    { keys: 'Right', label: t('comparison.theirs'), run: null },
    { keys: 'Backspace', label: t('comparison.undecide'), run: null },
  ]);

  return (
    <Section
      title={t('comparison.title')}
      intro={
        <ReadingLine reading={reading}>
          {open === 0
            ? t('comparison.done')
            : t(tab === 'new' ? 'comparison.leftNew' : 'comparison.left', { count: open })}
          {unreadableRows > 0 && ` ${t('comparison.unreadable', { count: unreadableRows, unit })}`}
        </ReadingLine>
      }
      actions={
        <>
          <Button onPress={flow.backToPreview}>{t('data.back')}</Button>
          <Button onPress={flow.close}>{t('data.other')}</Button>
          <Button
            kind="primary"
            isDisabled={decisions === 0 || reading !== null}
            onPress={() => void flow.writeDecisions()}
          >
            {t('comparison.write', { count: decisions })}
          </Button>
        </>
      }
    >
      {isBroughtBack && <UnsavedNote text={t('comparison.broughtBack')} onDiscard={() => void flow.undecideAll()} />}
      <TabStrip
        label={t('comparison.piles')}
        chosenId={tab}
        onChoose={(id) => {
          setTab(id as Tab);
        }}
        tabs={tabs.map((id) => ({
          id,
          label: t(`comparison.pile.${id}`),
          detail: sizes[id].toLocaleString(),
          spoken: `${t(`comparison.pile.${id}`)} ${sizes[id].toLocaleString()}`,
        }))}
      />
      {shown && !isEmpty && shown.pile !== 'same' && (
        <DecideAll summary={summary} shown={shown} onFact={setFact} onDecide={(each) => void flow.decide(each)} />
      )}
      {shown && !isEmpty && (
        <LineGrid
          key={`${shown.pile} ${shown.fact ?? ''}`}
          client={client}
          shown={shown}
          summary={summary}
          unit={unit}
          onDecide={(each) => void flow.decide(each)}
        />
      )}
      {tab === 'missing' && <MissingPile missing={missing} />}
      {shown && isEmpty && <p className={styles.quiet}>{t(`comparison.none.${shown.pile}`)}</p>}
    </Section>
  );
}

interface DecideAllProps {
  summary: ComparisonSummary;
  shown: ShownLines;
  onFact: (fact: ComparedFact | null) => void;
  onDecide: (decision: Decision) => void;
}

/** Decides everything that is shown at once; of differences those in one fact, or all. */
function DecideAll({ summary: { facts }, shown, onFact, onDecide }: DecideAllProps) {
  const t = useT();
  const words = useFactWords({});
  const isNew = shown.pile === 'new';
  const all = (choice: Decision['choice']) => () => {
    onDecide({ ...shown, line: null, difference: null, choice });
  };
  const total = facts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={styles.bar}>
      <div className={styles.grow}>
        {!isNew && (
          <Select
            label={t('comparison.fact')}
            value={shown.fact ?? 'all'}
            onChange={(id) => {
              onFact(id === 'all' ? null : (id as ComparedFact));
            }}
            options={[
              { id: 'all', label: t('comparison.fact.all', { count: total }) },
              ...facts.map((each) => ({
                id: each.fact as string,
                label: t('comparison.fact.one', { fact: factName(each, words, t), count: each.count }),
              })),
            ]}
          />
        )}
      </div>
      <Button kind="quiet" onPress={all(null)}>
        {t('comparison.clear')}
      </Button>
      <Button onPress={all('ours')}>{t(isNew ? 'comparison.allLeaveOut' : 'comparison.allOurs')}</Button>
      <Button onPress={all('theirs')}>{t(isNew ? 'comparison.allTakeIn' : 'comparison.allTheirs')}</Button>
    </div>
  );
}
