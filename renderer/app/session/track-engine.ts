import type { EngineMethod } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';
import { trackWrite } from '../../state/activity.ts';

const writes: ReadonlySet<PropertyKey> = new Set<EngineMethod>([
  'commit',
  'undo',
  'redo',
  'completeFollowUp',
  'logContact',
]);

/** The same engine, whose writes count as pending until the journal has acknowledged them. */
export function trackEngine(engine: Engine): Engine {
  return new Proxy(engine, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (!writes.has(name) || typeof member !== 'function') return member;
      return (...args: unknown[]) => trackWrite(Reflect.apply(member, target, args) as Promise<unknown>);
    },
  });
}
