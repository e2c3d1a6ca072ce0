import { isFieldOf, type CustomField } from '#shared/domain/custom-field/custom-field.ts';
import { customKey } from '#shared/filter/fields.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { useTags } from '../../../display/use-tags.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useCardFields } from '../../../display/use-custom-fields.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useAnswers } from '../answers/use-answers.ts';
import { shownCustomer } from '../save-record.ts';
import styles from '../card/card.module.css';
import { placeOf } from '../card/owner.ts';
import { OwnFieldRow } from './own-field-row.tsx';

/** So many fields of everybody, and so many of tags, are shown even when they are empty; of more, only what is known or wanted. */
const fewFields = 12;

/** The archive's own fields of this customer, under their headings; those of a tag under the tag. */
export function OwnFields({ dossier, isWhole }: { dossier: Dossier; isWhole: boolean }) {
  const { customer, attachment } = dossier;
  const tags = useTags();
  const { unsaved } = useEngineAccess();
  const owner = shownCustomer(customer);
  const own = useCardFields().filter((field) => isFieldOf(field, customer));
  const hasValue = (fieldId: string): boolean =>
    customer.customFields[fieldId] !== undefined ||
    customer.answers?.[customKey(fieldId)] !== undefined ||
    attachment.some((file) => file.fieldId === fieldId);
  const ofTags = own.filter(({ tagId }) => tagId !== undefined).length;
  const areFew = (tagId: string | undefined): boolean =>
    (tagId === undefined ? own.length - ofTags : ofTags) <= fewFields;
  const shown = own.filter(
    ({ id, required, tagId }) =>
      isWhole ||
      areFew(tagId) ||
      required === true ||
      hasValue(id) ||
      unsaved.read(placeOf(owner, customKey(id))) !== null,
  );
  const groups = Map.groupBy(shown, (field) => headingOf(field, tags));
  return [...groups].map(([group, fields]) => (
    <OwnFieldGroup key={group} title={group} fields={fields} dossier={dossier} />
  ));
}

function headingOf({ tagId, group = '' }: CustomField, tags: ReadonlyMap<string, Tag>): string {
  return tagId === undefined ? group : `#${tags.get(tagId)?.name ?? ''}`;
}

function OwnFieldGroup({
  title,
  fields,
  dossier,
}: {
  title: string;
  fields: readonly CustomField[];
  dossier: Dossier;
}) {
  const answerOf = useAnswers(dossier);
  return (
    <>
      {title !== '' && <h3 className={styles.blockTitle}>{title}</h3>}
      <dl className={styles.facts}>
        {fields.map((field) => (
          <OwnFieldRow key={field.id} field={field} dossier={dossier} answer={answerOf(customKey(field.id))} />
        ))}
      </dl>
    </>
  );
}
