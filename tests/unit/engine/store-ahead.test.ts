import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import type { ArchiveStore } from '../../../renderer/db/archive-store.ts';
import type { ImageRow } from '../../../renderer/db/tables.ts';
import { StoreAhead } from '../../../renderer/engine/archive/rows/store-ahead.ts';
import type { EnginePorts } from '../../../renderer/engine/ports.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const row = (name: string, byte: number): ImageRow => ({ name, iv: new Uint8Array(12), box: Uint8Array.of(byte) });
const image = [row('head-0', 1), row('core-0', 2), row('core-1', 3), row('sought-0', 4)];

type OnLost = Parameters<EnginePorts['openStore']>[1];

/** A database that tells what it was asked for. */
async function aStore() {
  const asked: string[] = [];
  const memory = createMemoryStore();
  await memory.writeImage(image);
  const close = vi.fn();
  const countRows = vi.fn(() => memory.countRows());
  const store: ArchiveStore = {
    ...memory,
    close,
    countRows,
    readImage(names) {
      asked.push(...names);
      return memory.readImage(names);
    },
  };
  return { store, asked, close, countRows };
}

async function begun() {
  const found = await aStore();
  const listeners: OnLost[] = [];
  const openStore = vi.fn((_: string, onLost: OnLost) => {
    listeners.push(onLost);
    return Promise.resolve(found.store);
  });
  const ahead = new StoreAhead({ openStore });
  ahead.begin('one');
  await eventually(() => {
    expect(found.asked).toEqual(['head-0', 'core-0', 'core-1', 'core-2']);
    expect(found.countRows).toHaveBeenCalledOnce();
  });
  return { ...found, ahead, openStore, lose: (trouble: Parameters<OnLost>[0]) => listeners[0]?.(trouble) };
}

describe('the database before there are keys', () => {
  it('is opened once, and gives what was read ahead without being asked again', async () => {
    const { ahead, openStore, asked } = await begun();
    const store = await ahead.open('one', () => undefined);
    expect(await store.readImage(['core-1'])).toEqual([image[2]]);
    expect(asked).toHaveLength(4);
    expect(openStore).toHaveBeenCalledOnce();
    expect(await store.readImage(['core-1'])).toEqual([image[2]]);
    expect(await store.readImage(['sought-0'])).toEqual([image[3]]);
    expect(asked).toHaveLength(6);
  });

  it('tells what was counted once, and counts anew after a write', async () => {
    const { ahead, countRows } = await begun();
    const store = await ahead.open('one', () => undefined);
    await eventually(() => {
      expect(countRows).toHaveBeenCalledOnce();
    });
    await store.countRows();
    expect(countRows).toHaveBeenCalledOnce();
    await store.countRows();
    expect(countRows).toHaveBeenCalledTimes(2);

    const other = await begun();
    const written = await other.ahead.open('one', () => undefined);
    await written.write({});
    await written.countRows();
    expect(other.countRows).toHaveBeenCalledTimes(2);
  });

  it('gives nothing of an image that was written over since', async () => {
    const { ahead } = await begun();
    const store = await ahead.open('one', () => undefined);
    await store.writeImage([row('core-0', 9)]);
    expect(await store.readImage(['core-0'])).toEqual([row('core-0', 9)]);
  });

  it('is closed and another one opened when another archive is unlocked', async () => {
    const { ahead, openStore, close } = await begun();
    await ahead.open('two', () => undefined);
    expect(openStore).toHaveBeenLastCalledWith('two', expect.anything());
    await eventually(() => {
      expect(close).toHaveBeenCalledOnce();
    });
  });

  it('is opened anew after it was lost, and tells of a later loss whoever opened the archive', async () => {
    const lost = await begun();
    lost.lose('damaged');
    await lost.ahead.open('one', () => undefined);
    expect(lost.openStore).toHaveBeenCalledTimes(2);

    const sound = await begun();
    const onLost = vi.fn();
    await sound.ahead.open('one', onLost);
    sound.lose('damaged');
    expect(onLost).toHaveBeenCalledWith('damaged');
    expect(sound.openStore).toHaveBeenCalledOnce();
  });

  it('is opened anew when it could not be opened', async () => {
    const { store } = await aStore();
    const openStore = vi.fn().mockRejectedValueOnce(new Error('the disk is busy')).mockResolvedValue(store);
    const ahead = new StoreAhead({ openStore });
    ahead.begin('one');
    expect(await ahead.open('one', () => undefined)).toBe(store);
  });
});
