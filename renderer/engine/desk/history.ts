import { fieldOf } from '#shared/changes/record-content.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { CustomerQuery, HistoryApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { answer } from '../index/filter/query.ts';
import { changeDetails, undoPreview } from '../views/change-details.ts';
import { historyEntries } from '../views/history-entries.ts';
import { createNamer } from '../views/name-values.ts';
import { rememberedChanges } from '../views/remembered-changes.ts';
import type { Desk } from './desk.ts';
import { namerOf } from './namer-of.ts';
import { toldFrom } from '../archive/told-from.ts';

export function history(desk: Desk): Asynchronous<HistoryApi> {
  return {
    async history(limit, before, asked) {
      const { archive, keeper } = desk.opened();
      const { columns } = keeper.index;
      const { firstSeq } = await desk.ports.main.call('journal/status', {});
      const entries = archive.audit(before);
      const find = (changeSetId: string) => archive.findAudit(changeSetId);
      const text = asked?.text.trim() ?? '';
      if (!asked || (text === '' && asked.reasons.length === 0)) {
        return historyEntries(entries, columns, firstSeq, limit, find);
      }
      await keeper.ready();
      const query: CustomerQuery = { text, sort: [] };
      const found = text === '' ? [] : answer(query, keeper.index.queryContext).indexes;
      const asksFor = { reasons: new Set(asked.reasons), customers: new Set(found) };
      return historyEntries(entries, columns, firstSeq, limit, find, asksFor);
    },

    async changesOf(changeSetId) {
      const { archive, keeper } = desk.opened();
      const { columns } = keeper.index;
      const set = await archive.undoing.read(changeSetId);
      if (set) return changeDetails(set.changes, columns, await namerOf(desk, set.changes));
      const entry = await archive.findAudit(changeSetId);
      if (entry?.customerId === undefined) return null;
      const file = (await archive.cabinet.load([entry.customerId])).get(entry.customerId);
      return file ? rememberedChanges(entry, file, columns, createNamer(columns, [file])) : null;
    },

    async valueBefore(changeSetId, recordId, field) {
      const set = await desk.opened().archive.undoing.read(changeSetId);
      const before = set?.changes.find(({ id, before: was }) => id === recordId && was !== null)?.before;
      return before ? fieldOf(before, field) : failWith('archive/past-shortened');
    },

    async previewUndo(changeSetId) {
      const { archive, keeper } = desk.opened();
      let toldOf = 0;
      const tell = (done: number) => {
        if (toldOf > toldFrom) desk.ports.emit({ type: 'progress', task: 'bulk', done, total: toldOf });
      };
      const onProgress = (done: number, total: number) => {
        toldOf = total;
        tell(done);
      };
      const preview = await archive.undoing.preview({ onProgress, goOn: () => undefined }, changeSetId);
      tell(toldOf);
      return undoPreview(preview, keeper.index.columns, await namerOf(desk, preview.conflicts));
    },
  };
}
