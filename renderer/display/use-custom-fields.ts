import { useMemo } from 'react';
import { asShown } from '#shared/custom-fields/as-shown.ts';
import { labelWithTag } from '#shared/custom-fields/label-with-tag.ts';
import { inFieldOrder, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Question } from '../engine/client/question.ts';
import { useQuestion } from '../engine/client/use-engine-query.ts';
import { useTags } from './use-tags.ts';

const none: readonly CustomField[] = [];

export const fieldsQuestion: Question<readonly CustomField[]> = {
  key: 'customFields',
  ask: (engine) => engine.catalogue('customField'),
  concerns: 'catalogue',
};

/** The fields of the archive's own as they are stored, archived ones too, in their order. */
export function useFieldDefinitions(): readonly CustomField[] {
  const { data = none } = useQuestion(fieldsQuestion);
  return useMemo(() => inFieldOrder(data), [data]);
}

/** Those that are in use, formulas under the type of what they come to. */
export function useCardFields(): readonly CustomField[] {
  const all = useFieldDefinitions();
  return useMemo(() => asShown(all).filter((field) => field.archived !== true), [all]);
}

/** All of them as they are called apart from their tag, `#展会 年份`: for lists, filters and changes of many. */
export function useAllCustomFields(): readonly CustomField[] {
  const all = useFieldDefinitions();
  const tags = useTags();
  return useMemo(
    () =>
      asShown(all).map((field) => {
        const tag = field.tagId === undefined ? undefined : tags.get(field.tagId);
        return tag ? { ...field, label: labelWithTag(tag.name, field.label) } : field;
      }),
    [all, tags],
  );
}

/** Those of them that are in use. */
export function useCustomFields(): readonly CustomField[] {
  const all = useAllCustomFields();
  return useMemo(() => all.filter((field) => field.archived !== true), [all]);
}
