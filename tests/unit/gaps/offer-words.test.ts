import { describe, expect, it } from 'vitest';
import { offerWords } from '../../../renderer/features/customers/gaps/offer-words.ts';

const words = ['展会', '老客户', 'VIP', '新老板', '茶博会'];
const counts: Readonly<Record<string, number>> = { VIP: 9, 茶博会: 3 };
const offer = (typed: string) => offerWords(words, (word) => counts[word] ?? 0, typed);

describe('words that are offered for a gap', () => {
  it('are those that most customers have, before anything is typed', () => {
    expect(offer('')).toEqual(['VIP', '茶博会', '展会', '老客户', '新老板']);
  });

  it('are those that begin with what is typed, then those that hold it', () => {
    expect(offer('老').slice(0, 2)).toEqual(['老客户', '新老板']);
    expect(offer('ｖｉ')[0]).toBe('VIP');
  });

  it('go on behind the words that stand in the box already', () => {
    expect(offer('展会、老').slice(0, 2)).toEqual(['展会、老客户', '展会、新老板']);
  });

  it('fit wherever they stand among thousands', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `标签${String(at)}`);
    const offered = offerWords(many, (word) => (word === '标签9000' ? 1 : 0), '标签9876');
    expect(offered[0]).toBe('标签9876');
    expect(offered[1]).toBe('标签9000');
    expect(offered).toHaveLength(200);
  });
});
