import { basename } from 'node:path';
import type { AuditEntry } from '#shared/audit/audit-entry.ts';
import { deriveKey } from '#shared/crypto/keys.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { reachableFolders } from '../backup/find-backups.ts';
import { readWitnesses } from '../backup/tidy-folder.ts';
import type { BackupTools } from '../backup/tools.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { describeWriteFailure } from '../files/write-failure.ts';
import type { ArchiveSession } from '../keys/archive-session.ts';

type Channels = 'audit/note' | 'audit/read' | 'audit/check' | 'audit/export';

export function createAuditHandlers(
  tools: BackupTools,
  session: ArchiveSession,
  audit: AuditLog,
): Pick<Handlers, Channels> {
  const { dialogs, files, clock } = tools.ports;
  return {
    // Written down like every other answer that matters; see audited-handlers.ts.
    'audit/note': () => {
      session.require();
      return {};
    },

    async 'audit/read'({ before, limit }) {
      session.require();
      return { entries: await audit.read(before ?? Number.MAX_SAFE_INTEGER, limit) };
    },

    async 'audit/check'() {
      const { archiveKey, archiveId } = session.require();
      const key = deriveKey(archiveKey, archiveId, 'audit');
      try {
        const folders = await reachableFolders(tools, archiveId);
        return await audit.check(
          key,
          await readWitnesses(
            files,
            folders.map(({ dir }) => dir),
          ),
        );
      } finally {
        key.fill(0);
      }
    },

    async 'audit/export'({ format }) {
      session.require();
      const day = clock.now().toISOString().slice(0, 10);
      const path = await dialogs.chooseSavePath(`kebu-audit-${day}.${format}`);
      if (path === null) return { savedAs: null };
      const entries = await audit.all();
      const text = format === 'csv' ? asCsv(entries) : entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      await writeAtomically(files, path, new TextEncoder().encode(text)).catch(describeWriteFailure);
      return { savedAs: basename(path) };
    },
  };
}

/** Nothing in an entry needs quoting: names from a list, numbers and hexadecimal digits. */
function asCsv(entries: readonly AuditEntry[]): string {
  const header = 'n,at,event,count,seq,error,channel,certificate,missed,previous,hash,mac';
  const lines = entries.map(({ n, at, event, detail, previous, hash, mac }) => {
    const { count, seq, error, channel, certificate, missed } = detail;
    return [n, at, event, count, seq, error, channel, certificate, missed, previous, hash, mac]
      .map((cell) => cell ?? '')
      .join(',');
  });
  return `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
}
