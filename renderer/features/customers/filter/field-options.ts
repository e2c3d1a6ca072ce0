import { channels, type Channel } from '#shared/domain/customer/customer.ts';
import { dimensions, type Dimension } from '#shared/domain/class-scheme/class-scheme.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import type { Word } from '#shared/domain/word/word.ts';
import { fieldLabel, type FilterWords } from '#shared/filter/describe.ts';
import {
  customIdOf,
  customKey,
  stateFields,
  textFields,
  type FilterField,
  type FixedField,
} from '#shared/filter/fields.ts';
import { conditionsOf, type Filter } from '#shared/filter/filter.ts';
import { gapChoices } from '#shared/gaps/gap-choices.ts';
import { gapChoiceLabel } from '#shared/gaps/gap-label.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { statesOf, unverified, wayOfStates } from '#shared/reach/states.ts';
import { codeName, offeredCodes } from '#shared/words/coded-words.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import type { SchemeOverview } from '../../../engine/api.ts';
import { useAllCustomFields } from '../../../display/use-custom-fields.ts';
import { useWords } from '../../../display/use-words.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { statusKey } from '../reach/say-reach.ts';
import { roleSections } from '../relations/role-sections.ts';
import { useAskedKinds, useRoleWord } from '../relations/role-words.ts';
import type { PickSection } from '../../../ui/fields/pick-list.tsx';

const sections: readonly { title: MessageKey; fields: readonly FixedField[] }[] = [
  { title: 'filters.group.class', fields: [...dimensions, 'tagIds'] },
  {
    title: 'filters.group.reach',
    fields: [
      'lastContact',
      'followUp',
      'contacts',
      'lastInbound',
      'unanswered',
      'birthday',
      'anniversary',
      'preferredChannel',
      'doNotContact',
      'preferredTime',
      ...stateFields,
    ],
  },
  {
    title: 'filters.group.business',
    fields: ['revenue', 'purchases', 'amount', 'bought', 'lastPurchase', 'creditLimitFen', 'paymentTermsDays'],
  },
  {
    title: 'relations.title',
    fields: ['relations', 'householdSize', 'referrer', 'introduced', 'brought'],
  },
  {
    title: 'filters.group.facts',
    fields: [
      ...textFields.filter((field) => field !== 'preferredTime' && field !== 'referrer'),
      'gender',
      'campaign',
      'leadStatus',
      'lostReason',
      'lostOn',
      'completeness',
      'gaps',
      'knownSince',
      'acquiredOn',
      'verifiedOn',
      'checkDue',
      'deleted',
    ],
  },
];

const leadStatuses = ['new', 'working', 'parked', 'invalid'] as const;
const fixedChoices: Partial<Record<FilterField, readonly string[]>> = {
  gender: ['male', 'female'],
  preferredChannel: channels,
  doNotContact: channels,
  leadStatus: leadStatuses,
  ...Object.fromEntries(stateFields.map((field) => [field, statesOf(wayOfStates[field])])),
};
const channelWord = (key: string): MessageKey => `channel.${key as Channel}`;
const choiceWords: Partial<Record<FilterField, (key: string) => MessageKey>> = {
  gender: (key) => (key === 'male' ? 'facts.male' : 'facts.female'),
  preferredChannel: channelWord,
  doNotContact: channelWord,
  leadStatus: (key) => `leadStatus.${key as (typeof leadStatuses)[number]}`,
  ...Object.fromEntries(
    stateFields.map((field) => [
      field,
      (key: string): MessageKey => (key === unverified ? 'filters.unverified' : statusKey(wayOfStates[field], key)),
    ]),
  ),
};

/** What the builder and the sentences know of the archive. */
export interface FilterVocabulary extends FilterWords {
  tags: ReadonlyMap<string, Tag>;
  schemes: readonly SchemeOverview[];
  relationKinds: readonly RelationKind[];
  /** What the user says about the words of lists. */
  listWords: readonly Word[];
}

export function useFilterVocabulary(): FilterVocabulary {
  const t = useT();
  const language = useLanguage();
  const currency = useCurrency();
  const classWord = useClassWord();
  const tags = useTags();
  const { data: schemes = [] } = useEngineQuery('schemes', (engine) => engine.schemes());
  const customFields = useAllCustomFields();
  const relationKinds = useAskedKinds();
  const listWords = useWords();
  const roleWord = useRoleWord();
  const optionWord = (field: FilterField, key: string): string => {
    if (field === 'relations') return roleWord(key);
    if ((dimensions as readonly string[]).includes(field)) return classWord(field as Dimension, key);
    if (field === 'lostReason' || field === 'campaign') return codeName(field, key, listWords, t);
    if (field === 'gaps') return gapChoiceLabel(key, t, customFields);
    if (field === 'tagIds') return tags.get(key)?.name ?? t('words.gone');
    const word = choiceWords[field]?.(key);
    return word === undefined ? key : t(word);
  };
  return { t, language, currency, customFields, optionWord, tags, schemes, relationKinds, listWords };
}

/** Every field that can be asked of, by theme. */
export function fieldSections(words: FilterVocabulary): PickSection[] {
  const own: PickSection = {
    id: 'custom',
    title: words.t('filters.group.custom'),
    options: words.customFields
      .filter((field) => field.archived !== true)
      .map(({ id, label }) => ({ id: customKey(id), label })),
  };
  return [
    ...sections.map(({ title, fields }) => ({
      id: title,
      title: words.t(title),
      options: fields.map((field) => ({ id: field, label: fieldLabel(words, field) })),
    })),
    ...(own.options.length > 0 ? [own] : []),
  ];
}

/** The choices of a field, with how many customers have each where that is known. */
export function choicesOf(
  field: FilterField,
  { optionWord, tags, schemes, customFields, relationKinds, listWords, t }: FilterVocabulary,
): PickSection[] {
  const plain = (keys: readonly string[], counts = new Map<string, number>()): PickSection[] => [
    {
      id: field,
      options: keys.map((id) => ({ id, label: optionWord(field, id), detail: counts.get(id)?.toLocaleString() })),
    },
  ];
  if ((dimensions as readonly string[]).includes(field)) {
    const dimension = field as Dimension;
    const classes = schemes.find((scheme) => scheme.dimension === dimension)?.classes ?? [];
    const counts = new Map(classes.map((each) => [each.class, each.count]));
    // The engine lists every class of a dimension in its order; of regions those that occur.
    return plain(dimension === 'region' ? regionKeys(classes) : classes.map((each) => each.class), counts);
  }
  if (field === 'relations')
    return roleSections('person', relationKinds, { word: (role) => optionWord(field, role), words: listWords, t });
  if (field === 'gaps') return plain(gapChoices(customFields));
  if (field === 'tagIds') return plain([...tags.keys()]);
  if (field === 'lostReason' || field === 'campaign') return plain(offeredCodes(field, listWords));
  return plain(fixedChoices[field] ?? optionsOfCustom(field, customFields));
}

/** With those that are chosen and offered no more, so that they can be let go. */
export function withChosen(
  sections: readonly PickSection[],
  chosen: readonly string[],
  wordOf: (id: string) => string,
): PickSection[] {
  const offered = new Set(sections.flatMap(({ options }) => options.map(({ id }) => id)));
  const left = chosen.filter((id) => !offered.has(id));
  return left.length === 0
    ? [...sections]
    : [{ id: 'gone', options: left.map((id) => ({ id, label: wordOf(id) })) }, ...sections];
}

/** Whether a question asks for a tag, a word with a code or a field that was deleted since. */
export function asksForGone(filter: Filter, { tags, customFields, optionWord, t }: FilterVocabulary): boolean {
  return conditionsOf(filter).some(({ field, test }) => {
    const customId = customIdOf(field);
    if (customId !== null) return !customFields.some(({ id }) => id === customId);
    if (!('of' in test)) return false;
    if (field === 'tagIds') return test.of.some((id) => !tags.has(id));
    return test.of.some((key) => optionWord(field, key) === t('words.gone'));
  });
}

/** Regions that occur, the largest first, and the provinces they lie in. */
function regionKeys(classes: SchemeOverview['classes']): string[] {
  const keys = classes.toSorted((a, b) => b.count - a.count).map((each) => each.class);
  const provinces = keys.filter((key) => /^\d{4}$/.test(key)).map((key) => key.slice(0, 2));
  return [...new Set([...provinces, ...keys])];
}

function optionsOfCustom(field: FilterField, customFields: readonly CustomField[]): readonly string[] {
  const customId = customIdOf(field);
  return customFields.find(({ id }) => id === customId)?.options ?? [];
}
