import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, Machine } from '../../helpers/archive.ts';
import { anyDeed, attempt, beginning, circlesOf, namedInVain, type Deed } from '../../helpers/any-deed.ts';
import { everything } from '../../helpers/merging.ts';

const deeds = fc.array(anyDeed, { minLength: 1, maxLength: 14 });

async function anArchive() {
  const machine = new Machine();
  const { engine } = await machine.openEngine();
  await engine.commit('import/customers', beginning);
  return { machine, engine };
}

/** What stands in the archive after each deed that changed something, the beginning first. */
async function doAll(made: readonly Deed[]) {
  const { machine, engine } = await anArchive();
  const contents = [await everything(machine)];
  const ids: string[] = [];
  for (const each of made) {
    if (!(await attempt(() => each.do(engine)))) continue;
    expect(await circlesOf(engine)).toEqual([]);
    contents.push(await everything(machine));
    ids.push((await engine.history(1))[0]?.changeSetId ?? '');
  }
  return { machine, engine, contents, ids };
}

describe('whatever was done', () => {
  it('goes back and forth step by step, as often as one likes', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, fc.array(fc.boolean(), { maxLength: 8 }), async (made, walk) => {
        const { machine, engine, contents } = await doAll(made);
        const last = contents.length - 1;
        let at = last;
        const steps = [...walk, ...contents.map(() => false), ...contents.map(() => true)];
        for (const isForward of steps) {
          if (isForward ? at === last : at === 0) continue;
          await (isForward ? engine.redo() : engine.undo());
          at += isForward ? 1 : -1;
          expect(await everything(machine)).toEqual(contents[at]);
        }
        expect(at).toBe(last);
      }),
      { numRuns: 12 },
    );
  });

  it('is taken back in any order and leaves nobody who is spoken of and not there, nor a circle of introductions', async () => {
    await fc.assert(
      fc.asyncProperty(
        deeds,
        fc.infiniteStream(fc.nat({ max: 20 })),
        fc.constantFrom('keep' as const, 'take-back' as const),
        async (made, order, later) => {
          const { machine, engine, ids } = await doAll(made);
          const left = [...ids];
          for (const pick of order) {
            if (left.length === 0) break;
            const [id] = left.splice(pick % left.length, 1);
            await attempt(() => engine.undo(id, later));
            if (pick % 3 === 0) await attempt(() => engine.redo());
            expect(await namedInVain(engine)).toEqual([]);
            expect(await circlesOf(engine)).toEqual([]);
          }
          const before = await everything(machine);
          await engine.close();
          machine.indexedDB = new IDBFactory();
          const { archive } = await machine.openArchive();
          expect((await contentOf(archive)).filter((line) => !line.startsWith('classChange '))).toEqual(before);
          archive.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});
