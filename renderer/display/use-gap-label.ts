import { gapLabel } from '#shared/gaps/gap-label.ts';
import { useT } from '../platform/language.tsx';
import { useCustomFields } from './use-custom-fields.ts';

/** What a field that can be missing is called. */
export function useGapLabel(): (key: string) => string {
  const t = useT();
  const fields = useCustomFields();
  return (key) => gapLabel(key, t, fields);
}
