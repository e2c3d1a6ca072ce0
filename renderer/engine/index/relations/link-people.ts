import type { Contact } from '#shared/domain/contact/contact.ts';

/** A contact person as far as duplicates are looked for; the phones lie with the company's. */
export interface LinkPerson {
  name: string;
  emails: string[];
  ims: string[];
}

/** Contact persons in one text: a line each, their name, mails and accounts with tabs between. */
export function peopleText(contacts: readonly Contact[]): string {
  return contacts
    .map(({ name, emails, ims }) =>
      [name, emails.map(({ address }) => address).join(between), ims.map(({ account }) => account).join(between)]
        .map((part) => part.replace(/[\t\n]/g, ' '))
        .join('\t'),
    )
    .join('\n');
}

export function peopleOf(text: string): LinkPerson[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const [name = '', emails = '', ims = ''] = line.split('\t');
    return { name, emails: listed(emails), ims: listed(ims) };
  });
}

/** No mail and no account has it. */
const between = '\u001f';

function listed(text: string): string[] {
  return text === '' ? [] : text.split(between);
}
