import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemKey } from '#shared/imports/problems.ts';
import type { Difference, Side } from '#shared/comparison/difference.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { MergeFact } from '#shared/merge/merge-fields.ts';
import { useFactWords, type FactWords } from '../../../display/merge/use-fact-words.ts';
import { useT } from '../../../platform/language.tsx';
import { GridCell } from '../../../ui/grid/grid.tsx';
import { HiddenText } from '../../../ui/text/hidden-text.tsx';
import type { ComparedLine } from '../protocol.ts';
import styles from './comparison.module.css';

export type ChooseSide = (side: 'ours' | 'theirs') => void;

interface ChoiceCellProps {
  isChosen: boolean;
  isQuiet?: boolean;
  title?: string;
  onChoose: () => void;
  children: ReactNode;
}

/** What one side says; a click says that it is right. The keyboard chooses with the arrow keys. */
function ChoiceCell({ isChosen, isQuiet = false, title, onChoose, children }: ChoiceCellProps) {
  const t = useT();
  return (
    <GridCell isMuted={isQuiet && !isChosen} data-choice data-chosen={isChosen} title={title} onClick={onChoose}>
      <span className={styles.mark}>{isChosen && <Check aria-hidden="true" />}</span>
      {isChosen && <HiddenText>{t('comparison.chosen')}</HiddenText>}
      <span className={styles.said}>{children}</span>
    </GridCell>
  );
}

interface LineCellsProps {
  line: ComparedLine;
  /** What the list is made of. */
  unit: 'card' | 'row';
  onChoose: ChooseSide;
}

/** The cells of a line: whom or what it is about, what the archive says and what the list says. */
export function LineCells({ line, unit, onChoose }: LineCellsProps) {
  const t = useT();
  switch (line.is) {
    case 'difference':
      return <DifferenceCells line={line} onChoose={onChoose} />;
    case 'same':
      return (
        <>
          <GridCell>{line.name}</GridCell>
          <GridCell isMuted>{t('data.problem.line', { line: line.line, unit })}</GridCell>
        </>
      );
    case 'customer':
      return (
        <>
          <Who line={line} unit={unit} />
          <ChoiceCell
            isQuiet
            isChosen={line.choice === 'ours'}
            onChoose={() => {
              onChoose('ours');
            }}
          >
            {t('comparison.ours')}
          </ChoiceCell>
          <ChoiceCell
            isQuiet
            isChosen={line.choice === 'theirs'}
            onChoose={() => {
              onChoose('theirs');
            }}
          >
            {t('comparison.theirs')}
          </ChoiceCell>
        </>
      );
    case 'new': {
      const { facts, resembles, isLeftOut, choice } = line;
      const told = [
        ...(resembles ? [t(problemKey(resembles), resembles.values)] : []),
        ...facts.map(({ field, text }) => (field === 'kind' ? text : `${t(`import.field.${field}`)} ${text}`)),
      ].join(' · ');
      return (
        <>
          <Who line={line} unit={unit} />
          <ChoiceCell
            isQuiet
            isChosen={choice === 'ours'}
            onChoose={() => {
              onChoose('ours');
            }}
          >
            {t(isLeftOut ? 'comparison.leftOut' : 'comparison.leaveOut')}
          </ChoiceCell>
          <ChoiceCell
            isQuiet={isLeftOut}
            isChosen={choice === 'theirs'}
            title={told}
            onChoose={() => {
              onChoose('theirs');
            }}
          >
            {told}
          </ChoiceCell>
        </>
      );
    }
  }
}

interface WhoProps extends Pick<LineCellsProps, 'unit'> {
  line: Extract<ComparedLine, { is: 'customer' | 'new' }>;
}

function Who({ line: { name, line }, unit }: WhoProps) {
  const t = useT();
  return (
    <GridCell>
      <strong className={styles.name}>{name}</strong>{' '}
      <span className={styles.row}>{t('data.problem.line', { line, unit })}</span>
    </GridCell>
  );
}

function DifferenceCells({
  line: { fact, label, ours, theirs, choice, names },
  onChoose,
}: {
  line: Extract<ComparedLine, { is: 'difference' }>;
  onChoose: ChooseSide;
}) {
  const t = useT();
  const words = useFactWords(names);
  const say = (side: Side) =>
    ('part' in side ? words.linesOf(fact as MergeFact, side.part) : side.lines).join(fact === 'note' ? ' ' : ' · ');
  const [here, there] = [say(ours), say(theirs)];
  return (
    <>
      <GridCell>
        <span className={styles.fact}>{factName({ fact, label }, words, t)}</span>
      </GridCell>
      <ChoiceCell
        isChosen={choice === 'ours'}
        isQuiet={here === ''}
        title={here}
        onChoose={() => {
          onChoose('ours');
        }}
      >
        {here || '—'}
      </ChoiceCell>
      <ChoiceCell
        isChosen={choice === 'theirs'}
        title={there}
        onChoose={() => {
          onChoose('theirs');
        }}
      >
        {there}
      </ChoiceCell>
    </>
  );
}

type Beside = Extract<Difference['fact'], 'contact' | 'relation' | 'lastContact' | 'nextFollowUp'>;
const beside: readonly string[] = ['contact', 'relation', 'lastContact', 'nextFollowUp'] satisfies Beside[];

/** Whether something lies beside the customer and has no name among the facts. */
function isBeside(fact: Difference['fact']): fact is Beside {
  return beside.includes(fact);
}

/** What a fact of a comparison is called. */
export function factName(
  { fact, label }: Pick<Difference, 'fact' | 'label'>,
  { nameOf }: FactWords,
  t: Translate,
): string {
  if (isBeside(fact)) return t(`comparison.fact.${fact}`);
  return label ?? nameOf(fact as MergeFact);
}
