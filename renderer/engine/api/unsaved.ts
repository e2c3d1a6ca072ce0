/** What was typed and not saved yet: it survives a crash and the lock, and is no record. */
export interface UnsavedApi {
  /** All of it, by key (`keyOfPlace`). */
  unsaved(): Record<string, unknown>;
  /** Keeps it as it stands now; `null` once it is saved or thrown away. Never fails: what was typed stands on the screen. */
  keepUnsaved(key: string, content: unknown): void;
}
