import { describe, expect, it } from 'vitest';
import { inFieldOrder, type CustomField } from '#shared/domain/custom-field/custom-field.ts';

const at = (day: string) => `2026-03-${day}T08:00:00.000Z`;
const field = (id: string, about: Partial<CustomField>): CustomField => ({
  id,
  label: id,
  type: 'text',
  options: [],
  version: 1,
  createdAt: at('01'),
  updatedAt: at('01'),
  ...about,
});

describe('the order of fields', () => {
  it('is by place, those of everybody first, those of each tag together', () => {
    const fields = [
      field('booth', { tagId: 't2', place: 1 }),
      field('size', { place: 2 }),
      field('year', { tagId: 't1', place: 2 }),
      field('rent', { place: 1 }),
      field('guest', { tagId: 't1', place: 1 }),
    ];
    expect(inFieldOrder(fields).map(({ id }) => id)).toEqual(['rent', 'size', 'guest', 'year', 'booth']);
  });

  it('is by age where no place is said', () => {
    const fields = [
      field('new', { createdAt: at('02') }),
      field('old', { createdAt: at('01') }),
      field('put', { place: 1 }),
    ];
    expect(inFieldOrder(fields).map(({ id }) => id)).toEqual(['put', 'old', 'new']);
  });
});
