import { failWith } from '#shared/errors/app-error.ts';
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

    async explain(id) {
      const { columns, classifier } = desk.index;
      const index = columns.indexOf(id);
      if (index < 0 || !columns.isAlive(index)) failWith('archive/not-found');
      return Object.values(classifier.explain(index));
    },

    async catalogue(table) {
      return desk.opened().archive.catalogue.list(table);
    },

    async spell(name, reading) {
      return reading !== undefined || /\p{Script=Han}/u.test(name) ? searchKeys(name, reading).reading : '';
    },
  };
}
