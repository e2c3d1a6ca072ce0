import { Check, Undo2 } from 'lucide-react';
import { answerName } from '#shared/changes/record-content.ts';
import { answerWords } from '#shared/domain/customer/answer.ts';
import type { GapField, GapKey } from '#shared/gaps/gap-fields.ts';
import { useGapLabel } from '../../../display/use-gap-label.ts';
import type { CustomerRow } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { columnSpec } from '../columns/columns.tsx';
import styles from './gaps.module.css';

/** Columns of the list that say it, where they have another name. */
const columnOf: Partial<Record<GapField, string>> = {
  phones: 'phone',
  ims: 'im',
  emails: 'email',
  addresses: 'address',
  identity: 'uscc',
};

interface FilledGapProps {
  row: CustomerRow;
  gapKey: GapKey;
  /** What was answered is asked for again. */
  onTakeBack: () => void;
}

/** What was missing and is there by now, or was answered. */
export function FilledGap({ row, gapKey, onTakeBack }: FilledGapProps) {
  const t = useT();
  const labelOf = useGapLabel();
  const commit = useCommit();
  const field = labelOf(gapKey);
  const said = row.details[answerName(gapKey)];
  const word = answerWords.find((each) => each === said);
  const answer = word && t(`gaps.answer.${word}`);
  return (
    <span className={styles.filled}>
      <Check aria-hidden="true" />
      <span className={styles.label}>{field}</span>
      <span className={styles.value}>{answer ?? columnSpec(columnOf[gapKey as GapField] ?? gapKey).cell(row)}</span>
      {answer !== undefined && (
        <IconButton
          size="small"
          label={t('gaps.answer.takeBack', { field, answer })}
          icon={<Undo2 />}
          onPress={() => {
            onTakeBack();
            const takenBack = t('gaps.answer.takenBack', { name: row.name, field });
            void commit((own) => own.answerGap(row.id, gapKey, null), takenBack);
          }}
        />
      )}
    </span>
  );
}
