import type { ArchiveStore } from '../../../db/archive-store.ts';
import type { ImageRow } from '../../../db/tables.ts';
import { firstRowNames } from '../../image/seal-image.ts';
import type { EnginePorts } from '../../ports.ts';

type OpenStore = EnginePorts['openStore'];

interface Ahead {
  archiveId: string;
  store: Promise<ArchiveStore>;
  rows: Map<string, Promise<ImageRow | undefined>>;
  counted: ReturnType<ArchiveStore['countRows']> | null;
  onLost: Parameters<OpenStore>[1];
  /** Nobody waits for it any more, or nothing can be read from it. */
  isOver: boolean;
}

/**
 * Opens the database before there are keys, reads of the image what the first list needs, and counts the rows, for which the
 * browser goes through all of them: everything is sealed, and whoever types a passphrase gives the time. Nobody else writes.
 */
export class StoreAhead {
  readonly #ports: Pick<EnginePorts, 'openStore'>;
  #ahead: Ahead | null = null;

  constructor(ports: Pick<EnginePorts, 'openStore'>) {
    this.#ports = ports;
  }

  begin(archiveId: string): void {
    this.drop();
    const ahead: Ahead = {
      archiveId,
      store: this.#ports.openStore(archiveId, (trouble) => ahead.onLost(trouble)),
      rows: new Map(),
      counted: null,
      onLost: () => {
        ahead.isOver = true;
      },
      isOver: false,
    };
    this.#ahead = ahead;
    // Whoever opens the archive finds out what is wrong, and tells it.
    readAhead(ahead).catch(() => {
      ahead.isOver = true;
    });
  }

  /** The database, with what was read of it already; opened now when it was not. */
  async open(archiveId: string, onLost: Parameters<OpenStore>[1]): Promise<ArchiveStore> {
    const ahead = this.#ahead;
    if (ahead?.archiveId === archiveId) {
      const store = await ahead.store.catch(() => null);
      if (store && !ahead.isOver) {
        this.#ahead = null;
        ahead.isOver = true;
        ahead.onLost = onLost;
        return withAnswers(store, ahead);
      }
    }
    this.drop();
    return this.#ports.openStore(archiveId, onLost);
  }

  drop(): void {
    const ahead = this.#ahead;
    if (!ahead) return;
    this.#ahead = null;
    ahead.isOver = true;
    ahead.store.then((store) => store.close()).catch(() => undefined);
  }
}

/** One after the other, until all is there or somebody goes on with it. */
async function readAhead(ahead: Ahead): Promise<void> {
  const store = await ahead.store;
  for (const name of firstRowNames()) {
    if (ahead.isOver) return;
    const reading = store.readImage([name]).then(([row]) => row);
    ahead.rows.set(name, reading);
    if (!(await reading)) break;
  }
  if (ahead.isOver) return;
  ahead.counted = store.countRows();
  await ahead.counted;
}

/** Gives each answer that was asked for ahead once, and none after what it told of is another. */
function withAnswers(store: ArchiveStore, ahead: Pick<Ahead, 'rows' | 'counted'>): ArchiveStore {
  const { rows } = ahead;
  return {
    ...store,
    countRows() {
      const { counted } = ahead;
      ahead.counted = null;
      return counted ?? store.countRows();
    },
    async readImage(names) {
      const [name = '', ...others] = names;
      const read = others.length === 0 ? rows.get(name) : undefined;
      if (read) {
        rows.delete(name);
        return [await read];
      }
      // Whoever asks for something else goes on without the rest: it is large.
      rows.clear();
      return store.readImage(names);
    },
    write(batch) {
      ahead.counted = null;
      return store.write(batch);
    },
    writeImage(written) {
      rows.clear();
      return store.writeImage(written);
    },
    reset(meta, kept) {
      ahead.counted = null;
      rows.clear();
      return store.reset(meta, kept);
    },
  };
}
