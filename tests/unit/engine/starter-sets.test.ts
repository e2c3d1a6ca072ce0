import { describe, expect, it } from 'vitest';
import { starterParts, starterRecords } from '#shared/starter-sets/plan-starter.ts';
import { starterSets } from '#shared/starter-sets/sets.ts';
import { trades } from '#shared/starter-sets/starter-set.ts';
import type { EngineMethods } from '../../../renderer/engine/client-types.ts';
import { Machine } from '../../helpers/archive.ts';
import { putCustomer } from '../../helpers/builders.ts';

const own = async (engine: EngineMethods) => ({
  fields: await engine.catalogue('customField'),
  tags: await engine.catalogue('tag'),
  words: await engine.keptWords(),
  kinds: await engine.catalogue('relationKind'),
  views: await engine.catalogue('listView'),
});

describe('a starter set', () => {
  it('of every trade is taken over in one step, its lists count at once, and one undo takes it back', async () => {
    let ids = 0;
    for (const trade of trades) {
      const { engine } = await new Machine().openEngine();
      await engine.commit('customer/create', [putCustomer({ id: 'zhang' })]);
      const set = starterSets[trade];
      const chosen = new Set(starterParts(set, 'zh-CN', await own(engine)).map(({ id }) => id));
      const edits = starterRecords(set, 'zh-CN', await own(engine), chosen, () => `new-${(ids += 1)}`);
      await engine.commit('starter-set/apply', edits);
      const { views, fields } = await own(engine);
      expect(views).toHaveLength(set.views.length);
      const counts = await engine.counts(views.map(({ filter }) => filter));
      // Only what asks for somebody without a cover finds whom nothing is known of.
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(trade === 'insurance' ? 1 : 0);
      expect(fields).toHaveLength(set.fields.length);
      await engine.undo();
      expect(
        Object.values(await own(engine))
          .flat()
          .filter(({ deletedAt }) => deletedAt === undefined),
      ).toEqual([]);
    }
  });

  it('for lessons finds whose lessons run out, and who took a trial lesson only', async () => {
    const { engine } = await new Machine().openEngine();
    const set = starterSets.education;
    const chosen = new Set(starterParts(set, 'en', await own(engine)).map(({ id }) => id));
    let ids = 0;
    const edits = starterRecords(set, 'en', await own(engine), chosen, () => `new-${(ids += 1)}`);
    await engine.commit('starter-set/apply', edits);
    const { fields, tags, views } = await own(engine);
    const left = fields.find(({ label }) => label === 'Lessons left')!.id;
    const until = fields.find(({ label }) => label === 'Lessons valid until')!.id;
    const trial = tags.find(({ name }) => name === 'Took a trial lesson')!.id;
    await engine.commit('customer/create', [
      putCustomer({ id: 'a', customFields: { [left]: 3, [until]: '2026-03-20' } }),
      putCustomer({ id: 'b', customFields: { [left]: 30, [until]: '2027-03-20' }, tagIds: [trial] }),
    ]);
    const byName = new Map(views.map((view) => [view.name, view.filter]));
    const count = async (name: string) => (await engine.counts([byName.get(name)!]))[0];
    expect(await count('Lessons nearly used up')).toBe(1);
    expect(await count('Lessons that end within a month')).toBe(1);
    expect(await count('Trial lesson, not enrolled')).toBe(1);
  });
});
