import type { EngineMethods } from './client-types.ts';
import { backups } from './desk/backups.ts';
import { campaigns } from './desk/campaigns.ts';
import { cards } from './desk/cards.ts';
import { checkUps } from './desk/check-ups.ts';
import { Desk } from './desk/desk.ts';
import { duplicates } from './desk/duplicates.ts';
import { erasure } from './desk/erasure.ts';
import { history } from './desk/history.ts';
import { gaps } from './desk/gaps.ts';
import { goods } from './desk/goods.ts';
import { exports } from './desk/exports.ts';
import { files } from './desk/files.ts';
import { life } from './desk/life.ts';
import { lists } from './desk/lists.ts';
import { matching } from './desk/matching.ts';
import { merging } from './desk/merging.ts';
import { overviews } from './desk/overviews.ts';
import { printing } from './desk/printing.ts';
import { unsaved } from './desk/unsaved.ts';
import { relations } from './desk/relations.ts';
import { selfUpdate } from './desk/self-update.ts';
import { vocabulary } from './desk/vocabulary.ts';
import { writing } from './desk/writing.ts';
import type { EnginePorts } from './ports.ts';

/** The archive as the screens ask it. Runs in the worker, in tests and in benchmarks. */
export function createEngine(ports: EnginePorts): EngineMethods {
  const desk = new Desk(ports);
  return noting(desk, {
    ...life(desk),
    ...lists(desk),
    ...cards(desk),
    ...campaigns(desk),
    ...relations(desk),
    ...writing(desk),
    ...vocabulary(desk),
    ...overviews(desk),
    ...printing(desk),
    ...history(desk),
    ...matching(desk),
    ...merging(desk),
    ...checkUps(desk),
    ...gaps(desk),
    ...goods(desk),
    ...duplicates(desk),
    ...backups(desk),
    ...erasure(desk),
    ...exports(desk),
    ...files(desk),
    ...selfUpdate(desk),
    ...unsaved(desk),
  });
}

/** The same methods; each call is a sign that somebody waits. */
function noting(desk: Desk, methods: EngineMethods): EngineMethods {
  const noted = Object.entries(methods).map(([name, method]: [string, (...args: never[]) => unknown]) => [
    name,
    (...args: never[]) => {
      desk.lull.note();
      return method(...args);
    },
  ]);
  return Object.fromEntries(noted) as EngineMethods;
}
