import { useT } from '../../../platform/language.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useUsedNames } from './used-names.ts';

interface AnniversaryNameProps {
  value: string | undefined;
  onChange: (name: string | undefined) => void;
}

/** Which anniversaries are meant: those with this in what they are called. */
export function AnniversaryName({ value = '', onChange }: AnniversaryNameProps) {
  const t = useT();
  const uses = useUsedNames('anniversary');
  return (
    <TextField
      label={t('filters.calledWhat')}
      isLabelHidden
      placeholder={t('filters.calledWhat')}
      maxLength={60}
      suggestions={uses.map((use) => use.value)}
      value={value}
      onChange={(name) => {
        onChange(name === '' ? undefined : name);
      }}
    />
  );
}
