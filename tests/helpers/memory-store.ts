import type { ArchiveStore } from '../../renderer/db/archive-store.ts';
import type { AuditRow, CatalogueRow, DossierRow, ImageRow, SealedPart, UnsavedRow } from '../../renderer/db/tables.ts';

/** The archive's database in plain maps: for measuring the engine without a browser's storage. Keeps what it is given. */
export function createMemoryStore(): ArchiveStore {
  const dossiers = new Map<string, Map<number, DossierRow>>();
  const catalogue = new Map<string, CatalogueRow>();
  const audit = new Map<number, AuditRow>();
  const image = new Map<string, ImageRow>();
  const unsaved = new Map<string, UnsavedRow>();
  let meta: SealedPart | null = null;
  let order: string[] | null = null;

  const partsOf = (id: string) => [...(dossiers.get(id)?.values() ?? [])].sort((a, b) => a.part - b.part);
  return {
    readMeta: async () => meta,
    countRows: async () => ({
      dossiers: [...dossiers.values()].reduce((sum, parts) => sum + parts.size, 0),
      catalogue: catalogue.size,
      audit: audit.size,
    }),
    readDossiers: async (ids) => ids.map(partsOf),
    scanDossiers: async (after, limit) => {
      order ??= [...dossiers.keys()].sort();
      const rows: DossierRow[] = [];
      let at = after ? firstFrom(order, after[0]) : 0;
      for (; at < order.length && rows.length < limit; at += 1) {
        for (const row of partsOf(order[at] ?? '')) {
          const isAfter = !after || row.customerId !== after[0] || row.part > after[1];
          if (isAfter && rows.length < limit) rows.push(row);
        }
      }
      return rows;
    },
    readCatalogue: async () => [...catalogue.values()],
    readAudit: async (before, limit) =>
      [...audit.values()]
        .filter((row) => row.seq < before)
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit),
    findAudit: async (changeSetId) => [...audit.values()].find((row) => row.changeSetId === changeSetId) ?? null,
    write: async (batch) => {
      for (const [id, part] of batch.removeDossiers ?? []) {
        const parts = dossiers.get(id);
        parts?.delete(part);
        if (parts?.size === 0) dossiers.delete(id);
        order = null;
      }
      for (const row of batch.putDossiers ?? []) {
        let parts = dossiers.get(row.customerId);
        if (!parts) {
          parts = new Map();
          dossiers.set(row.customerId, parts);
          order = null;
        }
        parts.set(row.part, row);
      }
      for (const key of batch.removeCatalogue ?? []) catalogue.delete(key.join('/'));
      for (const row of batch.putCatalogue ?? []) catalogue.set(`${row.table}/${row.id}`, row);
      for (const row of batch.putAudit ?? []) audit.set(row.seq, row);
      meta = batch.meta ?? meta;
    },
    reset: async (value, kept) => {
      for (const table of [dossiers, catalogue, image]) table.clear();
      for (const seq of audit.keys()) {
        if (seq > kept.upToSeq || kept.exceptSeqs.includes(seq)) audit.delete(seq);
      }
      order = null;
      meta = value;
    },
    // A copy, as a database gives: whoever reads an image gives its memory back.
    readImage: async (names) =>
      names.map((name) => {
        const row = image.get(name);
        return row && { ...row, box: row.box.slice() };
      }),
    writeImage: async (rows) => {
      const all: ImageRow[] = [];
      for await (const row of rows) all.push(row);
      image.clear();
      for (const row of all) image.set(row.name, row);
    },
    readUnsaved: async () => [...unsaved.values()],
    writeUnsaved: async (put, remove) => {
      for (const key of remove) unsaved.delete(key);
      for (const row of put) unsaved.set(row.key, row);
    },
    close: () => undefined,
  };
}

/** First place in a sorted list whose value is not below. */
function firstFrom(list: readonly string[], value: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
