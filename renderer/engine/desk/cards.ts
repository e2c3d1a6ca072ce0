import type { Customer } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { kinOf } from '#shared/domain/order/amend-order.ts';
import { listTimeline, withNewest } from '#shared/domain/timeline/list-timeline.ts';
import { timelineMonths } from '#shared/domain/timeline/timeline-months.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import type { CardAnswer, CardsApi } from '../api.ts';
import type { Asynchronous, CatalogueMethod } from '../client-types.ts';
import type { Columns } from '../index/columns/columns.ts';
import { rowOf } from '../index/columns/customer-row.ts';
import { survivorOf } from '../index/relations/merged-customers.ts';
import { mergedCustomers } from '../views/merged-customers-view.ts';
import type { Desk } from './desk.ts';

/** Of each kind of entry so many go to the card at once: more than all but a few have, in a message that is not felt. */
const mostAtOnce = 1_000;
/** With fewer contacts and purchases all of a dossier is read before anybody would see its beginning. */
const longPast = 2_000;

export function cards(desk: Desk): Asynchronous<Omit<CardsApi, 'catalogue'>> & CatalogueMethod {
  const besides = async ({ customerId, customer }: Dossier): Promise<Omit<CardAnswer, 'dossier' | 'hasOlder'>> => {
    const { columns, classifier } = desk.index;
    const index = columns.indexOf(customerId);
    const isClassified = index >= 0 && columns.isAlive(index);
    return {
      classes: isClassified ? Object.values(classifier.explain(index)) : [],
      merged: await mergedCustomers(columns, customerId, (ids) => desk.opened().archive.cabinet.load(ids)),
      survivor: customer.mergedInto === undefined ? null : survivorOf(columns, customerId),
      reading: readingOf(customer),
    };
  };
  return {
    dossier: (id) => desk.dossier(id),

    async dossiers(ids) {
      return [...(await desk.dossiers(ids)).values()];
    },

    async card(id) {
      const whole = await desk.dossier(id);
      const dossier = newestOf(whole, mostAtOnce);
      return { dossier, hasOlder: dossier !== whole, ...(await besides(dossier)) };
    },

    async cardHead(id) {
      const { columns } = desk.index;
      const index = columns.indexOf(id);
      if (index < 0 || countPast(columns, index) < longPast) return null;
      const dossier = (await desk.opened().archive.cabinet.loadBeginning(id))?.toDossier();
      if (!dossier) return null;
      const { lastContact, nextFollowUp } = rowOf(columns, index);
      return { card: { dossier, hasOlder: true, ...(await besides(dossier)) }, lastContact, nextFollowUp };
    },

    async whereabouts(id) {
      const { columns } = desk.index;
      const survivor = survivorOf(columns, id);
      const index = columns.indexOf(survivor);
      if (!columns.isAlive(index)) return null;
      return { id: survivor, name: columns.nameOf(survivor), isInBin: columns.numbers.deleted[index] === 1 };
    },

    async timeline(id, filter, { from, to }) {
      const entries = timelineOf(await desk.dossier(id), filter);
      return { entries: entries.slice(from, to), total: entries.length };
    },

    async timelineMonths(id, filter) {
      return timelineMonths(timelineOf(await desk.dossier(id), filter));
    },

    async placeInTimeline(id, entryId) {
      const dossier = await desk.dossier(id);
      for (const filter of ['all', 'follow-up'] as const) {
        const at = timelineOf(dossier, filter).findIndex((entry) => entry.id === entryId);
        if (at >= 0) return { filter, at };
      }
      return null;
    },

    async orderKin(id, orderId) {
      const { order } = await desk.dossier(id);
      const found = order.find((each) => each.id === orderId);
      return found ? kinOf(order, found) : { sale: null, refunds: [] };
    },

    async catalogue(table) {
      return desk.opened().archive.catalogue.list(table);
    },
  };
}

function countPast({ lists }: Columns, index: number): number {
  return lists.contacts.count(index) + lists.purchases.count(index);
}

/** A long dossier is the same object until it changes: what takes long to be made of it is made once. */
function oncePerDossier<K, T>(make: (dossier: Dossier, key: K) => T): (dossier: Dossier, key: K) => T {
  const made = new WeakMap<Dossier, Map<K, T>>();
  return (dossier, key) => {
    const ofDossier = made.get(dossier) ?? new Map<K, T>();
    const known = ofDossier.get(key);
    if (known !== undefined) return known;
    const fresh = make(dossier, key);
    made.set(dossier, ofDossier.set(key, fresh));
    return fresh;
  };
}

const newestOf = oncePerDossier(withNewest);
const timelineOf = oncePerDossier(listTimeline);

function readingOf({ name, reading }: Customer): string {
  return reading !== undefined || /\p{Script=Han}/u.test(name) ? searchKeys(name, reading).reading : '';
}
