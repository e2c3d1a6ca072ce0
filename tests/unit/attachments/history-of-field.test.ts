import { expect, it } from 'vitest';
import { fileHistoryOf } from '#shared/attachments/history-of-field.ts';
import type { Attachment } from '#shared/domain/attachment/attachment.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import { anId } from '../../helpers/builders.ts';

const day = (n: number) => `2026-03-0${String(n)}T08:00:00.000Z`;
const aFile = (id: string, part: Partial<Attachment> = {}): Attachment => ({
  id,
  version: 1,
  createdAt: day(1),
  updatedAt: day(1),
  customerId: anId('c1'),
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 1,
  sha256: '0'.repeat(64),
  addedAt: '2026-03-01',
  origin: { kind: 'manual' },
  ...part,
});
const entry = (recordId: string, n: number, part: Partial<FieldHistoryEntry>): FieldHistoryEntry => ({
  table: 'attachment',
  recordId,
  at: day(n),
  changeSetId: `${recordId}-${String(n)}`,
  field: '*',
  ...part,
});
const told = (files: Attachment[], history: FieldHistoryEntry[]) =>
  fileHistoryOf('contract', files, history).map(({ file, deed, at }) => [file.id, deed, at]);

it('tells what was added to a field, removed and brought back, newest first', () => {
  const files = [aFile('a', { fieldId: 'contract' }), aFile('b', { fieldId: 'contract', createdAt: day(2) })];
  const history = [entry('a', 3, { after: 'deleted' }), entry('a', 4, { after: 'restored' })];
  expect(told(files, history)).toEqual([
    ['a', 'restored', day(4)],
    ['a', 'removed', day(3)],
    ['b', 'added', day(2)],
    ['a', 'added', day(1)],
  ]);
});

it('tells which file came from or went to the other files, and nothing of what happened to it there', () => {
  const moved = aFile('a', { fieldId: 'contract' });
  const gone = aFile('b');
  const history = [
    entry('a', 2, { after: 'deleted' }),
    entry('a', 3, { after: 'restored' }),
    entry('a', 4, { field: 'fieldId', after: 'contract' }),
    entry('b', 2, { field: 'fieldId', before: 'contract' }),
    entry('b', 3, { after: 'deleted' }),
    entry('b', 4, { table: 'contact', after: 'deleted' }),
  ];
  expect(told([moved, gone, aFile('c')], history)).toEqual([
    ['a', 'put', day(4)],
    ['b', 'taken', day(2)],
    ['b', 'added', day(1)],
  ]);
});

it('reads the history once, however many files there are', () => {
  let reads = 0;
  const counted = Array.from({ length: 300 }, (_, n) => {
    const each = entry(`f${String(n)}`, 3, { after: 'deleted' });
    return Object.defineProperty(each, 'recordId', {
      get: () => {
        reads += 1;
        return `f${String(n)}`;
      },
    });
  });
  const files = Array.from({ length: 300 }, (_, n) => aFile(`f${String(n)}`, { fieldId: 'contract' }));
  expect(fileHistoryOf('contract', files, counted)).toHaveLength(600);
  expect(reads).toBe(300);
});
