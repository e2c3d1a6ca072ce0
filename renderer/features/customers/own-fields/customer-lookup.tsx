import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { LookupField, type LookupFieldProps } from '../../../ui/fields/lookup-field.tsx';

const mostOffered = 8;

export interface CustomerLookupProps
  extends Pick<LookupFieldProps, 'label' | 'isLabelHidden' | 'description' | 'autoFocus'> {
  /** Nobody refers to himself. */
  besides?: CustomerId | undefined;
  name: string;
  error?: string | undefined;
  onType?: (text: string) => void;
  onTake: (id: CustomerId) => void;
}

/** A box that finds a customer by anything one knows of them. */
export function CustomerLookup({ besides, name, error, onType, onTake, ...field }: CustomerLookupProps) {
  const [text, setText] = useState(name);
  const sought = text.trim();
  const { data: found = [] } = useEngineQuery(
    `reference-search:${sought}`,
    async (engine) => (sought === '' ? [] : engine.search(sought, mostOffered)),
    { keepsPrevious: true, passing: true },
  );
  return (
    <LookupField
      {...field}
      error={error}
      text={text}
      options={found
        .filter((row) => row.id !== besides && !row.deleted)
        .map((row) => ({
          id: row.id as string,
          label: row.name,
          detail: [row.organization, row.phone].filter((part) => part !== '').join(' · '),
        }))}
      onType={(typed) => {
        setText(typed);
        onType?.(typed);
      }}
      onTake={(id) => {
        setText(found.find((row) => row.id === id)?.name ?? text);
        onTake(id as CustomerId);
      }}
    />
  );
}
