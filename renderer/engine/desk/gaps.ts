import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { withAnswer } from '#shared/gaps/answers.ts';
import { fillGap, type Filling } from '#shared/gaps/fill-gap.ts';
import type { GapKey } from '#shared/gaps/gap-fields.ts';
import { foldText } from '#shared/match/text.ts';
import type { Edit, GapsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { draftOf } from '../draft-of.ts';
import { referenceBook } from '../index/reference-book.ts';
import { countGaps, gapRows, nextGaps } from '../views/gaps-view.ts';
import type { Desk } from './desk.ts';

export function gaps(desk: Desk): Asynchronous<GapsApi> {
  const fields = () => desk.opened().archive.catalogue.list('customField');

  const fill = async ({ customer }: Dossier, key: GapKey, text: string): Promise<Filling> => {
    const { archive, keeper } = desk.opened();
    // Who is meant by a text is looked for.
    await keeper.ready();
    return fillGap(customer, key, text, {
      today: keeper.todayText,
      currency: desk.index.columns.currency,
      customFields: archive.catalogue.list('customField'),
      words: [...archive.catalogue.kept('word')],
      references: referenceBook(desk.index),
    });
  };

  const editsOf = (dossier: Dossier, filling: Exclude<Filling, { problem: unknown }>): Edit[] => {
    const { customer, contact } = dossier;
    const { id, version: seen } = customer;
    if ('customer' in filling) return [{ table: 'customer', id, after: filling.customer, seen }];
    if ('person' in filling) {
      const isFirst = contact.every(({ deletedAt, leftOn }) => deletedAt !== undefined || leftOn !== undefined);
      const person = { id: desk.ports.newId(), customerId: id, ...filling.person, emails: [], ims: [] };
      const after = { ...person, ...(isFirst && { primary: true }), origin: { kind: 'manual' } as const };
      return [{ table: 'contact', id: after.id, after }];
    }
    const name = filling.tag;
    const known = desk
      .opened()
      .archive.catalogue.list('tag')
      .find((tag) => foldText(tag.name) === foldText(name));
    const tagId = known?.id ?? desk.ports.newId();
    const fresh: Edit[] = known ? [] : [{ table: 'tag', id: tagId, after: { id: tagId, name } }];
    const after = { ...draftOf(customer), tagIds: [...customer.tagIds.filter((each) => each !== tagId), tagId] };
    return [...fresh, { table: 'customer', id, after, seen }];
  };

  return {
    async gapCounts(keys) {
      return countGaps(desk.index, keys, fields());
    },

    async nextGaps(keys, besides, limit) {
      return nextGaps(desk.index, { keys, besides, limit }, fields());
    },

    async gapRows(ids, keys) {
      return gapRows(desk.index, ids, keys, fields());
    },

    async gapProblem(id, key, text) {
      const filling = await fill(await desk.dossier(id), key, text);
      return 'problem' in filling ? filling.problem : null;
    },

    async fillGap(id, key, text) {
      const written = await desk.opened().archive.commit('customer/edit', async () => {
        const dossier = await desk.dossier(id);
        const filling = await fill(dossier, key, text);
        return 'problem' in filling ? [] : editsOf(dossier, filling);
      });
      return desk.committed(written);
    },

    async answerGap(id, key, word) {
      const { archive, keeper } = desk.opened();
      const written = await archive.commit('customer/edit', async () => {
        const { customer } = await desk.dossier(id);
        const answer = word === null ? undefined : { is: word, on: keeper.todayText };
        const after = withAnswer(draftOf(customer), key, answer);
        return [{ table: 'customer', id, after, seen: customer.version }];
      });
      return desk.committed(written);
    },
  };
}
