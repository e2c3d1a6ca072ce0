import type { Customer } from '#shared/domain/customer/customer.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import type { CardsApi } from '../api.ts';
import type { Asynchronous, CatalogueMethod } from '../client-types.ts';
import type { Desk } from './desk.ts';

export function cards(desk: Desk): Asynchronous<Omit<CardsApi, 'catalogue'>> & CatalogueMethod {
  return {
    dossier: (id) => desk.dossier(id),

    async dossiers(ids) {
      return [...(await desk.dossiers(ids)).values()];
    },

    async card(id) {
      const dossier = await desk.dossier(id);
      const { columns, classifier } = desk.index;
      const index = columns.indexOf(id);
      const isClassified = index >= 0 && columns.isAlive(index);
      return {
        dossier,
        classes: isClassified ? Object.values(classifier.explain(index)) : [],
        reading: readingOf(dossier.customer),
      };
    },

    async catalogue(table) {
      return desk.opened().archive.catalogue.list(table);
    },
  };
}

function readingOf({ name, reading }: Customer): string {
  return reading !== undefined || /\p{Script=Han}/u.test(name) ? searchKeys(name, reading).reading : '';
}
