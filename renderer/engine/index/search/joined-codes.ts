/** What stands between the parts of a code. Points and commas stand in amounts too. */
const signs = /[-\u2010-\u2015\u2212_·/\\]/gu;
/** Longer words with signs in them are paths and addresses of the web. */
const longestCode = 64;

/** `kh20240153` of `kh-2024-0153`. */
export function withoutSigns(text: string): string {
  return text.replace(signs, '');
}

/** The codes among the words of a folded text that have signs in them, each without; with a digit, so that no other word is one. */
export function joinedCodes(text: string): string[] {
  if (text.search(signs) < 0) return [];
  return text.split(/\s/u).flatMap((word) => {
    if (word.length > longestCode || !/\d/.test(word)) return [];
    const joined = withoutSigns(word);
    return joined === word ? [] : [joined];
  });
}
