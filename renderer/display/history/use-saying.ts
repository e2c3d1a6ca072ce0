import { dimensions, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import { answeredBy, ownFieldIdOf } from '#shared/changes/record-content.ts';
import { asShown } from '#shared/custom-fields/as-shown.ts';
import { sayFieldTexts, textsOfValue, type FieldValue } from '#shared/custom-fields/values.ts';
import { describeFilter } from '#shared/filter/describe.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import { gapChoiceLabel } from '#shared/gaps/gap-label.ts';
import { sayAnswer } from '#shared/gaps/say-answer.ts';
import { sayYearlyDate } from '#shared/i18n/say-yearly-date.ts';
import { messages, type MessageKey } from '#shared/i18n/messages.ts';
import { answerSchema } from '#shared/domain/customer/answer.ts';
import type { Table } from '#shared/domain/tables.ts';
import { codeName, isCodedList } from '#shared/words/coded-words.ts';
import { wordName } from '#shared/words/list-words.ts';
import { useClassWord } from '../class-word.tsx';
import { fieldsQuestion } from '../use-custom-fields.ts';
import { tagsQuestion } from '../use-tags.ts';
import { useWords } from '../use-words.ts';
import { useQuestion } from '../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../platform/language.tsx';
import { useCurrency } from '../../state/currency.ts';
import { useKit } from '../../ui/theme/kit-provider.tsx';
import { nameField } from './name-field.ts';
import { sayValue, type Sayings } from './say-value.ts';

export interface Saying {
  /** How the screens call a field of a record. */
  nameOf: (table: Table, field: string) => string;
  /** A stored value in words good enough to compare two of them; a dash for none. */
  say: (field: string, value: unknown) => string;
}

/** Fields and values of records in words. */
export function useSaying(): Saying {
  const t = useT();
  const language = useLanguage();
  const currency = useCurrency();
  const { formats } = useKit();
  const { data: tags } = useQuestion(tagsQuestion);
  const words = useWords();
  const { data: customFields } = useQuestion(fieldsQuestion);
  const labels = new Map<string, string>();
  for (const { id, name } of tags ?? []) labels.set(id, name);
  for (const { id, label } of customFields ?? []) labels.set(id, label);
  const classWord = useClassWord();
  const word = (key: string) => (key in messages ? t(key as MessageKey) : null);
  const optionWord = (field: string, key: string) => {
    if (dimensions.some((dimension) => dimension === field)) return classWord(field as Dimension, key);
    if (field === 'gaps') return gapChoiceLabel(key, t, customFields ?? []);
    return (
      labels.get(key) ?? wordName('relation', key, words) ?? word(`relation.${key}`) ?? sayValue(field, key, sayings)
    );
  };
  const sayings: Sayings = {
    word,
    labelOf: (id) => labels.get(id) ?? null,
    separator: language === 'en' ? '; ' : '；',
    amount: formats.amount,
    yearly: (date) => sayYearlyDate(language, date),
    day: formats.longDay,
    instant: formats.instant,
  };
  const shown = asShown(customFields ?? []);
  const ownFieldOf = (field: string) => shown.find(({ id }) => id === ownFieldIdOf(field));
  return {
    nameOf: (table, field) => nameField(t, shown, table, field),
    say: (field, value) => {
      const filter = field === 'filter' ? filterSchema.safeParse(value) : undefined;
      if (filter?.success) {
        return describeFilter({ t, language, currency, customFields: customFields ?? [], optionWord }, filter.data);
      }
      const answer = answeredBy(field) === null ? undefined : answerSchema.safeParse(value).data;
      if (answer) return sayAnswer(t, answer, formats.longDay);
      if (isCodedList(field) && typeof value === 'string' && value !== '') return codeName(field, value, words, t);
      const own = ownFieldOf(field);
      const texts = own ? textsOfValue(value as FieldValue | undefined) : [];
      return own && texts.length > 0
        ? sayFieldTexts(own, texts, { t, language, currency })
        : sayValue(field, value, sayings);
    },
  };
}
