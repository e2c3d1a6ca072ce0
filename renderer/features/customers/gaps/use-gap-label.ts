import { isGapField, type GapKey } from '#shared/gaps/gap-fields.ts';
import { customIdOf } from '#shared/filter/fields.ts';
import { useCustomFields } from '../../../display/use-custom-fields.ts';
import { useT } from '../../../platform/language.tsx';

/** What a field that can be missing is called. */
export function useGapLabel(): (key: GapKey) => string {
  const t = useT();
  const fields = useCustomFields();
  return (key) => {
    if (key === 'identity') return t('gaps.identity');
    if (isGapField(key)) return t(`field.${key}`);
    const id = customIdOf(key);
    return fields.find((field) => field.id === id)?.label ?? t('filters.field.unknown');
  };
}
