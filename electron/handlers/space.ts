import type { Handlers } from '#shared/ipc/contract.ts';
import type { SpaceGuard } from '../files/space-guard.ts';

type Guarded = 'journal/append' | 'backup/begin' | 'restore/apply';

export function createSpaceHandlers(space: SpaceGuard): Pick<Handlers, 'app/space'> {
  return { 'app/space': ({ neededBytes }) => space.look(neededBytes) };
}

/** Lets nothing be written on the archive's own disk while it is nearly full. A stick is another disk. */
export function guardSpace<H extends Pick<Handlers, Guarded>>(handlers: H, space: SpaceGuard): H {
  return {
    ...handlers,
    'journal/append': async (input) => {
      await space.requireRoom();
      return handlers['journal/append'](input);
    },
    'backup/begin': async (input) => {
      await space.requireRoom();
      return handlers['backup/begin'](input);
    },
    'restore/apply': async (input) => {
      await space.requireRoom();
      return handlers['restore/apply'](input);
    },
  } satisfies Pick<Handlers, Guarded>;
}
