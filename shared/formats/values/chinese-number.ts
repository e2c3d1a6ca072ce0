const digits: ReadonlyMap<string, number> = new Map(
  Array.from('〇一二三四五六七八九', (character, value) => [character, value] as const),
);
const extra: ReadonlyMap<string, number> = new Map([
  ['零', 0],
  ['○', 0],
  ['两', 2],
  ['元', 1],
]);

function digitOf(character: string): number | undefined {
  return digits.get(character) ?? extra.get(character);
}

/** A number from 0 to 99 in Chinese characters (`初三` 3, `十五` 15, `廿三` 23, `三十` 30, `一二` 12); `undefined` for anything else. */
export function readChineseNumber(text: string): number | undefined {
  const plain = text
    .replace(/^初/, '')
    .replace(/^[廿念]/, '二十')
    .replace(/^卅/, '三十')
    .replace(/十$/, '十〇');
  if (plain === '' || plain.length > 4) return undefined;
  const [tens, ones, more] = plain.split('十');
  if (more !== undefined) return undefined;
  if (ones === undefined) {
    const values = Array.from(plain, digitOf);
    return values.every((value) => value !== undefined) ? Number(values.join('')) : undefined;
  }
  const ten = tens === '' ? 1 : digitOf(tens ?? '');
  const one = ones === '' ? 0 : digitOf(ones);
  return ten === undefined || one === undefined ? undefined : ten * 10 + one;
}

/** A year in Chinese digits (`一九九〇`) or Arabic ones. */
export function readYear(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  const values = Array.from(text, digitOf);
  return values.length === 4 && values.every((value) => value !== undefined) ? Number(values.join('')) : undefined;
}
