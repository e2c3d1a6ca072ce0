import { splitPersonName } from '../../match/names.ts';
import { cleanText } from '../../match/text.ts';
import { normalizePhones } from '../../match/phone.ts';
import type { Customer, CustomerId, CustomerKind, Source } from './customer.ts';

export interface CustomerForm {
  kind: CustomerKind;
  name: string;
  phone: string;
  organization: string;
  note: string;
  source?: Source;
}

export type CustomerDraft = Omit<Customer, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

/** A new customer from what was typed; the engine gives the code, the version and the times. */
export function draftCustomer(id: CustomerId, form: CustomerForm): CustomerDraft {
  const name = cleanText(form.name);
  const organization = cleanText(form.organization);
  const note = form.note.trim();
  return {
    id,
    code: '',
    kind: form.kind,
    name,
    ...(form.kind === 'person' ? splitPersonName(name) : {}),
    aliases: [],
    phones: normalizePhones(form.phone).map((reading) => reading.phone),
    emails: [],
    ims: [],
    addresses: [],
    anniversaries: [],
    ...(organization === '' ? {} : { organization }),
    ...(form.source ? { source: form.source } : {}),
    doNotContact: [],
    tagIds: [],
    customFields: {},
    ...(note === '' ? {} : { note }),
    origin: { kind: 'manual' },
  };
}
