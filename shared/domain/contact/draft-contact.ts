import type { Contact } from './contact.ts';

/** A contact person without what the engine fills in. */
export type ContactDraft = Omit<Contact, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'>;
