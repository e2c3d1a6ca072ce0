import type { CountryCode } from 'libphonenumber-js/max';
import type { LocalDate } from '../domain/record.ts';
import { isDayFirstIn } from '../match/country.ts';
import { Line } from './line.ts';
import type { Meaning, Piece, Understood } from './piece.ts';
import { readAccounts, readMarks, readPhones } from './read-contacts.ts';
import { readAnniversaries, readBirthday, readFollowUp, reserveDay } from './read-dates.ts';
import { readFrame } from './read-frame.ts';
import { readNames } from './read-names.ts';
import { asAddress, readAddresses, readLabelled } from './read-words.ts';

/** More than any card or signature: only so much is read for its parts, the rest is one note. */
export const longestRead = 4_000;

/** Where reading ends, at the end of a word if one ends shortly before. */
function endOfRead(text: string): number {
  if (text.length <= longestRead) return text.length;
  const word = text.slice(longestRead - 200, longestRead).search(/\s\S*$/u);
  if (word >= 0) return longestRead - 200 + word;
  return /[\uD800-\uDBFF]/.test(text.charAt(longestRead - 1)) ? longestRead - 1 : longestRead;
}

/**
 * Understands a line such as `张三 13800138000 @永兴五金 #展会 农历八月十五 下周二回访`, a signature or a message that was pasted. Every
 * part is given with its place in the text, in order and without overlap; what is not understood is a note, so that nothing
 * is lost. Days to come count from `today`.
 * @param meant what parts mean that were understood wrongly, by their text
 * @param home whose numbers are written without a country code
 * @param isDayFirst whether `3/4/2025` is the third of April there
 */
export function readQuickAdd(
  text: string,
  today: LocalDate,
  meant: Readonly<Record<string, Meaning>> = {},
  home: CountryCode = 'CN',
  isDayFirst = isDayFirstIn(home),
): Piece[] {
  const end = endOfRead(text);
  const read = text.slice(0, end);
  const line = new Line(read);
  for (const [part, meaning] of Object.entries(meant)) {
    const at = read.indexOf(part);
    const understood = asMeant(part, meaning);
    if (at >= 0 && understood) line.take(at, at + part.length, understood);
  }
  readMarks(line);
  readFrame(line, today);
  readAccounts(line);
  readLabelled(line);
  const dates = { today, isDayFirst };
  readAnniversaries(line, dates);
  readBirthday(line, dates);
  readAddresses(line);
  const day = reserveDay(line, dates);
  readPhones(line, home);
  if (day) readFollowUp(line, day);
  line.hideBrackets();
  readNames(line);
  const pieces = line.pieces.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const rest = text.slice(end).trim();
  if (rest === '') return pieces;
  const from = text.indexOf(rest, end);
  const note: Understood = { kind: 'note', text: rest };
  return [...pieces, { ...(asMeant(rest, meant[rest] ?? 'note') ?? note), from, to: from + rest.length, text: rest }];
}

function asMeant(part: string, meaning: Meaning): Understood | undefined {
  const text = part
    .replace(/^[@#＠＃]/, '')
    .replace(/^["“](.+)["”]$/u, '$1')
    .trim();
  if (text === '') return undefined;
  switch (meaning) {
    case 'name':
      return { kind: 'name', name: text.slice(0, 120) };
    case 'organization':
      return { kind: 'organization', name: text.slice(0, 200) };
    case 'title':
      return { kind: 'title', title: text.slice(0, 100) };
    case 'tag':
      return { kind: 'tag', name: text.slice(0, 60) };
    case 'address':
      return asAddress(text);
    case 'note':
      return { kind: 'note', text };
  }
}
