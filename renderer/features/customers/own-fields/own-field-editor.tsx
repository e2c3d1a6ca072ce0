import type { KeyboardEvent } from 'react';
import { readWords, writeWords } from '#shared/formats/values/word-list.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import type { After } from '../card/use-in-place.ts';

interface OwnFieldEditorProps {
  field: CustomField;
  text: string;
  problem: string | null;
  /** Whether the keyboard comes here; not where Kebu opens the box by itself. */
  takesKeys: boolean;
  onText: (text: string) => void;
  onSave: (text: string, after: After) => void;
  onClose: () => void;
}

const hints: Partial<Record<CustomField['type'], MessageKey>> = {
  date: 'fields.hint.date',
  money: 'fields.hint.money',
};

/** The box in which a value is entered, by the type of its field. */
export function OwnFieldEditor({ field, text, problem, takesKeys, onText, onSave, onClose }: OwnFieldEditorProps) {
  const t = useT();
  const { label, type, options } = field;
  const handleEscape = (event: KeyboardEvent) => {
    // An open list of choices is closed by the key first; the card would be closed by it next.
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  if (type === 'boolean' || type === 'choice') {
    const choices =
      type === 'choice'
        ? options.map((option) => ({ id: option, label: option }))
        : [
            { id: 'true', label: t('fields.yes') },
            { id: 'false', label: t('fields.no') },
          ];
    return (
      <div role="presentation" onKeyDown={handleEscape}>
        <Select
          label={label}
          isLabelHidden
          autoFocus={takesKeys}
          value={text}
          options={[{ id: '', label: '—' }, ...choices]}
          onChange={(next) => {
            onSave(next, 'back');
          }}
        />
      </div>
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
          onSave(text, 'back');
        }}
      />
    );
  }
  const hint = field.help ?? (hints[type] && t(hints[type]));
  return (
    <TextField
      label={label}
      isLabelHidden
      autoFocus={takesKeys}
      value={text}
      onChange={onText}
      onEnter={() => {
        onSave(text, 'back');
      }}
      onTab={(by) => {
        onSave(text, by);
      }}
      onEscape={onClose}
      onBlur={() => {
        onSave(text, 'stay');
      }}
      error={problem ?? undefined}
      description={hint}
    />
  );
}
