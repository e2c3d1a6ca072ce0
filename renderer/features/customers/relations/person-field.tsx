import { useState } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { cleanText } from '#shared/match/text.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { LookupField } from '../../../ui/fields/lookup-field.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import type { Chosen } from './relation-form.ts';

interface PersonFieldProps {
  chosen: Chosen | null;
  /** Not offered: nobody is related to themselves. */
  besides: CustomerId;
  onChoose: (chosen: Chosen | null) => void;
}

const offered = 8;
const asName = 'as-name';
const itself = 'itself';

/** A customer found while typing, one of its contact persons, or a name that is not in the archive. */
export function PersonField({ chosen, besides, onChoose }: PersonFieldProps) {
  const t = useT();
  const [text, setText] = useState(chosen?.name ?? '');
  const name = cleanText(text);
  const { data, isStale } = useEngineQuery(
    `related-search:${name}`,
    async (engine) => (name === '' ? [] : engine.search(name, offered)),
    { keepsPrevious: true, passing: true },
  );
  const customers = (data ?? []).filter(({ id, deleted }) => id !== besides && !deleted);
  const options = [
    ...customers.map(({ id, name: label, organization, phone }) => ({
      id: id as string,
      label,
      detail: [organization, phone].filter(Boolean).join(' · '),
    })),
    // Not before it is known who is called so: whoever types and chooses quickly means them.
    ...(name === '' || !data || isStale ? [] : [{ id: asName, label: t('relations.asName', { name }) }]),
  ];
  const { data: dossier } = useEngineQuery(`related-people:${chosen?.customerId ?? ''}`, async (engine) =>
    chosen?.customerId ? engine.dossier(chosen.customerId) : null,
  );
  const people = dossier?.contact ?? [];
  return (
    <>
      <LookupField
        label={t('relations.who')}
        description={t('relations.whoHint')}
        text={text}
        options={options}
        autoFocus
        onType={(typed) => {
          setText(typed);
          // What is typed on is somebody else; until one is taken it is a name.
          const typedName = cleanText(typed);
          if (typedName !== chosen?.name) {
            onChoose(typedName === '' ? null : { name: typedName, customerId: null, contactId: null });
          }
        }}
        onTake={(id) => {
          const taken = customers.find((customer) => customer.id === id);
          setText(taken?.name ?? name);
          onChoose({ name: taken?.name ?? name, customerId: taken?.id ?? null, contactId: null });
        }}
      />
      {dossier && people.length > 0 && (
        <Select
          label={t('relations.far')}
          value={chosen?.contactId ?? itself}
          options={[
            { id: itself, label: t('relations.itself', { name: dossier.customer.name }) },
            ...people.map((person) => ({ id: person.id, label: person.name, detail: person.title })),
          ]}
          onChange={(id) => {
            const person = people.find((each) => each.id === id);
            onChoose({
              name: person?.name ?? dossier.customer.name,
              customerId: dossier.customerId,
              contactId: person?.id ?? null,
            });
          }}
        />
      )}
    </>
  );
}
