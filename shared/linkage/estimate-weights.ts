import { fieldLevels, levelAt, patternLimit, type Pattern } from './levels.ts';

/** How often each pattern was met. */
export type PatternCounts = ReadonlyMap<Pattern, number>;

/** The same apart by how rare the names are that both bear; see `caseOf`. */
export type CaseCounts = ReadonlyMap<number, number>;

/** A pattern with the bits that the very values add, in whole numbers. */
export function caseOf(pattern: Pattern, rareBits: number): number {
  return pattern + Math.round(rareBits) * patternLimit;
}

export interface Evidence {
  /** Records in all. */
  records: number;
  /** Pairs that share a key and of which nothing is certain but that they may be one. */
  candidates: CaseCounts;
  /** Pairs taken at random: those are two. */
  strangers: PatternCounts;
}

/** What agreement and disagreement weigh: base-2 logarithms of odds, which add up (Fellegi & Sunter 1969). */
export interface Weights {
  /** By field, by level: log2(m/u). */
  bits: readonly Float64Array[];
  /** By field, by level. */
  m: readonly Float64Array[];
  /** That any two are one, before anything is known of them. */
  prior: number;
}

/** A shop with fewer records than this has no fewer people to be mistaken for one another. */
const fewestRecords = 256;
/** So many pairs the table of levels is worth against those that are seen: of one customer, and of two. */
const priorMatches = { least: 50, perRecord: 0.01 };
const priorStrangers = 400;
/** How much likelier or less likely than one pair for each record it may turn out that two are one. */
const farthestPrior = 8;
const mostRounds = 40;

/**
 * Weights as they are in this archive. How strangers agree is counted on pairs at random; how records of one customer agree is
 * estimated from the pairs that share a key by expectation and maximisation, with the table of levels as prior, so that an archive
 * with few duplicates keeps to the table. Sources: Fellegi & Sunter 1969; Jaro 1989 and Winkler 2000 for the estimation by EM;
 * Larsen & Rubin 2001 and Enamorado, Fifield & Imai 2019 for the priors; Linacre et al. 2022 (Splink) for pairs at random.
 *
 * Yields after every round.
 */
export function* estimateWeights({ records, candidates, strangers }: Evidence): Generator<void, Weights, void> {
  const count = Math.max(records, fewestRecords);
  const u = frequencies(count, strangers);
  const m = fieldLevels.map(({ levels }) => Float64Array.from(levels, (level) => level.m));
  const cases = [...candidates.keys()];
  const counts = Float64Array.from(candidates.values());
  const rareBits = Float64Array.from(cases, (each) => Math.floor(each / patternLimit));
  const levels = Int8Array.from(
    cases.flatMap((each) => fieldLevels.map((field) => levelAt(each % patternLimit, field))),
  );
  const pairs = (count * (count - 1)) / 2;
  const tableWorth = Math.max(priorMatches.least, count * priorMatches.perRecord);
  const middle = 1 / count;
  let lambda = middle;
  let bits = weigh(m, u);
  for (let round = 0; round < mostRounds; round += 1) {
    const prior = Math.log2(lambda / (1 - lambda));
    let expected = 0;
    const met = m.map((own) => new Float64Array(own.length));
    for (let at = 0; at < counts.length; at += 1) {
      const start = at * fieldLevels.length;
      let weight = prior + (rareBits[at] ?? 0);
      for (let field = 0; field < bits.length; field += 1) weight += bits[field]?.[levels[start + field] ?? -1] ?? 0;
      const share = (counts[at] ?? 0) / (1 + 2 ** -weight);
      expected += share;
      met.forEach((own, field) => {
        const level = levels[start + field] ?? -1;
        if (level >= 0) own[level] = (own[level] ?? 0) + share;
      });
    }
    const before = lambda;
    lambda = Math.min(middle * farthestPrior, Math.max(middle / farthestPrior, expected / pairs));
    m.forEach((own, field) => {
      // Of a field in which two can only agree nothing can be learned.
      if (own.length < 2) return;
      const all = sum(met[field]) + tableWorth;
      const table = fieldLevels[field]?.levels ?? [];
      const whole = table.reduce((total, level) => total + level.m, 0);
      table.forEach((level, place) => {
        own[place] = ((met[field]?.[place] ?? 0) + (tableWorth * level.m) / whole) / all;
      });
    });
    bits = weigh(m, u);
    if (Math.abs(lambda - before) < before * 1e-4 && round > 2) break;
    yield;
  }
  return { bits, m, prior: Math.log2(lambda / (1 - lambda)) };
}

/** The table of levels by itself, for so many records. */
export function tableWeights(records: number): Weights {
  const count = Math.max(records, fewestRecords);
  const m = fieldLevels.map(({ levels }) => Float64Array.from(levels, (level) => level.m));
  return { bits: weigh(m, frequencies(count, new Map())), m, prior: -Math.log2(count - 1) };
}

/** u of every level, as counted on strangers. */
function frequencies(count: number, strangers: PatternCounts): Float64Array[] {
  return fieldLevels.map((field) => {
    const seen = countLevels(field, strangers);
    const all = sum(seen) + priorStrangers;
    return Float64Array.from(field.levels, ({ u, shared, byValue }, level) => {
      // Each value has its own frequency, which is added.
      if (byValue) return 1;
      // What people share who belong together is too rare to be met at random.
      return shared === undefined ? ((seen[level] ?? 0) + priorStrangers * u) / all : shared / count;
    });
  });
}

function weigh(m: readonly Float64Array[], u: readonly Float64Array[]): Float64Array[] {
  return m.map((own, field) => own.map((each, level) => Math.log2(each / (u[field]?.[level] ?? 1))));
}

function countLevels(field: (typeof fieldLevels)[number], counts: PatternCounts): Float64Array {
  const seen = new Float64Array(field.levels.length);
  for (const [pattern, count] of counts) {
    const level = levelAt(pattern, field);
    if (level >= 0) seen[level] = (seen[level] ?? 0) + count;
  }
  return seen;
}

function sum(numbers: Float64Array | undefined): number {
  return numbers?.reduce((total, each) => total + each, 0) ?? 0;
}
