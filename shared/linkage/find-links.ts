import { blockKeys } from './block-keys.ts';
import { KeyList } from './blocks.ts';
import { compareRecords, namesOf } from './compare-records.ts';
import { caseOf, estimateWeights, tableWeights, type CaseCounts, type Weights } from './estimate-weights.ts';
import { isOneOfItsPeople, judgeRecords, type Verdict } from './judge-records.ts';
import { reasonsOf, type LinkReason, type Pattern } from './levels.ts';
import type { LinkRecord } from './link-record.ts';
import { Rarity } from './rarity.ts';
import { bitsOf, decideVerdict } from './weigh-pair.ts';

/** A key that more share than this says nothing about who somebody is. */
const mostInBlock = 40;
/** Pairs at random from which it is learned how strangers agree. */
const mostStrangers = 50_000;
/** What so far speaks against their being one is not looked at again, whatever the weights turn out to be. */
const hopelessBits = -14;
/** What is certain is told as such. */
const certainBits = Math.log2(0.99 / 0.01);

/**
 * `same`: one customer, as likely as `probability` says. The others are related, and never one: people who share a phone, somebody
 * and the company they work for, places of one company.
 */
export type LinkVerdict = Extract<Verdict, 'same' | 'household' | 'contact' | 'branch'>;

export interface Link {
  verdict: LinkVerdict;
  /** Match weight: the base-2 logarithm of the odds that the two are one. */
  bits: number;
  probability: number;
  reasons: LinkReason[];
}

export interface FoundLink extends Link {
  a: number;
  b: number;
}

export interface LinksOfArchive {
  /** The most likely first. */
  links: FoundLink[];
  weights: Weights;
}

export interface Progress {
  done: number;
  total: number;
}

/** A pair that may be one, as it was met. */
interface Candidate {
  a: number;
  b: number;
  pattern: Pattern;
  verdict: Verdict;
  /** What the very names add to the weight. */
  rareBits: number;
}

/** Whether the two may be one as far as is certain; who belongs together otherwise teaches nothing of how one customer agrees. */
function isOpen(verdict: Verdict): boolean {
  return verdict === 'same' || verdict === 'namesake' || verdict === 'different';
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * Finds which of the records may be one, or belong together. Yields after every record, so that the caller can stop and breathe.
 * `learned` is given where the weights are known already.
 */
export function* findLinks(
  records: readonly LinkRecord[],
  learned?: Weights,
): Generator<Progress, LinksOfArchive, void> {
  const total = records.length * 2;
  const keys = new KeyList();
  const rarity = new Rarity();
  for (const [place, record] of records.entries()) {
    keys.add(blockKeys(record));
    rarity.add(record);
    yield { done: place + 1, total };
  }
  const blocks = yield* inSteps(keys.blocks(mostInBlock), { done: records.length, total });
  const table = tableWeights(records.length);
  const cases = new Map<number, number>();
  const candidates: Candidate[] = [];
  for (const [a, record] of records.entries()) {
    blocks.forEachPartner(a, (b) => {
      const partner = records[b];
      if (!partner) return;
      const names = namesOf(record, partner);
      const verdict = judgeRecords(record, partner, names);
      const pattern = compareRecords(record, partner, names);
      const rareBits = rarity.bitsOf(record, pattern);
      if (isOpen(verdict)) increase(cases, caseOf(pattern, rareBits));
      if (verdict === 'different' && bitsOf(pattern, table) + rareBits < hopelessBits) return;
      candidates.push({ a, b, pattern, verdict, rareBits });
    });
    yield { done: records.length + a + 1, total };
  }
  const weights = learned ?? (yield* learnWeights(records, cases));
  const found: FoundLink[] = [];
  for (const candidate of candidates) {
    const link = linkOf(candidate, records, weights);
    if (link) found.push(link);
    yield { done: total, total };
  }
  return { links: found.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b), weights };
}

function* learnWeights(records: readonly LinkRecord[], candidates: CaseCounts): Generator<Progress, Weights, void> {
  const whole = { done: records.length * 2, total: records.length * 2 };
  const strangers = new Map<Pattern, number>();
  for (const [a, b] of strangersAmong(records.length)) {
    const [left, right] = [records[a], records[b]];
    if (!left || !right) continue;
    const pattern = compareRecords(left, right);
    increase(strangers, pattern);
    yield whole;
  }
  return yield* inSteps(estimateWeights({ records: records.length, candidates, strangers }), whole);
}

/** The whole of something that takes its time in between. */
function* inSteps<T>(steps: Generator<void, T, void>, progress: Progress): Generator<Progress, T, void> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield progress;
  }
}

/** Pairs spread over the whole list, the same each time: by the golden ratio, which comes back to no place soon. */
function* strangersAmong(count: number): Generator<[number, number], void, void> {
  const most = Math.min(mostStrangers, (count * (count - 1)) / 2);
  for (let at = 0; at < most; at += 1) {
    const a = at % count;
    const b = Math.floor(((at * goldenRatio) % 1) * count);
    if (a !== b) yield [a, b];
  }
}

const goldenRatio = 0.6180339887498949;

function linkOf(candidate: Candidate, records: readonly LinkRecord[], weights: Weights): FoundLink | null {
  const { a, b, pattern, verdict, rareBits } = candidate;
  const [left, right] = [records[a], records[b]];
  if (!left || !right) return null;
  const weight = bitsOf(pattern, weights) + rareBits;
  const decided = decideVerdict(left, right, pattern, verdict, weight);
  if (decided === 'different' || decided === 'namesake') return null;
  const bits = verdict === 'same' ? Math.max(weight, certainBits) : weight;
  const reasons = reasonsOf(pattern);
  if (decided === 'contact' && isOneOfItsPeople(left, right)) reasons.unshift('person');
  return { a, b, verdict: decided, bits, probability: 1 / (1 + 2 ** -bits), reasons };
}
