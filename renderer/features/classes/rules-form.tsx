import { useState } from 'react';
import {
  classParametersSchema,
  defaultClassParameters,
  type ClassParameters,
  type ClassScheme,
  type Dimension,
} from '#shared/domain/class-scheme/class-scheme.ts';
import { useCommit } from '../../engine/client/use-commit.ts';
import { useT } from '../../platform/language.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './classes.module.css';
import { isConsistent, ruleKeysOf } from './rule-fields.ts';

interface RulesFormProps {
  dimension: Dimension;
  stored: ClassScheme | undefined;
}

/** The thresholds of a dimension in plain words. */
export function RulesForm({ dimension, stored }: RulesFormProps) {
  const t = useT();
  const commit = useCommit();
  const current = stored?.parameters ?? defaultClassParameters;
  const [parameters, setParameters] = useState<ClassParameters>(current);
  const keys = ruleKeysOf(dimension);
  const isChanged = keys.some((key) => parameters[key] !== current[key]);
  const isValid = classParametersSchema.safeParse(parameters).success && isConsistent(parameters);
  const isDefault = keys.every((key) => parameters[key] === defaultClassParameters[key]);

  /** Those of other dimensions are as they are by now, whatever they were when these were typed. */
  const typed = { ...current, ...Object.fromEntries(keys.map((key) => [key, parameters[key]])) };
  const save = (next: ClassParameters) =>
    commit(
      (engine) =>
        engine.commit('classes/rules', [
          {
            table: 'classScheme',
            id: 'default',
            after: { id: 'default', parameters: next },
            ...(stored ? { seen: stored.version } : {}),
          },
        ]),
      t('classes.rulesSaved'),
    );

  return (
    <Section title={t('classes.rules')} intro={t('classes.rulesHint')}>
      <div className={styles.rules}>
        {keys.map((key) => (
          <NumberField
            key={key}
            label={t(`classes.rule.${key}`)}
            value={parameters[key]}
            onChange={(value) => {
              if (value !== null) setParameters({ ...parameters, [key]: value });
            }}
          />
        ))}
      </div>
      {!isConsistent(parameters) && <p className={styles.problem}>{t('classes.rulesWrongOrder')}</p>}
      <div className={styles.buttons}>
        {!isDefault && (
          <Button
            onPress={() => {
              setParameters({
                ...parameters,
                ...Object.fromEntries(keys.map((key) => [key, defaultClassParameters[key]])),
              });
            }}
          >
            {t('classes.resetRules')}
          </Button>
        )}
        <Button kind="primary" isDisabled={!isChanged || !isValid} onPress={() => void save(typed)}>
          {t('classes.saveRules')}
        </Button>
      </div>
    </Section>
  );
}
