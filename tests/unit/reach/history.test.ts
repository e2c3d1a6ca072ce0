import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Email } from '#shared/domain/customer/customer.ts';
import type { FieldHistoryEntry } from '#shared/domain/dossier/dossier.ts';
import type { Reach } from '#shared/reach/ways.ts';
import { putBack, reachHistory, type ReachChange } from '#shared/reach/history.ts';

function entry(before: unknown, after: unknown, changeSetId = 's1'): FieldHistoryEntry {
  return {
    table: 'customer',
    recordId: 'c1',
    field: 'emails',
    before,
    after,
    at: '2026-03-01T08:00:00.000Z',
    changeSetId,
  };
}
const [a, b, c]: Email[] = ['a', 'b', 'c'].map((name) => ({ address: `${name}@example.com` }));
if (!a || !b || !c) throw new Error('three mails');
const deedsOf = (changes: ReachChange[]) => changes.map(({ deed }) => deed);

describe('the history of a list, value by value', () => {
  it('tells what came, went, changed and became the main one, the last first', () => {
    const history = reachHistory('emails', [
      entry(undefined, [a], 's1'),
      entry([a], [a, b], 's2'),
      entry([a, b], [a, { ...b, status: 'bounced' }], 's3'),
      entry([a, b], [c, b], 's4'),
      entry([c, b], [b, c], 's5'),
      entry([b, c], [b], 's6'),
    ]);
    expect(deedsOf(history)).toEqual(['removed', 'first', 'changed', 'changed', 'added', 'added']);
    expect(history[2]).toMatchObject({ before: a, after: c });
    expect(history[3]).toMatchObject({ before: b, after: { ...b, status: 'bounced' } });
  });

  it('leaves out what stands in the history by its beginning only', () => {
    expect(reachHistory('emails', [entry([a], '[{"address":"a…')])).toEqual([]);
  });
});

describe('putting one value back', () => {
  it('touches no other value', () => {
    const [removed] = reachHistory('emails', [entry([a, b], [b])]);
    if (!removed) throw new Error('no change');
    expect(putBack('emails', [b, c], removed)).toEqual([b, c, a]);
    expect(putBack('emails', [b, a], removed)).toEqual([b, a]);
  });

  it('makes of the list after a change the list before it', () => {
    const list = fc.uniqueArray(fc.constantFrom(a, b, c), { maxLength: 3 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = reachHistory('emails', [entry(before, after)]);
        const back = changes.reduce<readonly Reach[]>((now, change) => putBack('emails', now, change), after);
        const addresses = (mails: readonly Reach[]) => (mails as Email[]).map(({ address }) => address).sort();
        expect(addresses(back)).toEqual(addresses(before));
      }),
    );
  });
});
