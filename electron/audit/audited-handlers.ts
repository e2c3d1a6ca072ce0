import type { AuditDetail, AuditEvent } from '#shared/audit/audit-entry.ts';
import { AppFailure } from '#shared/errors/app-error.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import type { Handlers, Input, Output } from '#shared/ipc/contract.ts';
import type { Log } from '../log/log.ts';
import type { AuditLog } from './audit-log.ts';

type Happened = [event: AuditEvent, detail?: AuditDetail] | null;

type Noted = {
  [C in Channel]?: {
    done: (output: Output<C>, input: Input<C>) => Happened;
    refused?: AuditEvent;
  };
};

/** Which answers and refusals stand in the audit log. */
const noted: Noted = {
  'keys/create': { done: () => ['archive-created'] },
  'keys/unlock': { done: () => ['unlocked'], refused: 'unlock-refused' },
  'keys/show-paper-key': { done: () => ['paper-key-shown'], refused: 'paper-key-refused' },
  'keys/confirm-paper-key': { done: () => ['paper-key-confirmed'] },
  'keys/change-passphrase': { done: () => ['passphrase-changed'], refused: 'passphrase-refused' },
  'keys/set-keychain': { done: (_output, { enabled }) => [enabled ? 'keychain-on' : 'keychain-off'] },
  'backup/copy': { done: ({ backup }) => ['backup-made', { seq: backup.seq }], refused: 'backup-failed' },
  'backup/finish': { done: ({ backup }) => ['backup-made', { seq: backup.seq }], refused: 'backup-failed' },
  'backup/add-folder': { done: ({ folder }) => folder && ['folder-added'] },
  'backup/remove-folder': { done: () => ['folder-removed'] },
  'restore/open': { done: ({ seq }) => ['backup-opened', { seq }], refused: 'backup-refused' },
  'restore/apply': { done: () => ['restored'], refused: 'restore-failed' },
  'journal/save-copy': { done: ({ savedAs }) => (savedAs === null ? null : ['journal-copied']) },
  'files/save': {
    done({ savedAs }, { exported }) {
      if (savedAs === null) return null;
      return exported === undefined ? ['file-saved'] : ['exported', { count: exported }];
    },
  },
  'files/save-pdf': {
    done: ({ outcome }, { exported }) => (outcome === 'saved' ? ['exported', { count: exported }] : null),
  },
  'attachments/save-as': { done: ({ savedAs }) => (savedAs === null ? null : ['file-saved']) },
  'attachments/open-with-system': { done: ({ opened }) => (opened ? ['file-opened'] : null) },
  'erasure/begin': { done: ({ tombstones }) => ['erasure-begun', { count: tombstones.length }] },
  'erasure/finish': {
    done: ({ certificate: { persons, sha256 } }) => ['erased', { count: persons, certificate: sha256 }],
  },
  'audit/note': { done: (_output, { event, count }) => [event, { count }] },
  'audit/export': { done: ({ savedAs }) => (savedAs === null ? null : ['log-exported']) },
};

/** The same handlers, each answer or refusal that matters written down before it leaves. */
export function auditHandlers(handlers: Handlers, audit: AuditLog): Handlers {
  const audited: Record<string, unknown> = { ...handlers };
  for (const [channel, note] of Object.entries(noted)) {
    const handler = handlers[channel as Channel] as (input: unknown) => unknown;
    const { done, refused } = note as { done: (output: unknown, input: unknown) => Happened; refused?: AuditEvent };
    audited[channel] = async (input: unknown) => {
      let output: unknown;
      try {
        output = await handler(input);
      } catch (error) {
        if (refused && error instanceof AppFailure) await audit.note(refused, { error: error.error.code });
        throw error;
      }
      const happened = done(output, input);
      if (happened) await audit.note(...happened);
      return output;
    };
  }
  return audited as unknown as Handlers;
}

/** A page that is refused again and again fills no disk: one entry stands for all refusals of so long a time. */
const refusalPauseMs = 10_000;

/** The same log; requests that were refused stand in the audit log too. */
export function auditRefusals(log: Log, audit: AuditLog, now: () => Date): Log {
  let lastMs = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (happening, details = {}) => {
    log(happening, details);
    if (happening !== 'request-refused') return;
    count += 1;
    if (now().getTime() - lastMs < refusalPauseMs) return;
    lastMs = now().getTime();
    const { channel, error } = details;
    void audit.note('request-refused', {
      count,
      ...(channel === undefined ? {} : { channel }),
      ...(error === undefined ? {} : { error }),
    });
    count = 0;
  };
}
