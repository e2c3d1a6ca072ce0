import { X } from 'lucide-react';
import { describeFilter, fieldLabel, isMoney } from '#shared/filter/describe.ts';
import { customIdOf, type FilterField } from '#shared/filter/fields.ts';
import type { Condition, Test } from '#shared/filter/filter.ts';
import { unitOf } from '#shared/money/currency.ts';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { AnniversaryName } from './anniversary-name.tsx';
import { choicesOf, fieldSections, withChosen, type FilterVocabulary } from './field-options.ts';
import styles from './filter.module.css';
import { GoodsPick } from './goods-pick.tsx';
import { kindOf, newCondition, operatorOf, operatorsOf, withOperator } from './operators.ts';

interface ConditionRowProps {
  words: FilterVocabulary;
  condition: Condition;
  number: number;
  isNew: boolean;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** One condition: field, how, value. */
export function ConditionRow({ words, condition, number, isNew, onChange, onRemove }: ConditionRowProps) {
  const { t, customFields } = words;
  const kind = kindOf(condition.field, customFields);
  const operator = operatorOf(condition, kind);
  const operators = operatorsOf(kind);
  return (
    <div role="group" aria-label={t('filters.condition', { number })} className={styles.condition}>
      <PickList
        label={t('filters.field')}
        placeholder={t('filters.field')}
        sections={withChosen(fieldSections(words), [condition.field], (id) => fieldLabel(words, id as FilterField))}
        chosen={[condition.field]}
        autoFocus={isNew}
        onChange={([field]) => {
          if (field !== undefined) onChange(newCondition(field as FilterField, customFields));
        }}
      />
      <Select
        label={t('filters.operator')}
        isLabelHidden
        value={operator.id}
        options={operators.map(({ id, label }) => ({ id, label: t(label) }))}
        onChange={(id) => {
          onChange(
            withOperator(
              condition,
              operators.find((each) => each.id === id),
            ),
          );
        }}
      />
      <div className={styles.value}>
        <ConditionValue
          words={words}
          condition={condition}
          onTest={(test) => {
            onChange({ ...condition, test });
          }}
        />
        {(kind === 'sum' || kind === 'goods') && (
          <NumberField
            label={t('filters.withinDays')}
            isLabelHidden
            isPlain
            isLive
            minValue={1}
            maxValue={36_500}
            value={condition.withinDays ?? Number.NaN}
            unit={t('filters.dayUnit')}
            placeholder={t('filters.withinDays')}
            onChange={(days) => {
              const { withinDays: _before, ...rest } = condition;
              onChange(Number.isNaN(days) ? rest : { ...rest, withinDays: days });
            }}
          />
        )}
        {condition.field === 'anniversary' && (
          <AnniversaryName
            value={condition.named}
            onChange={(named) => {
              const { named: _before, ...rest } = condition;
              onChange(named === undefined ? rest : { ...rest, named });
            }}
          />
        )}
      </div>
      <IconButton
        label={t('filters.remove', { what: describeFilter(words, condition) })}
        icon={<X />}
        onPress={onRemove}
      />
    </div>
  );
}

interface ConditionValueProps {
  words: FilterVocabulary;
  condition: Condition;
  onTest: (test: Test) => void;
}

function ConditionValue({ words, condition, onTest }: ConditionValueProps) {
  const { t, customFields } = words;
  const { test, field } = condition;
  if ('text' in test) {
    return (
      <TextField
        label={t('filters.value')}
        isLabelHidden
        value={test.text}
        onChange={(text) => {
          onTest({ ...test, text });
        }}
      />
    );
  }
  if ('of' in test && field === 'bought') {
    return (
      <GoodsPick
        label={t('filters.value')}
        placeholder={t('filters.pickValues')}
        chosen={test.of}
        onChange={(of) => {
          onTest({ ...test, of });
        }}
      />
    );
  }
  if ('of' in test) {
    return (
      <PickList
        label={t('filters.value')}
        placeholder={t('filters.pickValues')}
        isMultiple
        sections={withChosen(choicesOf(field, words), test.of, (id) => words.optionWord(field, id))}
        chosen={test.of}
        onChange={(of) => {
          onTest({ ...test, of });
        }}
      />
    );
  }
  if (test.is === 'between') {
    const isAmount = isMoney(customFields, field);
    const factor = isAmount ? unitOf(words.currency) : 1;
    // Own numbers may have decimals; everything else is counted in whole ones.
    const whole = isAmount || customIdOf(field) === null ? Math.round : (value: number) => value;
    const side = (name: 'min' | 'max') => (
      <NumberField
        label={t(`filters.${name}`)}
        isLabelHidden
        isPlain
        isLive
        placeholder={t(`filters.${name}`)}
        value={test[name] === undefined ? Number.NaN : test[name] / factor}
        unit={isAmount ? words.currency : undefined}
        onChange={(value) => {
          const { [name]: _before, ...rest } = test;
          onTest(Number.isNaN(value) ? rest : { ...rest, [name]: whole(value * factor) });
        }}
      />
    );
    return (
      <>
        {side('min')}
        {side('max')}
      </>
    );
  }
  return test.is === 'days' ? <DaysValue words={words} condition={condition} test={test} onTest={onTest} /> : null;
}

type DaysTest = Extract<Test, { is: 'days' }>;

function DaysValue({ words, condition, test, onTest }: ConditionValueProps & { test: DaysTest }) {
  const { t, customFields } = words;
  const { id } = operatorOf(condition, kindOf(condition.field, customFields));
  if (id === 'before') return null;
  if (id === 'recent' || id === 'notRecent' || id === 'coming') {
    const side = id === 'coming' ? 'to' : 'from';
    const point = test[side];
    const days = point && 'inDays' in point ? Math.abs(point.inDays) : 30;
    return (
      <NumberField
        label={t('filters.days')}
        isLabelHidden
        isLive
        minValue={id === 'coming' ? 0 : 1}
        maxValue={36_500}
        value={days}
        unit={t('filters.dayUnit')}
        onChange={(next) => {
          if (!Number.isNaN(next)) onTest({ ...test, [side]: { inDays: id === 'coming' ? next : -next } });
        }}
      />
    );
  }
  const end = (name: 'from' | 'to') => {
    const point = test[name];
    return (
      <DateField
        label={t(name === 'from' ? 'filters.min' : 'filters.max')}
        isLabelHidden
        value={point && 'on' in point ? point.on : null}
        onChange={(on) => {
          const { [name]: _before, ...rest } = test;
          onTest(on === null ? rest : { ...rest, [name]: { on } });
        }}
      />
    );
  };
  return (
    <>
      {end('from')}
      {end('to')}
    </>
  );
}
