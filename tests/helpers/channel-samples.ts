import type { Channel } from '#shared/ipc/channels.ts';
import type { Input } from '#shared/ipc/contract.ts';

const unlock = { with: 'passphrase', passphrase: 'quiet river under stone' } as const;
const totals = { rows: 2, tagSum: '00000000000000ff', lastSeq: 3 };
const bytes = new Uint8Array([1, 2, 3]);

/** One well-formed request for every channel. */
export const samples: { [C in Channel]: Input<C> } = {
  'app/info': {},
  'app/space': { neededBytes: 1 },
  'app/set-preferences': {
    language: 'en',
    theme: 'dark',
    textSizePercent: 110,
    density: 'compact',
    autoLockMinutes: 5,
  },
  'app/open-external': { url: 'https://example.com/' },
  'app/quit': {},
  'keys/create': { passphrase: 'quiet river under stone' },
  'keys/confirm-paper-key': {
    groups: [
      { index: 1, text: 'AAAA' },
      { index: 2, text: 'BBBB' },
    ],
  },
  'keys/unlock': unlock,
  'keys/lock': {},
  'keys/change-passphrase': { current: unlock, next: 'seven maps of a lake' },
  'keys/show-paper-key': unlock,
  'keys/set-keychain': { enabled: true },
  'journal/status': {},
  'journal/append': { afterSeq: 0, changeSetId: 'a', last: true, payload: bytes, counts: { customer: 1 } },
  'journal/read': { fromSeq: 1 },
  'journal/keep-totals': { generation: 1, seq: 3, tables: { dossiers: totals, catalogue: totals, audit: totals } },
  'journal/save-copy': {},
  'backup/status': {},
  'backup/add-folder': {},
  'backup/remove-folder': { folderId: 'a' },
  'backup/plan': { by: 'hand' },
  'backup/begin': { seq: 1, counts: { customer: 1 } },
  'backup/write': { backupId: 'a', chunk: bytes },
  'backup/finish': { backupId: 'a' },
  'backup/cancel': { backupId: 'a' },
  'backup/copy': { folderId: 'a' },
  'backup/stop-copy': {},
  'backup/progress': {},
  'backup/drill': {},
  'restore/choose': { knownBackupId: 'a' },
  'restore/open': { restoreId: 'a', unlock },
  'restore/apply': { restoreId: 'a' },
  'restore/cancel': { restoreId: 'a' },
  'restore/read': { restoreId: 'a' },
  'restore/undoable': {},
  'snapshot/open': { upToSeq: 1 },
  'snapshot/read': { readId: 'a' },
  'snapshot/close': { readId: 'a' },
  'snapshot/list': {},
  'erasure/status': {},
  'erasure/begin': { customerIds: ['a', 'b'] },
  'erasure/finish': { seq: 1, records: { customer: 1 }, keptSales: 1 },
  'audit/note': { event: 'bulk-read', count: 1 },
  'audit/read': { before: 1, limit: 1 },
  'audit/check': {},
  'audit/export': { format: 'csv' },
  'files/save': { suggestedName: 'a.csv', content: bytes },
};
