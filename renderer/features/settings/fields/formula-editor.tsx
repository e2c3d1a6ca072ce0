import { sayFieldTexts } from '#shared/custom-fields/values.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { formulaFields, type FormulaField } from '#shared/formula/fields.ts';
import { functionNames } from '#shared/formula/functions.ts';
import { toShown, toStored } from '#shared/formula/names.ts';
import type { Computed, FormulaTrial } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import lineStyles from '../lines.module.css';
import styles from './fields.module.css';

interface FormulaEditorProps {
  /** As it is typed, with fields by their names. */
  text: string;
  fieldId: string | null;
  fields: readonly CustomField[];
  trial: FormulaTrial | undefined;
  onChange: (text: string) => void;
}

/** What the formula comes to while it is written; `undefined` until it was tried. */
export function useFormulaTrial(
  text: string | null,
  fieldId: string | null,
  fields: readonly CustomField[],
): FormulaTrial | undefined {
  const stored = text === null ? null : toStored(text, fields);
  const { data } = useEngineQuery(`formula:${fieldId ?? ''}:${stored ?? ''}`, async (engine) =>
    stored === null ? null : engine.tryFormula(fieldId, stored),
  );
  return data ?? undefined;
}

export function FormulaEditor({ text, fieldId, fields, trial, onChange }: FormulaEditorProps) {
  const t = useT();
  const language = useLanguage();
  const words = { t, language, currency: useCurrency() };
  const say = ({ kind, text: value, problem }: Computed): string =>
    problem === undefined
      ? sayFieldTexts({ type: kind, options: [] }, value === '' ? [] : [value], words)
      : t(`formula.${problem}`);
  const own = fields.filter((field) => field.id !== fieldId && field.archived !== true);
  const fixed = Object.keys(formulaFields) as FormulaField[];
  const functions = Object.values(functionNames)
    .map((names) => names[language === 'zh-CN' ? 0 : 1])
    .join(' ');
  const problem = trial && 'problem' in trial && text.trim() !== '' ? trial.problem : null;
  return (
    <div className={styles.formula}>
      <TextArea
        label={t('formula.label')}
        value={text}
        rows={2}
        onChange={onChange}
        description={t('formula.hint', { functions })}
        error={
          problem === null
            ? undefined
            : t(`formula.problem.${problem.code}`, {
                what: toShown(`[${problem.what}]`, fields, language).slice(1, -1),
              })
        }
      />
      <PickList
        label={t('formula.insert')}
        placeholder={t('formula.insert')}
        sections={[
          { id: 'own', title: t('fields.title'), options: own.map(({ label }) => ({ id: label, label })) },
          {
            id: 'fixed',
            title: t('filters.group.facts'),
            options: fixed.map((key) => ({ id: `fixed:${key}`, label: t(formulaFields[key].label) })),
          },
        ]}
        chosen={[]}
        onChange={([id = '']) => {
          const key = fixed.find((each) => `fixed:${each}` === id);
          onChange(`${text}[${key ? t(formulaFields[key].label) : id}]`);
        }}
      />
      <p role="status" className={lineStyles.about}>
        {trial && 'kind' in trial && t('formula.result', { type: t(`fields.type.${trial.kind}`) })}
        {trial && 'kind' in trial && trial.examples.length > 0 && (
          <>
            {' '}
            · {trial.examples.map(({ name, value }) => t('formula.examples', { name, value: say(value) })).join(' · ')}
          </>
        )}
      </p>
    </div>
  );
}
