import type { MatchingApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import type { Desk } from './desk.ts';

export function matching(desk: Desk): Asynchronous<MatchingApi> {
  return {
    async matches(keys) {
      await desk.opened().keeper.ready();
      return desk.index.matches(keys);
    },

    async existing(_kind, keys) {
      await desk.opened().keeper.ready();
      return desk.index.existing(keys);
    },
  };
}
