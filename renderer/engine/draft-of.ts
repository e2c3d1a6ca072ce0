import type { AnyRecord } from '#shared/domain/tables.ts';
import type { Draft } from './api.ts';

/** A stored record as a draft to edit: without what the engine fills in. */
export function draftOf<R extends AnyRecord>(record: R): Draft<R> {
  const { version: _version, createdAt: _createdAt, updatedAt: _updatedAt, deletedAt: _deletedAt, ...draft } = record;
  return draft as unknown as Draft<R>;
}
