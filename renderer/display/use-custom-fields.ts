import { useMemo } from 'react';
import { inFieldOrder, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { useEngineQuery } from '../engine/use-engine-query.ts';

const none: readonly CustomField[] = [];

/** Every field of the archive's own, archived ones too, in their order. */
export function useAllCustomFields(): readonly CustomField[] {
  const { data = none } = useEngineQuery('customFields', (engine) => engine.catalogue('customField'));
  return useMemo(() => inFieldOrder(data), [data]);
}

/** The fields that are in use, in their order. */
export function useCustomFields(): readonly CustomField[] {
  const all = useAllCustomFields();
  return useMemo(() => all.filter((field) => field.archived !== true), [all]);
}
