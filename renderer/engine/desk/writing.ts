import { failWith } from '#shared/errors/app-error.ts';
import type { FilterField } from '#shared/filter/fields.ts';
import type { TakenBack, WritingApi } from '../api.ts';
import type { Written } from '../archive/archive.ts';
import { bulkEdits, previewBulk } from '../archive/edits/bulk-edits.ts';
import { completionEdits, contactEdits } from '../archive/edits/contact-edits.ts';
import { toldFrom } from '../archive/told-from.ts';
import type { Asynchronous } from '../client-types.ts';
import { holdersOf } from '../index/filter/value-use.ts';
import { namedCustomer } from '../views/history-entries.ts';
import { referenceBook } from '../index/reference-book.ts';
import { tagBook } from '#shared/facts/tag-book.ts';
import type { Desk } from './desk.ts';
import { StoppableWork } from './stoppable-work.ts';

export function writing(desk: Desk): Asynchronous<WritingApi> {
  const { ports, staged } = desk;
  const newId = () => ports.newId();
  /** The last one is what somebody waits for. */
  let previews = 0;
  const bulk = new StoppableWork();
  const takingBack = new StoppableWork();
  const contactContext = (at: string) => ({ workCalendar: ports.workCalendar, at, newId });
  const bulkContext = async () => {
    const { archive, keeper } = desk.opened();
    // Who is meant by a text that was pasted is looked for.
    await keeper.ready();
    return {
      load: (ids: readonly string[]) => desk.dossiers(ids),
      onProgress: (done: number, total: number) => {
        if (total > toldFrom) ports.emit({ type: 'progress', task: 'bulk', done, total });
      },
      holders: (field: FilterField, values: string[]) => holdersOf(desk.index.columns, field, values),
      today: keeper.todayText,
      currency: desk.index.columns.currency,
      customFields: archive.catalogue.list('customField'),
      words: [...archive.catalogue.kept('word')],
      references: referenceBook(desk.index),
      tags: tagBook(archive.catalogue.list('tag')),
      newId,
    };
  };
  const tell = async (written: Written | null): Promise<TakenBack> => {
    const committed = desk.committed(written);
    const { archive } = desk.opened();
    const { target } = (written && (await archive.findAudit(written.changeSetId))) ?? {};
    const undone = target === undefined ? null : await archive.findAudit(target);
    if (!undone) return { ...committed, what: null };
    const { reason, customerId, one } = undone;
    return { ...committed, what: { reason, customer: namedCustomer(desk.index.columns, customerId), one } };
  };

  return {
    async commit(reason, edits) {
      const { archive, precautions } = desk.opened();
      await precautions.beforeCommit(reason, edits);
      return desk.committed(await archive.commit(reason, async () => edits), reason);
    },

    async confirmDeletion(count) {
      desk.opened().precautions.confirmDeletion(count);
    },

    async stage(stageId, edits) {
      desk.opened();
      const gathered = staged.get(stageId) ?? [];
      for (const edit of edits) gathered.push(edit);
      staged.set(stageId, gathered);
    },

    async commitStaged(stageId, reason) {
      const edits = staged.get(stageId) ?? [];
      const { archive, precautions } = desk.opened();
      await precautions.beforeCommit(reason, edits);
      staged.delete(stageId);
      return desk.committed(await archive.commit(reason, async () => edits), reason);
    },

    async discardStaged(stageId) {
      staged.delete(stageId);
    },

    async previewBulk(targets, language) {
      previews += 1;
      const own = previews;
      return previewBulk(targets, { ...(await bulkContext()), language }, () => own === previews);
    },

    async commitBulk(targets, reason, besides = []) {
      previews += 1;
      return bulk.run(async (goOn) => {
        const context = await bulkContext();
        const { archive, precautions } = desk.opened();
        const { seq } = archive;
        const worked = await bulkEdits(targets, context, goOn);
        const edits = [...besides, ...worked.edits];
        await precautions.beforeCommit(reason, edits);
        const known = () => (archive.seq === seq ? worked.find : null);
        return desk.committed(await archive.commit(reason, async () => edits, goOn, known), reason);
      });
    },

    async stopBulk() {
      await bulk.stop();
    },

    undo(changeSetId, later) {
      return takingBack.run(async (goOn) => {
        const { archive, precautions } = desk.opened();
        await precautions.beforeUndo(changeSetId);
        return tell(await archive.undo(changeSetId, later, goOn));
      });
    },

    redo() {
      return takingBack.run(async (goOn) => tell(await desk.opened().archive.redo(goOn)));
    },

    stopUndo() {
      return takingBack.stop();
    },

    async completeFollowUp(customerId, followUpId, result) {
      const { archive, keeper } = desk.opened();
      const written = await archive.commit('follow-up/done', async (at) => {
        const dossier = await desk.dossier(customerId);
        const followUp = dossier.followUp.find((each) => each.id === followUpId);
        if (followUp?.status !== 'open') return failWith('archive/not-found');
        return completionEdits(followUp, keeper.todayText, result, contactContext(at));
      });
      return desk.committed(written);
    },

    async enterOrder(edits, contact) {
      const { archive, precautions } = desk.opened();
      await precautions.beforeCommit('order/create', edits);
      const written = await archive.commit('order/create', async (at) => {
        if (contact === null) return edits;
        // Who comes with the order has nothing that could be due.
        const dossier = (await desk.dossiers([contact.customerId])).get(contact.customerId) ?? { followUp: [] };
        return [...edits, ...contactEdits(contact, dossier, contactContext(at))];
      });
      return desk.committed(written, 'order/create');
    },

    async logContact(contact) {
      const written = await desk
        .opened()
        .archive.commit('interaction/log', async (at) =>
          contactEdits(contact, await desk.dossier(contact.customerId), contactContext(at)),
        );
      return desk.committed(written);
    },
  };
}
