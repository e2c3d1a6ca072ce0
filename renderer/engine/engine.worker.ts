import { epochDayOf } from '#shared/calendar/day.ts';
import { openArchiveStore } from '../db/archive-store.ts';
import { deleteDatabase } from '../db/open-database.ts';
import { newId } from '../platform/ids.ts';
import { workCalendar } from '../platform/work-calendar.ts';
import { createEngine } from './engine.ts';
import { whenIdle } from './idle.ts';
import { openWorkerEnd, type ToWorker } from './rpc.ts';

const end = openWorkerEnd({
  post: (message) => {
    postMessage(message);
  },
  listen: (listener) => {
    addEventListener('message', (event: MessageEvent<ToWorker>) => {
      listener(event.data);
    });
  },
});

const databaseName = (archiveId: string): string => `kebu-${archiveId}`;

end.serve(
  createEngine({
    main: end.main,
    openStore: (archiveId, onLost) => openArchiveStore({ name: databaseName(archiveId), onLost }),
    deleteStore: (archiveId) => deleteDatabase(databaseName(archiveId)),
    emit: (event) => {
      end.emit(event);
    },
    now: () => new Date(),
    localDayOf: (instant) => {
      const here = new Date(instant);
      return epochDayOf(here.getFullYear(), here.getMonth() + 1, here.getDate());
    },
    newId,
    workCalendar,
    whenIdle,
  }),
);
