import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../../shared/errors/app-error.ts';
import { ImportSession } from '../../../renderer/features/imports/import-session.ts';
import { connectImport, type ImportArchive } from '../../../renderer/features/imports/import-client.ts';
import type { LookupMethod, ToPage, ToWorker } from '../../../renderer/features/imports/protocol.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { csvFile } from '../../helpers/import-files.ts';
import { newId } from '../../helpers/import-run.ts';

const settings = { today: '2026-11-21', language: 'en', currency: 'CNY' } as const;

/** The engine over the fake archive, and the client connected with a session in the same thread, messages copied. */
function connect(archive = new FakeArchive()) {
  const staged = new Map<string, Parameters<ImportArchive['stage']>[1]>();
  const said: string[] = [];
  const engine: ImportArchive = {
    matches: (keys) => archive.matches(keys),
    existing: (keys) => archive.existing(keys),
    dossiers: (ids) => archive.dossiers(ids),
    catalogue: async (table) => archive.all(table),
    relationKinds: () => archive.relationKinds(),
    holders: async () => [],
    stage: async (id, edits) => {
      staged.set(id, [...(staged.get(id) ?? []), ...edits]);
    },
    commitStaged: async (id, reason) => {
      said.push(`${reason} ${staged.get(id)?.length ?? 0}`);
      archive.apply((staged.get(id) ?? []) as Parameters<FakeArchive['apply']>[0]);
      return { changeSetId: 'c', seq: 1, revision: 1, customerIds: [] };
    },
    discardStaged: async (id) => {
      said.push('discarded');
      staged.delete(id);
    },
  };
  const toPage = (message: ToPage) => queueMicrotask(() => client.receive(structuredClone(message)));
  const questions = new Map<number, (value: unknown) => void>();
  const ask = (method: LookupMethod, args: unknown[]) =>
    new Promise<never>((resolve) => {
      const id = questions.size + 1;
      questions.set(id, resolve as (value: unknown) => void);
      toPage({ type: 'lookup', id, method, args });
    });
  const session = new ImportSession({
    lookup: {
      matches: (keys) => ask('matches', [keys]),
      existing: (keys) => ask('existing', [keys]),
      dossiers: (ids) => ask('dossiers', [ids]),
      tags: () => ask('tags', []),
      customFields: () => ask('customFields', []),
      products: () => ask('products', []),
      words: () => ask('products', []),
      relationKinds: () => ask('products', []),
      holders: (fieldId, values) => ask('holders', [fieldId, values]),
      receipts: () => ask('receipts', []),
    },
    newId,
    breathe: async () => undefined,
    onProgress: (progress) => toPage({ type: 'progress', progress }),
  });
  const post = (message: ToWorker) => {
    if (message.type === 'lookup-reply') {
      if (message.result.ok) questions.get(message.id)?.(structuredClone(message.result.value));
      return;
    }
    const method = session[message.method].bind(session) as (...args: unknown[]) => Promise<unknown>;
    void method(...message.args).then(
      (value) => toPage({ type: 'reply', id: message.id, result: { ok: true, value } }),
      (error: unknown) =>
        toPage({ type: 'reply', id: message.id, result: { ok: false, error: (error as AppFailure).error } }),
    );
  };
  let closed = 0;
  const progress: string[] = [];
  const pictures: Uint8Array[] = [];
  const client = connectImport(
    { post, close: () => closed++ },
    {
      archive: engine,
      settings,
      onProgress: (step) => progress.push(step.stage),
      storePicture: async (bytes) => pictures.push(bytes),
    },
  );
  return { client, archive, said, progress, isClosed: () => closed > 0 };
}

const file = () =>
  new File(
    [
      csvFile([
        ['Name', 'Phone'],
        ['Anne Hope', '13800138000'],
        ['Bob Low', '13900139000'],
      ]) as BlobPart,
    ],
    'a.csv',
  );

describe('import client', () => {
  it('opens, plans and commits one change set through the archive', async () => {
    const { client, archive, said, progress } = connect();
    expect((await client.open(file())).totalRows).toBe(2);
    const plan = await client.plan({ policy: 'fill-empty', createUnknown: false });
    expect(plan.counts.created).toBe(2);
    await client.commit();
    expect(said).toEqual(['import/customers 3']);
    expect(archive.all('customer')).toHaveLength(2);
    expect(progress).toContain('plan');
  });

  it('says in words what a file is that it refuses', async () => {
    const { client } = connect();
    await expect(client.open(new File([], 'a.csv'))).rejects.toThrow('import/empty');
  });

  it('discards what was staged when the archive refuses', async () => {
    const { client, said, archive } = connect();
    await client.open(file());
    await client.plan({ policy: 'fill-empty', createUnknown: false });
    archive.apply = () => {
      throw new AppFailure({ code: 'archive/conflict' });
    };
    await expect(client.commit()).rejects.toThrow('archive/conflict');
    expect(said.at(-1)).toBe('discarded');
  });

  it('does not commit what was not planned, or planned before a change', async () => {
    const { client } = connect();
    await client.open(file());
    await expect(client.commit()).rejects.toThrow('import/no-rows');
    await client.plan({ policy: 'fill-empty', createUnknown: false });
    await client.change({ kind: 'customers' });
    await expect(client.commit()).rejects.toThrow('import/no-rows');
  });

  it('rejects what is under way when it is closed, and everything after', async () => {
    const { client, isClosed } = connect();
    const opening = client.open(file());
    client.close();
    await expect(opening).rejects.toThrow('import/cancelled');
    await expect(client.plan({ policy: 'skip', createUnknown: false })).rejects.toThrow('import/cancelled');
    expect(isClosed()).toBe(true);
  });
});
