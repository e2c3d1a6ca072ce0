import type { UnsavedApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import type { Desk } from './desk.ts';

export function unsaved(desk: Desk): Asynchronous<UnsavedApi> {
  return {
    async unsaved() {
      return desk.opened().unsaved.all();
    },

    async keepUnsaved(key, content) {
      desk.openedOrNull?.unsaved.keep(key, content);
    },
  };
}
