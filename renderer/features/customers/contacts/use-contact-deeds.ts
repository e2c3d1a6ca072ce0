import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { Edit } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { localToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { draftWith } from '../card/owner.ts';

/** What can be done with a contact person; each deed is one change that can be undone. */
export function useContactDeeds(contact: Contact, dossier: Dossier) {
  const t = useT();
  const commit = useCommit();
  const { id, name, version, customerId } = contact;
  const write = (edits: Edit[], sentence: string) =>
    void commit((engine) => engine.commit('contact/edit', edits), sentence);
  const put = (person: Contact, part: Partial<Contact>): Edit => ({
    table: 'contact',
    id: person.id,
    after: draftWith(person, part),
    seen: person.version,
  });
  return {
    makeMain: () => {
      const before = dossier.contact.filter((other) => other.primary === true && other.id !== id);
      const edits = [...before.map((other) => put(other, { primary: undefined })), put(contact, { primary: true })];
      write(edits, t('contacts.mainNow', { name }));
    },
    leave: () => {
      write([put(contact, { leftOn: localToday(), primary: undefined })], t('contacts.hasLeft', { name }));
    },
    comeBack: () => {
      write([put(contact, { leftOn: undefined })], t('contacts.isBack', { name }));
    },
    remove: () => {
      write([{ table: 'contact', id, customerId, after: null, seen: version }], t('contacts.removed', { name }));
    },
  };
}
