import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { isManifold, type FactDecision, type MergeChoice } from '#shared/merge/decide-facts.ts';
import type { MergeFact } from '#shared/merge/merge-fields.ts';
import type { MergePreview } from '../../engine/api.ts';
import { useToday } from '../../platform/clock.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { formatDay } from '#shared/i18n/format.ts';
import styles from './merge.module.css';
import { useFactWords, type FactWords } from './use-fact-words.ts';

interface FactTableProps {
  preview: MergePreview;
  /** Whether facts on which all agree are shown too. */
  isWhole: boolean;
  onChoose: (fact: MergeFact, choice: MergeChoice) => void;
  onSurvivor: (id: CustomerId) => void;
}

/** The customers side by side, fact by fact, with what stays in the last column. */
export function FactTable({ preview, isWhole, onChoose, onSurvivor }: FactTableProps) {
  const t = useT();
  const { customers, decisions, result, names } = preview;
  const words = useFactWords(names);
  const [survivor] = customers;
  const different = decisions.filter(({ isDifferent }) => isDifferent);
  const shown = isWhole ? [...different, ...decisions.filter(({ isDifferent }) => !isDifferent)] : different;
  return (
    <div className={styles.scroll}>
      <table className={styles.facts}>
        <thead>
          <tr>
            <th scope="col">{t('merge.fact')}</th>
            {customers.map((customer) => (
              <th key={customer.id} scope="col">
                <Candidate customer={customer} isSurvivor={customer.id === survivor?.id} onSurvivor={onSurvivor} />
              </th>
            ))}
            <th scope="col" className={styles.result}>
              {t('merge.result')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((decision) => (
            <FactRow
              key={decision.fact}
              decision={decision}
              preview={preview}
              words={words}
              resultLines={words.linesOf(decision.fact, result)}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CandidateProps {
  customer: Customer;
  isSurvivor: boolean;
  onSurvivor: (id: CustomerId) => void;
}

/** Who it is, and whether this one stays. */
function Candidate({ customer: { id, name, code, createdAt }, isSurvivor, onSurvivor }: CandidateProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const radio = (
    <input
      type="radio"
      name="survivor"
      aria-label={t('merge.survivor', { name })}
      checked={isSurvivor}
      onChange={() => {
        onSurvivor(id);
      }}
    />
  );
  return (
    <label className={styles.choice}>
      {radio}
      <span>
        <strong>{name}</strong>
        <span className={styles.muted}>
          {t('merge.about', {
            code,
            day: formatDay(language, createdAt.slice(0, 10), today).replaceAll(' ', '\u00a0'),
          })}
        </span>
        <span className={styles.muted}>{t(isSurvivor ? 'merge.stays' : 'merge.goesAlong')}</span>
      </span>
    </label>
  );
}

interface FactRowProps {
  decision: FactDecision;
  preview: MergePreview;
  words: FactWords;
  resultLines: readonly string[];
  onChoose: FactTableProps['onChoose'];
}

function FactRow({ decision, preview: { customers }, words, resultLines, onChoose }: FactRowProps) {
  const t = useT();
  const { fact, values, chosen, why, isDifferent } = decision;
  const label = words.nameOf(fact);
  const isSeveral = isManifold(fact, values) && values.filter((value) => value !== null).length > 1;
  const radio = (choice: MergeChoice, name: string) => (
    <input
      type="radio"
      name={fact}
      aria-label={t('merge.choose', { fact: label, name })}
      checked={chosen === choice}
      onChange={() => {
        onChoose(fact, choice);
      }}
    />
  );
  return (
    <tr>
      <th scope="row">
        {label}
        {isDifferent && <span className={styles.why}>{t(`merge.why.${why}`)}</span>}
        {isSeveral && isDifferent && (
          <label className={styles.choice}>
            {radio('all', t('merge.all'))}
            <span>{t('merge.all')}</span>
          </label>
        )}
      </th>
      {customers.map(({ id, name }, at) => {
        const lines = words.linesOf(fact, values[at] ?? null);
        const isKept = chosen === id || chosen === 'all';
        return (
          <td key={id} data-kept={isKept || undefined}>
            {lines.length === 0 ? (
              <span className={styles.muted}>—</span>
            ) : (
              <label className={styles.choice}>
                {isDifferent && radio(id, name)}
                <Lines lines={lines} />
              </label>
            )}
          </td>
        );
      })}
      <td className={styles.result}>
        <Lines lines={resultLines} />
      </td>
    </tr>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <span className={styles.lines}>
      {lines.map((line, at) => (
        <span key={`${String(at)}:${line}`}>{line}</span>
      ))}
    </span>
  );
}
