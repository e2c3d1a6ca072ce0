import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import type { FormGroup } from '#shared/self-update/items.ts';
import { useT } from '../../../platform/language.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import styles from './self-update.module.css';

export const spans = ['7', '30', '90'] as const;

export interface Choices {
  groups: readonly FormGroup[];
  ownFields: readonly string[];
  language: Language;
  days: (typeof spans)[number];
  /** A follow-up for the last day, so that no silence is forgotten. */
  reminds: boolean;
}

interface AskChoicesProps {
  choices: Choices;
  /** Of what there is something to ask. */
  groups: readonly FormGroup[];
  /** Of the archive's own, that may be asked. */
  fields: readonly CustomField[];
  onChange: (choices: Choices) => void;
}

/** What is asked, in which language, and for how long. */
export function AskChoices({ choices, groups: offered, fields, onChange }: AskChoicesProps) {
  const t = useT();
  const { groups, ownFields, language, days, reminds } = choices;
  const toggled = <Id extends string>(list: readonly Id[], id: Id): Id[] =>
    list.includes(id) ? list.filter((each) => each !== id) : [...list, id];
  return (
    <>
      <div role="group" aria-label={t('selfUpdate.asked')} className={styles.groups}>
        {offered.map((group) => (
          <Checkbox
            key={group}
            isSelected={groups.includes(group)}
            onChange={() => {
              onChange({ ...choices, groups: toggled(groups, group) });
            }}
          >
            {t(`selfUpdate.group.${group}`)}
          </Checkbox>
        ))}
        {fields.map(({ id, label }) => (
          <Checkbox
            key={id}
            isSelected={ownFields.includes(id)}
            onChange={() => {
              onChange({ ...choices, ownFields: toggled(ownFields, id) });
            }}
          >
            {label}
          </Checkbox>
        ))}
      </div>
      <div className={styles.choices}>
        <SegmentedControl
          label={t('selfUpdate.language')}
          segments={[
            { id: 'zh-CN', label: '中文' },
            { id: 'en', label: 'English' },
          ]}
          value={language}
          onChange={(chosen) => {
            onChange({ ...choices, language: chosen });
          }}
        />
        <SegmentedControl
          label={t('selfUpdate.days')}
          segments={spans.map((id) => ({ id, label: t('selfUpdate.inDays', { days: Number(id) }) }))}
          value={days}
          onChange={(chosen) => {
            onChange({ ...choices, days: chosen });
          }}
        />
        <Checkbox
          isSelected={reminds}
          onChange={(chosen) => {
            onChange({ ...choices, reminds: chosen });
          }}
        >
          {t('selfUpdate.reminds')}
        </Checkbox>
      </div>
    </>
  );
}
