import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import { gapKeys, type GapKey } from '#shared/gaps/gap-fields.ts';
import { gapCountsQuestion } from '../../../display/gap-counts-question.ts';
import type { GapCounts } from '../../../engine/api.ts';
import { useGapLabel } from '../../../display/use-gap-label.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { SideColumn, SideTitle } from '../../../ui/layout/side-column.tsx';
import styles from './gaps.module.css';

interface GapSideProps {
  fields: readonly CustomField[];
  keys: readonly GapKey[];
  /** Nobody chose otherwise. */
  isUsual: boolean;
  onChoose: (keys: GapKey[] | undefined) => void;
}

/** Which fields count, and how many customers of each kind lack them. */
export function GapSide({ fields, keys, isUsual, onChoose }: GapSideProps) {
  const t = useT();
  const labelOf = useGapLabel();
  const { key, ask } = gapCountsQuestion(keys);
  const { data: counts } = useEngineQuery(key, ask, { keepsPrevious: true });
  const all = gapKeys(fields);
  return (
    <SideColumn label={t('gaps.asked')}>
      <SideTitle>{t('gaps.asked')}</SideTitle>
      <ul className={styles.asked}>
        {all.map((each) => {
          const missing = counts?.fields.find((field) => field.key === each)?.missing;
          return (
            <li key={each}>
              <Checkbox
                isSelected={keys.includes(each)}
                onChange={(isAsked) => {
                  onChoose(all.filter((other) => (other === each ? isAsked : keys.includes(other))));
                }}
              >
                <span className={styles.askedLabel}>{labelOf(each)}</span>
                {missing && <strong>{t('gaps.number', { count: totalOf(missing) })}</strong>}
              </Checkbox>
              {missing && <ByKind missing={missing} />}
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>{t('gaps.askedHint')}</p>
      {!isUsual && (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          onPress={() => {
            onChoose(undefined);
          }}
        >
          {t('gaps.usual')}
        </Button>
      )}
    </SideColumn>
  );
}

type Missing = GapCounts['fields'][number]['missing'];

function totalOf(missing: Missing): number {
  return Object.values(missing).reduce((sum, each) => sum + each, 0);
}

/** Where customers of more than one kind lack it. */
function ByKind({ missing }: { missing: Missing }) {
  const t = useT();
  const kinds = customerKinds.filter((kind) => missing[kind] > 0);
  if (kinds.length < 2) return null;
  return (
    <div className={styles.byKind}>
      {kinds.map((kind) => t('gaps.ofKind', { kind: t(`kind.${kind}`), count: missing[kind] })).join(' · ')}
    </div>
  );
}
