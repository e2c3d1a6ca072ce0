import type { Explanation } from './explanation.ts';
import type { Situation } from './situation.ts';

export function explainType({ facts }: Situation): Explanation<'type'> {
  return { dimension: 'type', class: facts.kind, rule: 'entered', values: {} };
}

export function explainSource({ facts }: Situation): Explanation<'source'> {
  const { source } = facts;
  if (source !== 'unknown') return { dimension: 'source', class: source, rule: 'entered', values: {} };
  return {
    dimension: 'source',
    class: source,
    rule: 'unknown',
    values: {},
    next: { rule: 'source.enter', values: {} },
  };
}

export function explainRegion({ facts }: Situation): Explanation<'region'> {
  const { region } = facts;
  if (region === 'unknown') {
    const next = { rule: 'region.enter' as const, values: {} };
    return { dimension: 'region', class: region, rule: 'unknown', values: {}, next };
  }
  const rule = region === 'abroad' ? 'abroad' : region.length > 2 ? 'city' : 'province';
  return { dimension: 'region', class: region, rule, values: {} };
}
