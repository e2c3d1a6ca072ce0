import { useState } from 'react';
import type { Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import type { SchemeOverview } from '../../engine/api.ts';
import type { Question } from '../../engine/client/question.ts';
import { useEngineQuery } from '../../engine/client/use-engine-query.ts';
import { useT } from '../../platform/language.tsx';
import { useArrival } from '../../state/navigation.ts';
import { Screen } from '../../ui/layout/screen.tsx';
import { CampaignTable } from './campaigns/campaign-table.tsx';
import { ClassTable } from './class-table.tsx';
import styles from './classes.module.css';
import { ruleKeysOf } from './rule-fields.ts';
import { RulesForm } from './rules-form.tsx';
import { SchemeList } from './scheme-list.tsx';

const schemesQuestion: Question<SchemeOverview[]> = { key: 'schemes', ask: (engine) => engine.schemes() };
const rulesQuestion: Question<RecordOf<'classScheme'>[]> = {
  key: 'catalogue:classScheme',
  ask: (engine) => engine.catalogue('classScheme'),
};

/** What this screen asks first. */
export const classesQuestions = (): Question[] => [schemesQuestion, rulesQuestion];

/** The schemes: how many customers are in each class, that nobody is missing or counted twice, and by which rules. */
export function ClassesScreen() {
  const t = useT();
  const { data: schemes } = useEngineQuery(schemesQuestion.key, schemesQuestion.ask);
  const { data: stored } = useEngineQuery(rulesQuestion.key, rulesQuestion.ask);
  const [shown, setShown] = useState<Dimension | 'campaign'>('value');

  useArrival('classes', (target) => {
    if (target.dimension) setShown(target.dimension);
  });

  const scheme = schemes?.find((candidate) => candidate.dimension === shown);
  return (
    <Screen title={t('classes.title')} aside={t('classes.hint')}>
      <div className={styles.frame}>
        {schemes && <SchemeList schemes={schemes} shown={shown} onChange={setShown} />}
        <div className={styles.detail}>
          {shown === 'campaign' && <CampaignTable />}
          {scheme && <ClassTable scheme={scheme} />}
          {stored && shown !== 'campaign' && ruleKeysOf(shown).length > 0 && (
            <RulesForm key={`${shown}-${String(stored[0]?.version ?? 0)}`} dimension={shown} stored={stored[0]} />
          )}
        </div>
      </div>
    </Screen>
  );
}
