import type { ExportWords } from '#shared/exports/export-column.ts';
import { codeName } from '#shared/words/coded-words.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';

/** What files call things: as the screens do. */
export function useExportWords(): ExportWords {
  const t = useT();
  const language = useLanguage();
  const tags = useTags();
  const fields = useFieldDefinitions();
  const classWord = useClassWord();
  const words = useWords();
  return {
    t,
    language,
    currency: useCurrency(),
    classWord,
    codeName: (list, key) => codeName(list, key, words, t),
    tagName: (id) => tags.get(id)?.name ?? '',
    customFields: fields.filter(({ archived }) => archived !== true),
  };
}
