import { nobodyErased, type ErasedList } from '#shared/archive/erased.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { Channel } from '#shared/ipc/channels.ts';
import { contract, type Counts, type Handlers, type Input, type Output } from '#shared/ipc/contract.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { judgeSpace } from '../../electron/files/space-guard.ts';
import type { MainPort } from '../../renderer/engine/ports.ts';

type Frame = Output<'journal/read'>['frames'][number];

/** A main process in memory: a journal and one base snapshot, with the promises of the contract and nothing else. */
export class FakeMain implements MainPort {
  generation = 1;
  frames: Frame[] = [];
  headSeq = 0;
  counts: Counts = {};
  snapshot: { name: string; seq: number; counts: Counts; bytes: Uint8Array } | null = null;
  readOnlyReason: string | null = null;
  damage: Output<'journal/status'>['damage'] = null;
  erased: ErasedList = nobodyErased;
  totals: Output<'journal/status'>['totals'] = null;
  snapshotDue = false;
  freeBytes = 1024 ** 4;
  /** Throws from a call when it returns true; for the faults. */
  failWhen: (channel: Channel, number: number) => 'before' | 'after' | false = () => false;
  calls = 0;
  #writing: { id: string; seq: number; counts: Counts; chunks: Uint8Array[] } | null = null;
  #reading = 0;
  readonly chunkBytes: number;

  constructor(chunkBytes = 64 * 1024) {
    this.chunkBytes = chunkBytes;
  }

  async call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    this.calls += 1;
    const failing = this.failWhen(channel, this.calls);
    if (failing === 'before') failWith('journal/write-failed', { reason: 'EIO' });
    const handler = (this.#handlers as Partial<Record<Channel, unknown>>)[channel] as
      | ((input: unknown) => unknown)
      | undefined;
    if (!handler) throw new Error(`FakeMain does not know ${channel}`);
    const output = await handler(contract[channel].input.parse(input));
    if (failing === 'after') failWith('journal/write-failed', { reason: 'EIO' });
    return contract[channel].output.parse(structuredClone(output)) as Output<C>;
  }

  /** As after a restore: what was packed is the base, a marker takes the next number. */
  restore(bytes: Uint8Array, counts: Counts): void {
    this.generation += 1;
    this.headSeq += 1;
    this.frames = [];
    this.counts = counts;
    this.snapshot = { name: 'restored.kebu', seq: this.headSeq, counts, bytes };
  }

  /** As after a compaction: frames up to the snapshot go. */
  compact(): void {
    const base = this.snapshot?.seq ?? 0;
    this.frames = this.frames.filter((frame) => frame.seq > base);
  }

  /** Frames of a change set that was not finished when the power went. */
  dropUnfinished(): void {
    this.frames = this.frames.filter((frame) => frame.seq <= this.headSeq);
  }

  readonly #handlers = {
    'app/info': () => ({
      version: '0.1.0',
      platform: 'linux',
      standIn: true,
      region: 'CN',
      archive: 'open' as const,
      archiveId: null,
      hasPassphrase: true,
      paperKeyConfirmed: true,
      keychain: 'unavailable' as const,
      preferences: {
        language: 'zh-CN' as const,
        theme: 'system' as const,
        textSizePercent: 100,
        density: 'normal' as const,
        autoLockMinutes: 0,
        newCustomerKeys: null,
      },
      uncleanExit: false,
    }),
    'journal/status': () => ({
      generation: this.generation,
      headSeq: this.headSeq,
      headAt: this.headSeq > 0 ? '2026-03-01T08:00:00.000Z' : null,
      firstSeq: this.frames[0]?.seq ?? this.headSeq + 1,
      counts: this.counts,
      snapshot: this.snapshot && {
        name: this.snapshot.name,
        seq: this.snapshot.seq,
        counts: this.snapshot.counts,
      },
      damage: this.damage,
      readOnlyReason: this.readOnlyReason,
      totals: this.totals,
      snapshotDue: this.snapshotDue,
    }),
    'app/space': ({ neededBytes }) => ({
      freeBytes: this.freeBytes,
      state: judgeSpace(this.freeBytes - neededBytes),
    }),
    'journal/keep-totals': (totals) => {
      this.totals = totals;
      return {};
    },
    'journal/append': ({ afterSeq, changeSetId, last, payload, counts }) => {
      const tail = this.frames.at(-1);
      const isUnfinished = tail !== undefined && tail.seq > this.headSeq;
      if (isUnfinished && tail.changeSetId !== changeSetId) this.dropUnfinished();
      const end = Math.max(this.frames.at(-1)?.seq ?? 0, this.headSeq);
      if (afterSeq !== end) failWith('journal/out-of-order');
      const seq = end + 1;
      this.frames.push({ seq, changeSetId, last, payload });
      if (last) {
        this.headSeq = seq;
        this.counts = counts;
      }
      return { seq };
    },
    'journal/read': ({ fromSeq }) => {
      const rest = this.frames.filter((frame) => frame.seq >= fromSeq && frame.seq <= this.headSeq);
      const frames = rest.slice(0, 7);
      return { frames, nextSeq: rest.length > frames.length ? (rest[frames.length]?.seq ?? null) : null };
    },
    'backup/begin': ({ seq, counts }) => {
      this.#writing = { id: `backup-${seq}`, seq, counts, chunks: [] };
      return { backupId: this.#writing.id };
    },
    'backup/write': ({ chunk }) => {
      this.#writing?.chunks.push(chunk);
      return {};
    },
    'backup/finish': () => {
      this.snapshotDue = false;
      if (!this.#writing) return failWith('backup/cancelled');
      const { id, seq, counts, chunks } = this.#writing;
      const bytes = concatBytes(chunks);
      this.snapshot = { name: `${id}.kebu`, seq, counts, bytes };
      const at = '2026-03-01T09:00:00.000Z';
      const file = { id, name: `${id}.kebu`, folderId: 'local', sizeBytes: bytes.length, seq, counts };
      return { backup: { ...file, createdAt: at, verifiedAt: at, proof: 'decrypted' as const } };
    },
    'backup/cancel': () => {
      this.#writing = null;
      return {};
    },
    'snapshot/open': () => {
      if (!this.snapshot) return failWith('restore/damaged');
      this.#reading = 0;
      const { seq, counts, bytes } = this.snapshot;
      return { readId: 'read-1', sizeBytes: bytes.length, seq, counts };
    },
    'snapshot/read': () => {
      const bytes = this.snapshot?.bytes ?? new Uint8Array();
      const chunk = bytes.slice(this.#reading, this.#reading + this.chunkBytes);
      this.#reading += chunk.length;
      return { chunk: chunk.length === 0 ? null : chunk };
    },
    'snapshot/close': () => ({}),
    'snapshot/list': () => ({
      snapshots: this.snapshot ? [{ seq: this.snapshot.seq, createdAt: '2026-03-01T09:00:00.000Z' }] : [],
    }),
    'audit/note': () => ({}),
    'erasure/status': () => ({ erased: this.erased, pending: null, certificates: [] }),
  } satisfies Partial<Handlers>;
}
