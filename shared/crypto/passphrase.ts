/**
 * Pieces that guessing programs try first. Each counts as a single character, however long it is.
 * Longer pieces come first, so that they are found before their parts.
 */
const guessable = [
  'correcthorsebatterystaple',
  'passphrase',
  'password',
  'passwort',
  'passw0rd',
  'p@ssw0rd',
  'administrator',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwerty',
  'qazwsx',
  '1q2w3e4r5t',
  '1q2w3e4r',
  '1qaz2wsx',
  'iloveyou',
  'woaini',
  'zhangsan',
  'letmein',
  'welcome',
  'dragon',
  'monkey',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'master',
  'shadow',
  'abc123',
  'customer',
  'archive',
  'secret',
  'hello',
  'admin',
  'login',
  'test',
  'kehu',
  'mima',
  'kebu',
  'keep',
  'pass',
  '5201314',
  '1314520',
  '11223344',
  '112233',
  '147258369',
  '888888',
  '666666',
  '密码',
  '客户',
  '客簿',
  '档案',
  '我爱你',
  '一生一世',
  '恭喜发财',
];

const minPoints = 12;
const minWords = 4;

/** Unicode normal form C: the same passphrase whatever keyboard and system it was typed on. */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFC');
}

/**
 * Whether a passphrase may protect an archive: twelve characters or four words. A Chinese character counts as two,
 * because it is one of thousands; pieces that everybody tries, runs (`abcdef`, `98765`) and repetitions count as one.
 */
export function isStrongPassphrase(passphrase: string): boolean {
  const text = normalizePassphrase(passphrase).toLowerCase();
  const words = new Set(text.split(/[\s\-_.,]+/).filter((word) => Array.from(word).length >= 3));
  const points = pointsOf(text);
  if (new Set(text).size < 5) return false;
  return points >= minPoints || (words.size >= minWords && points >= minPoints - 2);
}

function pointsOf(text: string): number {
  let rest = text;
  for (const piece of guessable) rest = rest.replaceAll(piece, '\0');
  // Years and whole dates.
  rest = rest.replaceAll(/(19|20)\d\d([01]\d[0-3]\d)?/g, '\0');
  rest = rest.replaceAll(/(.+?)\1+/gu, '$1');
  const characters = Array.from(rest);
  let points = 0;
  for (const [index, character] of characters.entries()) {
    if (continuesRun(characters, index)) continue;
    points += /\p{Script=Han}/u.test(character) ? 2 : 1;
  }
  return points;
}

/** The third and later characters of an ascending or descending run. */
function continuesRun(characters: readonly string[], index: number): boolean {
  const [a, b, c] = [index - 2, index - 1, index].map((at) => characters[at]?.codePointAt(0));
  if (a === undefined || b === undefined || c === undefined) return false;
  return c - b === b - a && Math.abs(c - b) === 1;
}
