import { join } from 'node:path';
import * as z from 'zod';
import type { FileSystem } from '../files/file-system.ts';
import { readJsonIfGood, writeJson } from '../files/json-file.ts';

const windowStateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const minimumSize = { width: 880, height: 600 } as const;
const defaultSize = { width: 1280, height: 820 } as const;
/** So much of the title bar must be on a screen that it can be grabbed. */
const graspable = { width: 120, height: 32 } as const;

/** Where the window goes: where it was, unless that screen is gone; then centred by the system. */
export function placeWindow(
  saved: WindowState | null,
  screens: readonly Area[],
): { bounds: Partial<Area>; isMaximized: boolean } {
  if (!saved || !screens.some((screen) => isGraspable(saved, screen))) {
    const screen = screens[0];
    const width = Math.min(saved?.width ?? defaultSize.width, screen?.width ?? defaultSize.width);
    const height = Math.min(saved?.height ?? defaultSize.height, screen?.height ?? defaultSize.height);
    return { bounds: { width, height }, isMaximized: saved?.isMaximized ?? false };
  }
  const { x, y, width, height, isMaximized } = saved;
  return { bounds: { x, y, width, height }, isMaximized };
}

function isGraspable(bounds: Area, screen: Area): boolean {
  const overlap = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  const isTitleBarInside = bounds.y >= screen.y && bounds.y + graspable.height <= screen.y + screen.height;
  return overlap >= graspable.width && isTitleBarInside;
}

export function readWindowState(files: FileSystem, dataDir: string): Promise<WindowState | null> {
  return readJsonIfGood(files, pathIn(dataDir), windowStateSchema);
}

/** Losing it loses nothing, so a failure is nobody's concern. */
export async function writeWindowState(files: FileSystem, dataDir: string, state: WindowState): Promise<void> {
  await writeJson(files, pathIn(dataDir), state).catch(() => undefined);
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'window.json');
}
