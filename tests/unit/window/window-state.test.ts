import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { placeWindow, readWindowState, writeWindowState } from '../../../electron/window/window-state.ts';
import { failingFileSystem } from '../../helpers/failing-file-system.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 2560, height: 1400 };
const saved = { x: 2000, y: 100, width: 1200, height: 800, isMaximized: false };

describe('the place of the window', () => {
  it('is where it was', () => {
    const { isMaximized: _, ...bounds } = saved;
    expect(placeWindow(saved, [left, right])).toEqual({ bounds, isMaximized: false });
  });

  it.each([
    ['its screen is gone', saved, [left]],
    ['its title bar is above the screen', { ...saved, y: -40 }, [left, right]],
    ['its title bar is below the screen', { ...saved, y: 1380 }, [left, right]],
    ['only a sliver of it is left', { ...saved, x: -1150 }, [left]],
  ])('is left to the system when %s', (_why, state, screens) => {
    expect(placeWindow(state, screens).bounds).toEqual({ width: 1200, height: 800 });
  });

  it('is never larger than the screen', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 };
    expect(placeWindow(null, [small])).toEqual({ bounds: { width: 1024, height: 700 }, isMaximized: false });
    expect(placeWindow(null, [])).toEqual({ bounds: { width: 1280, height: 820 }, isMaximized: false });
    expect(placeWindow({ ...saved, isMaximized: true }, [small])).toEqual({
      bounds: { width: 1024, height: 700 },
      isMaximized: true,
    });
  });

  it('is remembered, and forgotten when the file makes no sense', async () => {
    const dir = aTempDir();
    expect(await readWindowState(nodeFileSystem, dir)).toBeNull();
    await writeWindowState(nodeFileSystem, dir, saved);
    expect(await readWindowState(nodeFileSystem, dir)).toEqual(saved);
    for (const content of ['', '{', '{"x":1}', '{"x":"1","y":0,"width":5,"height":5,"isMaximized":false}']) {
      writeFileSync(join(dir, 'window.json'), content);
      expect(await readWindowState(nodeFileSystem, dir)).toBeNull();
    }
  });

  it('is nobody’s concern when it cannot be written', async () => {
    const files = failingFileSystem(nodeFileSystem, { atCall: 1, kind: 'ENOSPC', lasting: true });
    await expect(writeWindowState(files, aTempDir(), saved)).resolves.toBeUndefined();
  });
});
