import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { facts } from '#shared/facts/facts.ts';
import { isReference, isTypable, type Typed } from '#shared/facts/typed.ts';
import { customKey } from '#shared/filter/fields.ts';
import { readWords, writeWords } from '#shared/formats/values/word-list.ts';
import { useT } from '../../../platform/language.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { CustomerLookup } from '../own-fields/customer-lookup.tsx';
import type { BulkInput } from './wanted-change.ts';

interface SetFormProps {
  input: BulkInput;
  /** How the field is typed; a field that refers to customers is not. */
  typed: Typed | undefined;
  customFields: readonly CustomField[];
  onChange: (by: Partial<BulkInput>) => void;
  onEnter: () => void;
}

/** Which fact becomes what. */
export function SetForm({ input: { field, text }, typed, customFields, onChange, onEnter }: SetFormProps) {
  const t = useT();
  const own = customFields
    .filter((each) => isTypable(each) || isReference(each))
    .map(({ id, label }) => ({ id: customKey(id), label }));
  const isOfCustomers = customFields.some((each) => customKey(each.id) === field && isReference(each));
  const choices = typed?.choices?.map(({ id, label }) => ({ id, label: label(t) }));
  const setText = (next: string) => {
    onChange({ text: next });
  };
  return (
    <>
      <PickList
        label={t('bulk.field')}
        isLabelShown
        placeholder={t('bulk.field')}
        autoFocus
        sections={[
          { id: 'facts', options: facts.map(({ key, label }) => ({ id: key, label: t(label) })) },
          { id: 'own', title: t('filters.group.custom'), options: own },
        ]}
        chosen={[field]}
        onChange={([chosen = field]) => {
          onChange({ field: chosen, text: '' });
        }}
      />
      {isOfCustomers && (
        <CustomerLookup
          key={field}
          label={t('bulk.value')}
          name=""
          description={t('bulk.valueHint')}
          onType={setText}
          onTake={setText}
        />
      )}
      {choices && typed?.isMultiple && (
        <PickList
          label={t('bulk.value')}
          isLabelShown
          isMultiple
          placeholder={t('bulk.empty')}
          sections={[{ id: field, options: choices }]}
          chosen={readWords(text)}
          onChange={(chosen) => {
            setText(writeWords(chosen));
          }}
        />
      )}
      {choices && !typed?.isMultiple && (
        <Select
          label={t('bulk.value')}
          value={text}
          options={typed?.isRequired ? choices : [{ id: '', label: t('bulk.empty') }, ...choices]}
          onChange={setText}
        />
      )}
      {!isOfCustomers && !choices && (
        <TextField
          label={t('bulk.value')}
          value={text}
          onChange={setText}
          description={t('bulk.valueHint')}
          onEnter={onEnter}
        />
      )}
    </>
  );
}
