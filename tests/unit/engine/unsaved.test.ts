import { describe, expect, it } from 'vitest';
import { emptyStart, textOfStart } from '#shared/domain/order/enter-order.ts';
import { keyOfPlace } from '#shared/unsaved/unsaved.ts';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import { UnsavedTexts } from '../../../renderer/engine/archive/unsaved-texts.ts';
import { UnsavedShelf } from '../../../renderer/engine/client/unsaved-shelf.ts';
import { anArchiveId, Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

const quickAdd = keyOfPlace({ kind: 'quick-add', of: 'typed' });
const words = { text: '欧阳金丝雀 13900001234', meant: {}, kind: null, source: null };

async function storeOf(machine: Machine): Promise<ArchiveStore> {
  return machine.ports.openStore(anArchiveId, () => undefined);
}

describe('what was typed and not saved', () => {
  it('is there again after the window died without a word', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.keepUnsaved(quickAdd, { ...words, text: '欧' });
    await engine.keepUnsaved(quickAdd, words);
    await expect.poll(async () => (await storeOf(machine)).readUnsaved()).toHaveLength(1);
    const again = await machine.openEngine();
    expect(await again.engine.unsaved()).toEqual({ [quickAdd]: words });
  });

  it('is on the disk before the archive is locked', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    for (let length = 1; length <= words.text.length; length += 1) {
      void engine.keepUnsaved(quickAdd, { ...words, text: words.text.slice(0, length) });
    }
    await engine.close();
    expect(await (await machine.openEngine()).engine.unsaved()).toEqual({ [quickAdd]: words });
  });

  it('is gone once it was saved', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.keepUnsaved(quickAdd, words);
    await engine.keepUnsaved(quickAdd, null);
    await engine.close();
    expect(await (await storeOf(machine)).readUnsaved()).toEqual([]);
  });

  it('lies sealed, in its own place and under its own key', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.keepUnsaved(quickAdd, words);
    await engine.keepUnsaved('fact/c1/note', { text: 'other' });
    await engine.close();
    const store = await storeOf(machine);
    const rows = await store.readUnsaved();
    expect(rows).toHaveLength(2);
    for (const { box } of rows) expect(Buffer.from(box).includes('13900001234')).toBe(false);
    const [one, other] = rows;
    await store.writeUnsaved([{ ...one!, key: other!.key }], [one!.key]);
    // A row that was moved to another place is none of ours, and nothing else suffers from it.
    expect(await (await machine.openEngine()).engine.unsaved()).toEqual({});
  });

  it('is no change: neither journal nor counts know of it', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    const before = await engine.overview();
    await engine.keepUnsaved(quickAdd, words);
    await engine.close();
    expect(await (await machine.openEngine()).engine.overview()).toEqual({ ...before, revision: expect.any(Number) });
    expect(machine.main.headSeq).toBe(before.seq);
  });

  it('survives a rebuild of the database', async () => {
    const machine = new Machine();
    const { engine } = await machine.openEngine();
    await engine.commit('customer/create', [putCustomer({ id: 'c1', name: '张三' })]);
    await engine.keepUnsaved(quickAdd, words);
    await engine.rebuild(machine.opened, '2026-03-01');
    expect(await engine.unsaved()).toEqual({ [quickAdd]: words });
  });

  it('hinders nobody when the database takes it no longer', async () => {
    const machine = new Machine();
    machine.wrapStore = (store) => ({ ...store, writeUnsaved: () => Promise.reject(new Error('full')) });
    const { engine } = await machine.openEngine();
    await engine.keepUnsaved(quickAdd, words);
    await engine.close();
    expect(await (await machine.openEngine()).engine.unsaved()).toEqual({});
  });

  it('that the database did not take goes along with what is typed next', async () => {
    const machine = new Machine();
    let isFull = true;
    machine.wrapStore = (store) => ({
      ...store,
      writeUnsaved: (put, remove) => (isFull ? Promise.reject(new Error('full')) : store.writeUnsaved(put, remove)),
    });
    const { engine } = await machine.openEngine();
    await engine.keepUnsaved(quickAdd, words);
    await new Promise((resolve) => setTimeout(resolve, 0));
    isFull = false;
    await engine.keepUnsaved('fact/c1/note', { text: 'other' });
    await engine.close();
    expect(Object.keys(await (await machine.openEngine()).engine.unsaved()).toSorted()).toEqual([
      'fact/c1/note',
      quickAdd,
    ]);
  });

  it('of an erased customer must be gone before the erasure is called done', async () => {
    const machine = new Machine();
    let isStuck = false;
    machine.wrapStore = (store) => ({
      ...store,
      writeUnsaved: (put, remove) =>
        isStuck ? Promise.reject(new DOMException('', 'AbortError')) : store.writeUnsaved(put, remove),
    });
    const { archive } = await machine.openArchive();
    const texts = await UnsavedTexts.open(archive);
    texts.keep('fact/c1/note', { text: '要忘掉的' });
    await texts.settled();
    isStuck = true;
    await expect(texts.forget((id) => id === 'c1')).rejects.toThrow('archive/storage-failed');
    isStuck = false;
    await texts.forget((id) => id === 'c1');
    expect(await archive.store.readUnsaved()).toEqual([]);
    archive.close();
  });

  it('names nobody who is erased, and stays where it is about others', async () => {
    const { archive } = await new Machine().openArchive();
    const texts = await UnsavedTexts.open(archive);
    const relation = (of: string, customerId: string | null) => ({
      key: keyOfPlace({ kind: 'relation', customerId: 'c2', of }),
      content: {
        who: { name: '张三', customerId, contactId: null },
        nearContactId: null,
        role: null,
        from: null,
        until: null,
        note: '',
      },
    });
    const [named, unknown] = [relation('new', 'c1'), relation('other', null)];
    const skips = keyOfPlace({ kind: 'check-skips' });
    const decided = keyOfPlace({ kind: 'comparison' });
    const decision = (customerId: string) => {
      return { pile: 'changed', fact: null, line: 2, difference: 'abc', customerId, choice: 'ours' };
    };
    const list = (sheet: number, customerId: string) => {
      return { fileName: '名单.csv', sha256: 'a', sheet, decisions: [decision(customerId)] };
    };
    const sale = keyOfPlace({ kind: 'new-order', of: 'new' });
    for (const { key, content } of [named, unknown]) texts.keep(key, content);
    texts.keep(sale, {
      ...textOfStart(emptyStart, '2026-03-01', 'CNY'),
      buyer: { text: '张三', customerId: 'c1', isNew: false },
    });
    texts.keep(skips, { on: '2026-03-01', customerIds: ['c1', 'c2'] });
    texts.keep(decided, { lists: [list(0, 'c1'), list(1, 'c2')] });
    const changed = await texts.forget((id) => id === 'c1');
    const ofOthers = {
      [skips]: { on: '2026-03-01', customerIds: ['c2'] },
      [decided]: { lists: [list(1, 'c2')] },
    };
    const left = { [unknown.key]: unknown.content, ...ofOthers };
    expect(texts.all()).toEqual(left);
    expect(changed).toEqual({ [named.key]: null, [sale]: null, ...ofOthers });
    expect((await UnsavedTexts.open(archive)).all()).toEqual(left);
    await texts.forget((id) => id === 'c2');
    expect(await archive.store.readUnsaved()).toEqual([]);
    archive.close();
  });
});

describe('the shelf of the boxes', () => {
  it('gives back what was left there, and nothing that does not fit the boxes', () => {
    const kept: [string, unknown][] = [];
    const engine = { keepUnsaved: async (key: string, content: unknown) => void kept.push([key, content]) };
    const place = { kind: 'fact', customerId: 'c1', of: 'note' } as const;
    const shelf = new UnsavedShelf(engine, {
      [keyOfPlace(place)]: { text: '半句' },
      [keyOfPlace({ ...place, of: 'name' })]: { text: 3 },
    });
    expect(shelf.read(place)).toEqual({ text: '半句' });
    expect(shelf.read({ ...place, of: 'name' })).toBeNull();
    expect([shelf.holds('c1'), shelf.holds('c2')]).toEqual([true, false]);
    shelf.keep(place, { text: '半句话' });
    expect(shelf.read(place)).toEqual({ text: '半句话' });
    shelf.keep(place, null);
    // What is gone already is not written again.
    shelf.keep(place, null);
    expect(shelf.read(place)).toBeNull();
    expect(kept).toEqual([
      [keyOfPlace(place), { text: '半句话' }],
      [keyOfPlace(place), null],
    ]);
  });

  it('forgets what the engine forgot, writes nothing of it, and tells whoever holds it', () => {
    const kept: string[] = [];
    const place = { kind: 'composer', customerId: 'c1' } as const;
    const skips = { kind: 'check-skips' } as const;
    const shelf = new UnsavedShelf(
      { keepUnsaved: async (key) => void kept.push(key) },
      { [keyOfPlace(place)]: { text: '张三' }, [keyOfPlace(skips)]: { on: '2026-03-01', customerIds: ['c1', 'c2'] } },
    );
    let told = 0;
    const stop = shelf.onForgotten(() => (told += 1));
    const left = { [keyOfPlace(place)]: null, [keyOfPlace(skips)]: { on: '2026-03-01', customerIds: ['c2'] } };
    shelf.forget(left);
    stop();
    shelf.forget({});
    expect(shelf.read(place)).toBeNull();
    expect(shelf.read(skips)?.customerIds).toEqual(['c2']);
    expect([kept, told]).toEqual([[], 1]);
  });

  it('goes along with a customer who turned out to be another, where nothing is being typed yet', () => {
    const log = (customerId: string) => ({ kind: 'today-log' as const, customerId, of: 'f1' });
    const shelf = new UnsavedShelf({ keepUnsaved: async () => undefined }, {});
    shelf.keep(log('b'), { text: '打到一半', channel: 'phone' });
    shelf.follow('b', 'a');
    expect([shelf.read(log('a'))?.text, shelf.read(log('b'))]).toEqual(['打到一半', null]);
    const person = (customerId: string) => ({ kind: 'contact' as const, customerId });
    shelf.keep(person('b'), { name: '王秘书', title: '', role: null, phone: '138' });
    shelf.follow('b', 'a');
    expect([shelf.read(person('a'))?.name, shelf.read(person('b'))]).toEqual(['王秘书', null]);
    shelf.keep(log('b'), { text: '又一句', channel: 'phone' });
    shelf.follow('b', 'a');
    expect([shelf.read(log('a'))?.text, shelf.read(log('b'))?.text]).toEqual(['打到一半', '又一句']);
  });
});
