import { describe, expect, it, vi } from 'vitest';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import { Machine } from '../../helpers/archive.ts';
import { anId, putCustomer, putInteraction } from '../../helpers/builders.ts';

describe('an archive that is opened from its image', () => {
  it('gives back what it was read from, sealed and opened, before anything is asked of it', async () => {
    const machine = new Machine();
    const { engine: before } = await machine.openEngine();
    await before.commit('customer/create', [
      putCustomer({ id: 'c1', name: '张三', note: '要三箱龙井' }),
      putInteraction({ id: 'i1', customerId: 'c1', at: '2026-02-20T10:00', text: '问起交货的日子' }),
    ]);
    await before.close();

    const sealed: ArrayBuffer[] = [];
    machine.wrapStore = (store): ArchiveStore => ({
      ...store,
      readImage: async (names) => {
        const rows = await store.readImage(names);
        for (const row of rows) if (row) sealed.push(row.box.buffer);
        return rows;
      },
    });
    const decrypt = vi.spyOn(crypto.subtle, 'decrypt');
    const { engine } = await machine.openEngine();
    expect(await engine.search('龙井', 5)).toHaveLength(1);
    const [, ...opened] = await Promise.all(decrypt.mock.results.map(({ value }) => value as Promise<ArrayBuffer>));
    decrypt.mockRestore();

    expect(opened).toHaveLength(2);
    expect(opened.map(({ detached }) => detached)).toEqual([true, true]);
    expect(sealed.map(({ detached }) => detached)).toEqual([true, true, true]);
    expect(await engine.search('交货', 5)).toHaveLength(1);
    expect((await engine.dossier(anId('c1'))).customer.name).toBe('张三');
    const { token } = await engine.query('list', { text: '', sort: [{ column: 'name', descending: false }] });
    expect((await engine.rows(token, 0, 10)).map(({ name }) => name)).toEqual(['张三']);
  });
});
