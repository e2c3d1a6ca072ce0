import type { FileSystem, OpenFile } from '../../electron/files/file-system.ts';

type Held = { call: 'read' | 'write'; below: string; within: string };

/** A disk that stands still or fails below a folder while it is told to, for looking at what Kebu says meanwhile. */
export class HeldDisk {
  readonly files: FileSystem;
  #held: Held | null = null;
  #failing: string | null = null;
  #waiting: (() => void)[] = [];

  constructor(inner: FileSystem) {
    this.files = {
      ...inner,
      open: async (path, mode) => this.#watch(await inner.open(path, mode), path),
    };
  }

  /** What has this in its path, unless told otherwise the backup that is half written there, is read or written no further. */
  hold(call: Held['call'], below: string, within = '.kebu.'): void {
    this.#held = { call, below, within };
  }

  /** Nothing can be written there any more. */
  fill(below: string): void {
    this.#failing = below;
  }

  release(): void {
    this.#held = null;
    this.#failing = null;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #watch(file: OpenFile, path: string): OpenFile {
    // Methods of a file are closures: nothing here depends on `this`.
    return {
      ...file,
      read: async (into, position) => {
        await this.#pass('read', path);
        return file.read(into, position);
      },
      write: async (bytes, position) => {
        await this.#pass('write', path);
        return file.write(bytes, position);
      },
    };
  }

  async #pass(call: Held['call'], path: string): Promise<void> {
    if (call === 'write' && this.#failing !== null && path.startsWith(this.#failing)) {
      throw Object.assign(new Error('ENOSPC: the disk is full'), { code: 'ENOSPC' });
    }
    const held = this.#held;
    const isHeld = held?.call === call && path.startsWith(held.below) && path.includes(held.within);
    if (isHeld) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
