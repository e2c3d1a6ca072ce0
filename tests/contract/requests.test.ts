import { describe, expect, it } from 'vitest';
import { channels, type Channel } from '#shared/ipc/channels.ts';
import { contract, maxChunkBytes } from '#shared/ipc/contract.ts';
import { samples } from '../helpers/channel-samples.ts';

type Fields = Record<string, unknown>;
interface Place {
  path: string[];
  value: unknown;
}

const isTree = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** Every place inside of a request, with what stands there. */
function* placesIn(value: unknown, path: string[] = []): Generator<Place> {
  if (path.length > 0) yield { path, value };
  if (!isTree(value)) return;
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, key]);
}

/** A copy of the request with something else at a place; `undefined` takes the field away. */
function withAt(request: unknown, [first, ...rest]: string[], value: unknown): unknown {
  if (first === undefined) return value;
  const fields = request as Fields;
  const changed = withAt(fields[first], rest, value);
  if (Array.isArray(request)) return request.map((item: unknown, index) => (String(index) === first ? changed : item));
  const { [first]: _, ...others } = fields;
  return changed === undefined ? others : { ...others, [first]: changed };
}

const tooManyBytes = new Uint8Array(maxChunkBytes + 1);

/** What may not stand where such a value stands. */
function misfitsOf(value: unknown): unknown[] {
  if (value instanceof Uint8Array) {
    return [null, 'AQID', [1, 2, 3], new ArrayBuffer(3), { length: 3 }, tooManyBytes];
  }
  if (Array.isArray(value)) return [null, 'text', {}, [], [...(value as unknown[]), ...(value as unknown[])]];
  if (isTree(value)) return [null, 'text', 7, [1]];
  if (typeof value === 'number') return [null, '1', -1, 7.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, {}];
  if (typeof value === 'boolean') return [null, 'true', 1, {}];
  return [7, true, [], {}, 'x'.repeat(20_000)];
}

const optional = new Set(['knownBackupId', 'unlock', 'upToSeq', 'before', 'theirs', 'newCustomerKeys']);

describe.each(channels)('a request on %s', (channel: Channel) => {
  const sample = samples[channel];
  const accepts = (input: unknown) => contract[channel].input.safeParse(input).success;

  it('passes when it is well-formed, also after crossing between processes', () => {
    expect(accepts(sample)).toBe(true);
    expect(accepts(structuredClone(sample))).toBe(true);
  });

  it('is refused when it is none, or something is missing', () => {
    for (const none of [undefined, null, 'text', 7, true, [], [sample]]) expect(accepts(none)).toBe(false);
    for (const { path } of placesIn(sample)) {
      const field = path.at(-1) ?? '';
      // A table of counts and a list may be shorter; a list that must have two is tried below.
      if (optional.has(field) || path.includes('counts') || path.includes('records') || /^\d+$/.test(field)) continue;
      expect([path, accepts(withAt(sample, path, undefined))]).toEqual([path, false]);
    }
  });

  it('is refused with something more, at any depth', () => {
    expect(accepts({ ...sample, more: 1 })).toBe(false);
    for (const { path, value } of placesIn(sample)) {
      if (!isTree(value) || Array.isArray(value) || path.includes('counts') || path.includes('records')) continue;
      expect([path, accepts(withAt(sample, [...path, 'more'], 1))]).toEqual([path, false]);
    }
  });

  it('is refused with something of another kind or size', () => {
    for (const { path, value } of placesIn(sample)) {
      const accepted = misfitsOf(value).filter((misfit) => accepts(withAt(sample, path, misfit)));
      expect({ path, accepted }).toEqual({ path, accepted: [] });
    }
  });

  it('cannot change what objects are', () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as Fields;
    const merged = JSON.parse(
      `{"__proto__":{"polluted":1},${JSON.stringify(sample).slice(1)}`.replace(',}', '}'),
    ) as Fields;
    const places = [...placesIn(sample)]
      .filter(({ value }) => isTree(value))
      .map(({ path }) => withAt(sample, path, hostile));
    for (const request of [hostile, merged, { ...sample, ...hostile }, ...places]) {
      const parsed = contract[channel].input.safeParse(request);
      expect(({} as Fields)['polluted']).toBeUndefined();
      if (parsed.success) expect(Object.getPrototypeOf(parsed.data)).toBe(Object.prototype);
    }
    expect(accepts(hostile)).toBe(false);
    expect(accepts({ ...sample, ...hostile })).toBe(false);
  });
});

describe('the counts in a request', () => {
  it('may have any names, those of object properties too, and stay a plain table', () => {
    const counts = JSON.parse('{"__proto__":5,"constructor":6,"toString":7}') as Fields;
    const parsed = contract['journal/append'].input.safeParse({ ...samples['journal/append'], counts });
    if (parsed.success) expect(Object.getPrototypeOf(parsed.data.counts)).toBe(Object.prototype);
    const nested = JSON.parse('{"__proto__":{"polluted":1}}') as Fields;
    contract['journal/append'].input.safeParse({ ...samples['journal/append'], counts: nested });
    expect(({} as Fields)['polluted']).toBeUndefined();
  });
});
