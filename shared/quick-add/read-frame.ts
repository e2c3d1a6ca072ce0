import { civilOf, toEpochDay } from '../calendar/day.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Line } from './line.ts';
import { looksLikePerson } from './person.ts';

const clock = '(?:上午|下午|中午|晚上|凌晨)?\\s?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]m)?';
const stamps = [
  // WhatsApp: `[12:03, 5/3/2026]`, iPhone: `[2026/11/20, 09:15:22]`.
  `(?<=^|\\n)\\s*\\[(?:${clock}, ?[\\d/.-]+|[\\d/.-]+,? ?${clock})\\]`,
  // `张总 2026/11/20 09:15`, `2026-11-20 张总 09:15:22`.
  `(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日? ${clock}(?=[^\\S\\n]*\\n)`,
  `(?:昨天|前天|星期[一二三四五六日天]) ${clock}(?=[^\\S\\n]*\\n)`,
  '(?<![天日一二三四五六]\\s?)(?:上午|下午|中午|晚上|凌晨) ?\\d{1,2}:\\d{2}(?=[^\\S\\n]*\\n)',
].map((pattern) => new RegExp(pattern, 'giu'));
const shortStamp = new RegExp(`(?<=[^\\S\\n])(\\d{1,2})月(\\d{1,2})日 ${clock}(?=[^\\S\\n]*\\n)`, 'gu');

/** `To: 张三` alone stands on a parcel. */
const isMail = /(?<=^|\n)[^\S\n]*(?:from|subject|sent|发件人|主题|发送时间)[^\S\n]*:/iu;
const mailHeader =
  /(?<=^|\n)[^\S\n]*(?:(?:sent|date|发送时间|发送日期|日期|to|cc|抄送)[^\S\n]*:[^\n\0]*(?=\n|$)|(?:subject|主题)[^\S\n]*:[^\n\0]+)/giu;
/** Of a letter: who reads it is not its writer. */
const salutation = /(?<=^|\n)[^\S\n]*(?:hi|hello|hey|dear) [^\n,!\0]{1,40}[,!]?(?=[^\S\n]*\n)/giu;
const bullet = /(?<=^|\n)[^\S\n]*(?:\d{1,2}[.、)](?!\d)|[-*•·—–=_]{1,}(?=[^\S\n]|\n|$))[^\S\n]*/gu;

const introducedLatin =
  /(?<!\p{L})(?:[Tt]his is|[Mm]y name(?: i|['’])s|I am|I['’]m|(?:[Mm]eeting|[Cc]all|[Ss]poke|[Ll]unch|[Mm]et|[Cc]hat) with)\s+(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2})(?: (?:from|of|at|with) ((?:the )?\p{Lu}[\p{L}\d&'’.-]*(?: \p{Lu}[\p{L}\d&'’.-]*){0,3}))?/gu;
/** `我是杭州永兴五金的张伟` */
const introducedOf =
  /(?<![\p{L}])(?:我是|我们是|这里是)([\p{Script=Han}()]{2,16})的([老小阿]?\p{Script=Han}{1,3})(?![\p{L}])/gu;
const introducedChinese = /(?<![\p{L}])(?:你好)?(?:我是|我叫|这是|我姓名)\s?(\p{Script=Han}{2,4})(?![\p{L}])/gu;

/** What stands around the words of a message or a mail: when it was sent, to whom, the marks of a list, and who says to be its writer. */
export function readFrame(line: Line, today: LocalDate): void {
  for (const pattern of stamps) line.takeAll(pattern, ([text]) => ({ kind: 'note', text: text.trim() }));
  line.takeAll(shortStamp, ([text, month, day]) => {
    const now = civilOf(toEpochDay(today));
    // One to come is when somebody wants to be called.
    const isPast = Number(month) * 100 + Number(day) <= now.month * 100 + now.day;
    return isPast ? { kind: 'note', text } : undefined;
  });
  if (isMail.test(line.whole)) line.takeAll(mailHeader, ([text]) => ({ kind: 'note', text: text.trim() }));
  line.takeAll(salutation, ([text]) => ({ kind: 'note', text: text.trim() }));
  for (const { 0: mark, index } of line.rest.matchAll(bullet)) line.hide(index, index + mark.length);
  const isNamed = () => line.pieces.some(({ kind }) => kind === 'name');
  for (const match of line.rest.matchAll(introducedLatin)) {
    const [whole, name = '', organization] = match;
    if (isNamed()) break;
    const at = match.index + whole.indexOf(name);
    line.hide(match.index, at);
    line.take(at, at + name.length, { kind: 'name', name });
    if (organization === undefined) break;
    const from = match.index + whole.length - organization.length;
    line.hide(at + name.length, from);
    line.take(from, match.index + whole.length, { kind: 'organization', name: organization });
  }
  for (const match of line.rest.matchAll(introducedOf)) {
    const [whole, organization = '', name = ''] = match;
    if (isNamed() || !looksLikePerson(name)) break;
    const to = match.index + whole.length;
    const at = match.index + whole.indexOf(organization);
    line.hide(match.index, at);
    line.take(at, at + organization.length, { kind: 'organization', name: organization });
    line.hide(at + organization.length, to - name.length);
    line.take(to - name.length, to, { kind: 'name', name });
  }
  line.takeAll(introducedChinese, ([, name = '']) =>
    !isNamed() && looksLikePerson(name) ? { kind: 'name', name } : undefined,
  );
}
