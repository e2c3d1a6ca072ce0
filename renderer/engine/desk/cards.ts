import type { Customer } from '#shared/domain/customer/customer.ts';
import { listTimeline, withNewest } from '#shared/domain/timeline/list-timeline.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import type { CardsApi } from '../api.ts';
import type { Asynchronous, CatalogueMethod } from '../client-types.ts';
import { survivorOf } from '../index/merged-customers.ts';
import { mergedCustomers } from '../views/merged-customers-view.ts';
import type { Desk } from './desk.ts';

/** Of each kind of entry so many go to the card at once: more than all but a few have, in a message that is not felt. */
const mostAtOnce = 1_000;

export function cards(desk: Desk): Asynchronous<Omit<CardsApi, 'catalogue'>> & CatalogueMethod {
  return {
    dossier: (id) => desk.dossier(id),

    async dossiers(ids) {
      return [...(await desk.dossiers(ids)).values()];
    },

    async card(id) {
      const whole = await desk.dossier(id);
      const dossier = withNewest(whole, mostAtOnce);
      const { columns, classifier } = desk.index;
      const index = columns.indexOf(id);
      const isClassified = index >= 0 && columns.isAlive(index);
      return {
        dossier,
        hasOlder: dossier !== whole,
        classes: isClassified ? Object.values(classifier.explain(index)) : [],
        merged: await mergedCustomers(columns, id, (ids) => desk.opened().archive.cabinet.load(ids)),
        survivor: dossier.customer.mergedInto === undefined ? null : survivorOf(columns, id),
        reading: readingOf(dossier.customer),
      };
    },

    async timeline(id, filter, { from, to }) {
      const entries = listTimeline(await desk.dossier(id), filter);
      return { entries: entries.slice(from, to), total: entries.length };
    },

    async catalogue(table) {
      return desk.opened().archive.catalogue.list(table);
    },
  };
}

function readingOf({ name, reading }: Customer): string {
  return reading !== undefined || /\p{Script=Han}/u.test(name) ? searchKeys(name, reading).reading : '';
}
