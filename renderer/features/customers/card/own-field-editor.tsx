import { readWords, writeWords } from '#shared/formats/values/word-list.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';

interface OwnFieldEditorProps {
  field: CustomField;
  text: string;
  problem: string | null;
  onText: (text: string) => void;
  onSave: (text: string) => void;
  onClose: () => void;
}

const hints: Partial<Record<CustomField['type'], MessageKey>> = {
  date: 'fields.hint.date',
  money: 'fields.hint.money',
};

/** The box in which a value is entered, by the type of its field. */
export function OwnFieldEditor({ field, text, problem, onText, onSave, onClose }: OwnFieldEditorProps) {
  const t = useT();
  const { label, type, options } = field;
  if (type === 'boolean' || type === 'choice') {
    const choices =
      type === 'choice'
        ? options.map((option) => ({ id: option, label: option }))
        : [
            { id: 'true', label: t('fields.yes') },
            { id: 'false', label: t('fields.no') },
          ];
    return (
      <Select
        label={label}
        isLabelHidden
        autoFocus
        value={text}
        options={[{ id: '', label: '—' }, ...choices]}
        onChange={onSave}
      />
    );
  }
  if (type === 'choices') {
    return (
      <PickList
        label={label}
        placeholder={t('filters.pickValues')}
        isMultiple
        startsOpen
        sections={[{ id: 'options', options: options.map((option) => ({ id: option, label: option })) }]}
        chosen={readWords(text, 'firm')}
        onChange={(chosen) => {
          onText(writeWords(chosen));
        }}
        onClose={() => {
          onSave(text);
        }}
      />
    );
  }
  const hint = field.help ?? (hints[type] && t(hints[type]));
  return (
    <TextField
      label={label}
      isLabelHidden
      autoFocus
      value={text}
      onChange={onText}
      onEnter={() => {
        onSave(text);
      }}
      onEscape={onClose}
      onBlur={() => {
        onSave(text);
      }}
      error={problem ?? undefined}
      description={hint}
    />
  );
}
