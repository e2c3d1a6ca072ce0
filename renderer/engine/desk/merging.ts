import type { LaterWork } from '#shared/changes/invert-change.ts';
import type { Customer, CustomerId } from '#shared/domain/customer/customer.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { MergingApi } from '../api.ts';
import { prepareMerge, tracedChanges } from '../archive/edits/merge.ts';
import { invertChangeSet } from '../archive/undo/undo.ts';
import type { Asynchronous } from '../client-types.ts';
import { undoPreview } from '../views/change-details.ts';
import type { Desk } from './desk.ts';
import { namerOf } from './namer-of.ts';

export function merging(desk: Desk): Asynchronous<MergingApi> {
  const now = () => desk.ports.now().toISOString();

  /** What taking a customer out again comes to. */
  const takeApart = async (id: CustomerId, at: string, later: LaterWork) => {
    const { archive, keeper } = desk.opened();
    const { columns } = keeper.index;
    const changes = await tracedChanges(archive, columns, id);
    const context = {
      load: (ids: readonly string[]) => archive.cabinet.load(ids),
      catalogue: archive.catalogue,
      at,
      isTagInUse: () => true,
      survivorOf: (customerId: string) => keeper.survivorOf(customerId),
      namersOf: (ids: ReadonlySet<string>) => keeper.namersOf(ids),
      // Few enough for nobody to ask how far it is.
      onInverted: () => undefined,
    };
    const set = { id: '', at, reason: 'customer/merge' as const, changes };
    return invertChangeSet(set, context, later);
  };

  return {
    async previewMerge(order) {
      const { archive, keeper } = desk.opened();
      const { columns } = keeper.index;
      const plan = await prepareMerge(archive, columns, order, now());
      const { changes: _changes, ...preview } = plan;
      return { ...preview, names: namesIn(preview.customers, (id) => columns.nameOf(id)) };
    },

    async merge(order) {
      const { archive, keeper, precautions } = desk.opened();
      await precautions.beforeCommit('customer/merge', []);
      const written = await archive.write(async () => {
        const at = now();
        const plan = await prepareMerge(archive, keeper.index.columns, order, at);
        if (plan.tooMuch.length > 0) failWith('merge/too-much');
        return { reason: 'customer/merge', at, changes: plan.changes };
      });
      return desk.committed(written);
    },

    async previewUnmerge(id) {
      const preview = await takeApart(id, now(), 'keep');
      return undoPreview(preview, desk.index.columns, await namerOf(desk, preview.conflicts));
    },

    async unmerge(id, later) {
      const { archive } = desk.opened();
      const written = await archive.write(async () => {
        const at = now();
        const { changes, conflicts } = await takeApart(id, at, later ?? 'keep');
        if (!later && conflicts.length > 0) failWith('archive/undo-conflict', { count: conflicts.length });
        return { reason: 'customer/unmerge', at, changes };
      });
      return desk.committed(written);
    },
  };
}

/** Whoever the facts of these speak of by id. */
function namesIn(customers: readonly Customer[], nameOf: (id: string) => string): Record<string, string> {
  const ids = customers.flatMap(({ referrerId, customFields }) => [
    ...(referrerId === undefined ? [] : [referrerId]),
    ...Object.values(customFields).filter((value) => typeof value === 'string'),
  ]);
  return Object.fromEntries(ids.flatMap((id) => (nameOf(id) === '' ? [] : [[id, nameOf(id)]])));
}
