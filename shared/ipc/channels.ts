/** Names of everything that the window may ask of the machine. The preload imports only this file. */
export const channels = [
  'app/info',
  'app/set-preferences',
  'app/open-external',
  'app/quit',
  'keys/create',
  'keys/confirm-paper-key',
  'keys/unlock',
  'keys/lock',
  'keys/change-passphrase',
  'keys/show-paper-key',
  'keys/set-keychain',
  'journal/status',
  'journal/append',
  'journal/read',
  'backup/status',
  'backup/add-folder',
  'backup/remove-folder',
  'backup/begin',
  'backup/write',
  'backup/finish',
  'backup/cancel',
  'restore/choose',
  'restore/open',
  'restore/apply',
  'restore/cancel',
  'snapshot/open',
  'snapshot/read',
  'snapshot/close',
  'files/save',
] as const;
export type Channel = (typeof channels)[number];

/** What the machine may tell the window unasked. */
export const events = ['lock-requested', 'quit-requested', 'backup-targets-changed'] as const;
export type EventName = (typeof events)[number];
