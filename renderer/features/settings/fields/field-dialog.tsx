import { useState } from 'react';
import { fileLabels } from '#shared/custom-fields/label-with-tag.ts';
import { customerKinds, type CustomerKind } from '#shared/domain/customer/customer.ts';
import { customFieldTypes, type CustomField, type CustomFieldType } from '#shared/domain/custom-field/custom-field.ts';
import { customKey } from '#shared/filter/fields.ts';
import { toShown, toStored } from '#shared/formula/names.ts';
import { cleanText, foldText } from '#shared/match/text.ts';
import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { ToggleChip } from '../../../ui/text/chip.tsx';
import { FormulaEditor, useFormulaTrial } from './formula-editor.tsx';
import { addField, putField } from './field-edits.ts';
import lineStyles from '../lines.module.css';
import styles from './fields.module.css';
import { OptionList, optionsIn, renamesIn, toOptionLines } from './option-list.tsx';

interface FieldDialogProps {
  /** `null` for a new one. */
  field: CustomField | null;
  /** The fields among which its name should be the only one. */
  fields: readonly CustomField[];
  /** Whose field a new one becomes. */
  tagId?: string | undefined;
  onClose: () => void;
}

/** All fields as formulas name them: those of tags with their tag where others are called alike. */
function useNamedApart(): readonly CustomField[] {
  const fields = useFieldDefinitions();
  const tags = useTags();
  const labelOf = fileLabels(fields, (id) => tags.get(id)?.name ?? '');
  return fields.map((field) => ({ ...field, label: labelOf(field) }));
}

/** Everything about one field but its type, which is changed with a preview once there are values. */
export function FieldDialog({ field, fields, tagId, onClose }: FieldDialogProps) {
  const t = useT();
  const commit = useCommit();
  const [label, setLabel] = useState(field?.label ?? '');
  const [type, setType] = useState<CustomFieldType>(field?.type ?? 'text');
  const [lines, setLines] = useState(() => toOptionLines(field?.options ?? []));
  const [kinds, setKinds] = useState<readonly CustomerKind[]>(field?.kinds ?? []);
  const [group, setGroup] = useState(field?.group ?? '');
  const [help, setHelp] = useState(field?.help ?? '');
  const [isRequired, setRequired] = useState(field?.required === true);
  const [isUnique, setUnique] = useState(field?.unique === true);
  const language = useLanguage();
  const definitions = useNamedApart();
  const [formula, setFormula] = useState(() => toShown(field?.formula ?? '', definitions, language));
  const isFormula = type === 'formula';
  const trial = useFormulaTrial(isFormula ? formula : null, field?.id ?? null, definitions);
  const isBroken = isFormula && (trial === undefined || 'problem' in trial);
  const hasOptions = type === 'choice' || type === 'choices';
  const name = cleanText(label);
  const isTaken = fields.some((each) => each.id !== field?.id && foldText(each.label) === foldText(name));
  const isTagField = (field?.tagId ?? tagId) !== undefined;

  const save = useOneAtATime(async () => {
    if (name === '' || isTaken || isBroken) return;
    const change = {
      label: name,
      type,
      options: hasOptions ? optionsIn(lines) : (field?.options ?? []),
      kinds: kinds.length === 0 ? undefined : [...kinds],
      group: cleanText(group) || undefined,
      help: cleanText(help) || undefined,
      required: isRequired || undefined,
      unique: (isUnique && type !== 'attachment') || undefined,
      formula: isFormula ? toStored(formula, definitions) : undefined,
    };
    const renames = renamesIn(lines);
    const written = await commit(
      (engine) => {
        if (!field) return engine.commit('field/edit', [addField(fields, { id: newId(), ...change, tagId })]);
        const edit = putField(field, change);
        return Object.keys(renames).length === 0
          ? engine.commit('field/edit', [edit])
          : engine.commitRewrite([{ kind: 'words', field: customKey(field.id), renames }], 'field/edit', [edit]);
      },
      t(field ? 'fields.saved' : 'fields.added', { field: name }),
    );
    if (written) onClose();
  });

  return (
    <Dialog
      title={field ? t('fields.editOne', { field: field.label }) : t('fields.new')}
      isOpen
      onClose={onClose}
      footer={
        <SaveButtons isDisabled={name === '' || isTaken || isBroken} onSave={() => void save()} onCancel={onClose} />
      }
    >
      <div className={lineStyles.form}>
        <div className={styles.pair}>
          <TextField
            label={t('fields.label')}
            autoFocus
            maxLength={60}
            value={label}
            onChange={setLabel}
            onEnter={() => void save()}
            error={isTaken ? t('fields.taken') : undefined}
          />
          {field ? (
            <TextField
              label={t('fields.type')}
              isReadOnly
              value={t(`fields.type.${type}`)}
              description={t('fields.typeHint')}
            />
          ) : (
            <Select
              label={t('fields.type')}
              value={type}
              options={customFieldTypes.map((id) => ({ id, label: t(`fields.type.${id}`) }))}
              onChange={setType}
            />
          )}
        </div>
        {isFormula && (
          <FormulaEditor
            text={formula}
            fieldId={field?.id ?? null}
            fields={definitions}
            trial={trial}
            onChange={setFormula}
          />
        )}
        {hasOptions && <OptionList lines={lines} fieldId={field?.id ?? null} onChange={setLines} />}
        {!isTagField && (
          <div role="group" aria-label={t('fields.kinds')} className={styles.kinds}>
            <span className={styles.kindsLabel}>{t('fields.kinds')}</span>
            {customerKinds.map((kind) => (
              <ToggleChip
                key={kind}
                isSelected={kinds.includes(kind)}
                onChange={(isOn) => {
                  setKinds(customerKinds.filter((each) => (each === kind ? isOn : kinds.includes(each))));
                }}
              >
                {t(`kind.${kind}`)}
              </ToggleChip>
            ))}
            <span className={lineStyles.about}>{kinds.length === 0 && t('fields.everybody')}</span>
          </div>
        )}
        <div className={styles.pair}>
          {!isTagField && (
            <TextField
              label={t('fields.group')}
              maxLength={60}
              value={group}
              onChange={setGroup}
              description={t('fields.groupHint')}
            />
          )}
          <TextField label={t('fields.help')} maxLength={300} value={help} onChange={setHelp} />
        </div>
        {!isFormula && (
          <>
            <Checkbox isSelected={isRequired} onChange={setRequired}>
              {t('fields.requiredHint')}
            </Checkbox>
            {type !== 'attachment' && (
              <Checkbox isSelected={isUnique} onChange={setUnique}>
                {t('fields.uniqueHint')}
              </Checkbox>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
