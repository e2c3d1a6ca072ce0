import { toEpochDay } from '#shared/calendar/day.ts';
import { failWith } from '#shared/errors/app-error.ts';
import type { RelationsApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { introduced, introducersOf } from '../views/introductions-view.ts';
import { relationLines } from '../views/relation-lines.ts';
import { relationMap } from '../views/relation-map.ts';
import { householdContacts } from '../views/household-contacts.ts';
import { relationsView } from '../views/relations-view.ts';
import type { Desk } from './desk.ts';

export function relations(desk: Desk): Asynchronous<RelationsApi> {
  const load = (ids: readonly string[]) => desk.dossiers(ids);
  /** Fails with `archive/not-found` when there is no such customer. */
  const placeOf = (id: string): number => {
    const { columns } = desk.index;
    const customer = columns.indexOf(id);
    return customer >= 0 && columns.isAlive(customer) ? customer : failWith('archive/not-found');
  };
  return {
    async relations(id) {
      return relationsView(desk.index, placeOf(id), load);
    },

    async relationKinds() {
      return [...desk.opened().archive.catalogue.kept('relationKind')];
    },

    async relationMap(id) {
      return relationMap(desk.index, placeOf(id), load);
    },

    async introduced(by, limit) {
      return introduced(desk.index, by === null ? null : placeOf(by), limit);
    },

    async introducers(id) {
      return introducersOf(desk.index, placeOf(id));
    },

    async relationLines() {
      return relationLines(desk.index.columns, load);
    },

    async householdContacts(id, day) {
      return householdContacts(desk.index, placeOf(id), toEpochDay(day), load);
    },
  };
}
