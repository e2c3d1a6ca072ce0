import { looksLikeCompany } from '../match/company.ts';
import { resolveAddress } from '../match/region/resolve-address.ts';
import type { Line } from './line.ts';
import type { Understood } from './piece.ts';

const streetMark = /路|街|大道|巷|弄|胡同|村|镇|乡|小区|花园|公寓|大厦|广场|园区|号|楼|室|栋|幢/;
const streetWithNumber = /^\p{Script=Han}{1,8}(?:路|街|大道|巷|弄|胡同)\s?\d+\s?号/u;
const houseBehind =
  /^(?: +(?:[A-Za-z]?\d+[A-Za-z]? ?(?:号楼|号|弄|栋|幢|座|单元|楼|层|室)|[A-Z][座栋]|[A-Z]\d{1,2}(?![^\s,，;；\0]))[^\s,，;；\0]*)+/u;
/** A room that stands alone, behind a house or a part of one. */
const roomBehind = /^ +\d{3,4}(?![^\s,，;；\0])/u;
const namesHouse = /(?:号楼|栋|幢|座|单元|楼|层|[A-Z]\d{1,2})$/u;
/** Written together with the address. */
const leadingWord = /^(?:(?:收货|详细|公司|家庭|联系)?(?:地址|住址)(?:是|在)?|(?:家)?住(?:在)?(?=.{4})|(?:送|寄|发)到)/;
const postcodeBefore = /(?<!\d)\d{6} +$/;
const postcodeBehind = /^[ ,]*(?:邮编|邮政编码)?[ :]*\d{6}(?![\d元块万])/;
const latinAddress =
  /(?<![\p{L}\d])\d{1,5}[A-Za-z]? (?:[A-Z][\w'.-]* ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Square|Sq|Court|Ct|Place|Pl)\b(?:(?!,? *(?:\+\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}))[^\n;\0])*/gu;
/** `Hauptstraße 5, 10115 Berlin`, `Calle Mayor 12, 28013 Madrid, Spain`. */
const continentalAddress =
  /(?<![\p{L}\d])(?:\p{Lu}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse)|(?:Calle|Rue|Via|Avenida|Plaza|Piazza|Place)(?: \p{L}[\p{L}.'’-]*){1,4}) \d{1,4}[a-z]?(?:, \d{4,5} \p{Lu}[\p{L}.-]*(?:, \p{Lu}[\p{L}]+)?)?/gu;
/** A line of its own with a British postcode in it. */
const britishLine = /(?<=\n)[^\n\0]*\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b[^\n\0]*(?=\n|$)/gu;
const chineseTitle =
  /^(?:\p{Script=Han}{0,6})(?:总经理|经理|总监|主管|主任|董事长?|采购员?|销售员?|会计|出纳|店长|厂长|工程师|设计师|助理|总裁|合伙人|负责人|老板娘?|法人)$/u;
const latinTitle =
  /\b(?:manager|director|engineer|officer|ceo|cto|cfo|coo|president|buyer|owner|founder|assistant|consultant|partner|representative|architect|designer|accountant|head of|vp)\b/i;
const emptyWords =
  /^(?:我|我的|我是|我的是|他|她|他的|她的|是|的|在|客户|新客户|个性签名|签名|customer|client|你好|您好|电话|手机|联系电话|联系方式|联系人|地址|姓名|名字|公司|单位|邮箱|微信|职位|职务|备注|生日|传真|tel|mobile|phone|fax|e-?mail|address|name|company|title|note|and|the|m|t|e|w)$/iu;

/** Where a value ends because the next one is named, `陈小明 手机：137…`; a postcode belongs to the address before it. */
const named = '\\s+(?!邮)\\p{L}{1,8}\\s*[:：]';
const inWord = '[^\\s;。,，|\\u0000]+';

/** `地址：…` to the end of the line or sentence. */
export function readLabelled(line: Line): void {
  const stop = '[^\\n;；。\\u0000]+';
  const read = (words: string, pick: (value: string) => Understood | undefined, end = stop) => {
    line.takeAll(new RegExp(`(?<!\\p{L})(?:${words})\\s*[:：]\\s*(${end})`, 'giu'), ([, value = '']) =>
      value.trim() === '' ? undefined : pick(value.trim()),
    );
  };
  const inSentence = `(?:(?!${named})[^\\n;；。,，|\\u0000])+`;
  read(
    '姓名|联系人|名字|收货人|收件人|微信名|昵称|name|contact',
    (name) => ({ kind: 'name', name: name.slice(0, 120) }),
    `(?:(?!${named}|\\s*\\+?\\d{5})[^\\n;；。,，|\\u0000])+`,
  );
  read(
    '公司名称|公司|单位|company|organi[sz]ation',
    (name) => ({ kind: 'organization', name: name.slice(0, 200) }),
    inSentence,
  );
  read('职位|职务|job title|title', (title) => ({ kind: 'title', title: title.slice(0, 100) }), inSentence);
  read('部门|department', (name) => ({ kind: 'department', name: name.slice(0, 100) }), inSentence);
  read('行业|industry', (name) => ({ kind: 'industry', name: name.slice(0, 60) }), inWord);
  read('性别|gender|sex', asGender, inWord);
  read('备注|附注|notes?', (text) => ({ kind: 'note', text }));
  // What it says is of no use without what it is.
  line.takeAll(new RegExp(`(?<!\\p{L})(?:${otherLabels})\\s*:\\s*${inWord}`, 'giu'), ([text]) => ({
    kind: 'note',
    text,
  }));
}

const otherLabels =
  '介绍人|推荐人|来源|渠道|规模|预算|年龄|爱好|兴趣|级别|会员号?|面积|品牌|型号|budget|referred by|source';

function asGender(text: string): Understood | undefined {
  if (/^(?:女性?|female|f|woman)$/iu.test(text)) return { kind: 'gender', gender: 'female' };
  return /^(?:男性?|male|m|man)$/iu.test(text) ? { kind: 'gender', gender: 'male' } : undefined;
}

/** A place is written where it begins with a province, city or county, or with a street and a number. */
export function readAddresses(line: Line): void {
  // A comma ends a Chinese address and parts an English one.
  const labelled = new RegExp(
    '(?:收货地址|公司地址|家庭住址|详细地址|街道地址|所在地区|地区|住址|地址|(?<![a-z])(?:address|add))\\s*(?:[:：]|是|在)\\s*' +
      `((?=[^,\\n\\0]*\\p{Script=Han})(?:(?!${named})[^,\\n;。\\0])+|(?:(?!${named})[^\\n;\\0])+)`,
    'giu',
  );
  // Delivery forms ask for the region and the street on lines of their own.
  const inTwo = /所在地区\s*[:：]\s*([^\n\0]+)\n\s*(?:详细地址|街道地址|街道)\s*[:：]\s*([^\n\0]+)/gu;
  line.takeAll(inTwo, ([, region = '', street = '']) => asAddress(region.replace(/\s+/g, '') + street.trim()));
  line.takeAll(labelled, ([, text = '']) => asAddress(text.trim()));
  for (const pattern of [latinAddress, continentalAddress, britishLine]) {
    line.takeAll(pattern, ([text]) => asAddress(text.replace(/[\s,]+$/u, '')));
  }
  for (const match of line.rest.matchAll(/[^\s,，;；。|｜\0]{2,}/gu)) {
    const token = match[0].replace(leadingWord, '');
    if (!isPlace(token)) continue;
    const before = postcodeBefore.exec(line.rest.slice(0, match.index))?.[0] ?? '';
    const end = match.index + match[0].length;
    const parts = houseBehind.exec(line.rest.slice(end))?.[0] ?? '';
    const room = namesHouse.test(token + parts)
      ? (roomBehind.exec(line.rest.slice(end + parts.length))?.[0] ?? '')
      : '';
    const house = parts + room;
    const after = before === '' ? (postcodeBehind.exec(line.rest.slice(end + house.length))?.[0] ?? '') : '';
    const understood = asAddress(before + token + house + after);
    if (understood) line.take(match.index - before.length, end + house.length + after.length, understood);
  }
}

export function asAddress(text: string): Understood | undefined {
  const address = resolveAddress({ street: text });
  return address && { kind: 'address', address };
}

function isPlace(token: string): boolean {
  if (!/\p{Script=Han}{2}/u.test(token) || isCompany(token)) return false;
  if (streetWithNumber.test(token)) return true;
  const address = resolveAddress({ street: token });
  if (!address?.regionCode) return false;
  if (address.street !== undefined) {
    // With its city and its district said, what follows is within it: 北京市朝阳区望京SOHO.
    const isExact = address.regionCode.length === 6 && /[市州盟]\p{Script=Han}{1,8}[区县市旗]/u.test(token);
    return isExact || streetMark.test(address.street);
  }
  // Short names of counties are also names of people (高平), those of cities and provinces hardly.
  return address.regionCode.length <= 4 || /[省市区县州盟旗]$/.test(token);
}

/** Long runs of characters are no company yet: what tells is how the name ends. */
function isCompany(token: string): boolean {
  return /\p{Script=Han}/u.test(token)
    ? token.length >= 4 && (looksLikeCompany(token.slice(-5)) || /有限/.test(token))
    : looksLikeCompany(token);
}

/** What is left: the name, the company and the job by how they are written, everything else as a note. */
export function readNames(line: Line): void {
  const isKnown = (kind: Understood['kind']) => line.pieces.some((piece) => piece.kind === kind);
  for (const segment of line.rest.matchAll(/(?:[^\n,;:。|【】\0]|(?<=\d):(?=\d))+/gu)) {
    const isLatin = /\p{Script=Latin}/u.test(segment[0]) && !/\p{Script=Han}/u.test(segment[0]);
    const parts = isLatin ? latinParts(segment[0], isKnown('name')) : mixedParts(segment[0], isKnown);
    for (const part of parts) {
      const from = segment.index + part.index;
      const text = part[0];
      const bare = withoutPunctuation(text);
      if (bare === '' || emptyWords.test(bare)) continue;
      line.take(from, from + text.length, understandWord(bare, isKnown));
    }
  }
  gatherName(line);
}

/** Signs that mean something (`>`, `+`, an emoji) stay; those that only part words, and brackets around the whole, go. */
function withoutPunctuation(word: string): string {
  const bare = word.replace(/^[\p{P}|\s]+|(?:[|\s]|(?![)）])\p{P})+$/gu, '');
  return /^<(.+)>$/u.exec(bare)?.[1] ?? bare;
}

const mixedPart =
  /(?<!\S)\p{Lu}[\p{Script=Latin}'’.-]*(?: \p{Lu}[\p{Script=Latin}'’.-]*){1,3}(?!\S)|(?<!\S)(\p{Script=Han}) (\p{Script=Han}{1,2})(?!\S)|\S+/gu;

/** Those of nine in ten people. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';

/** What stands between blanks; but `Michael Chen` among Chinese words is one part, and so is `赵 敏` while nobody is named yet. */
function* mixedParts(segment: string, isKnown: (kind: Understood['kind']) => boolean) {
  for (const match of segment.matchAll(mixedPart)) {
    const [whole, surname = '', given = ''] = match;
    if (surname === '' || (!isKnown('name') && surnames.includes(surname))) yield { 0: whole, index: match.index };
    else {
      yield { 0: surname, index: match.index };
      yield { 0: given, index: match.index + whole.length - given.length };
    }
  }
}

/** `Jane Doe prefers mornings`: the words in capitals are the name, at most four; without capitals the first two. */
function* latinParts(segment: string, isNamed: boolean): Generator<{ 0: string; index: number }> {
  const text = segment.trimEnd();
  const index = text.length - text.trimStart().length;
  const whole = text.trimStart();
  const name = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|del|van|von|der|den|la|le|bin|al)){0,3}/u.exec(
    whole,
  )?.[0];
  const words = name ?? /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)?/u.exec(whole)?.[0];
  if (isNamed || words === undefined || isCompany(whole) || words.length === whole.length) {
    yield { 0: whole, index };
    return;
  }
  yield { 0: words, index };
  const rest = whole.slice(words.length);
  yield { 0: rest.trimStart(), index: index + whole.length - rest.trimStart().length };
}

function understandWord(text: string, isKnown: (kind: Understood['kind']) => boolean): Understood {
  if (!isKnown('gender') && isKnown('name') && /^[男女]$/u.test(text))
    return { kind: 'gender', gender: text === '女' ? 'female' : 'male' };
  const isShop =
    isKnown('name') &&
    /^(?!专业|批发|主营|经营)\p{Script=Han}{2,8}(?:五金|建材|水暖|装饰|装修|家具|家居|门窗|灯饰|电器|汽修|超市|便利店|饭店|食品|服饰)$/u.test(
      text,
    );
  if ((isShop || isCompany(text)) && !isKnown('organization'))
    return { kind: 'organization', name: text.slice(0, 200) };
  const isTitle = chineseTitle.test(text) || (latinTitle.test(text) && text.split(' ').length <= 5);
  if (isTitle && isKnown('name') && !isKnown('title')) return { kind: 'title', title: text.slice(0, 100) };
  if (!isKnown('name') && /\p{L}/u.test(text) && text.length <= 40)
    return { kind: 'name', name: text.replace(/^(\p{Script=Han}) (?=\p{Script=Han})/u, '$1').slice(0, 120) };
  return { kind: 'note', text };
}

/** A customer needs a name: without one it is the company's, or that of the place which may be a person's. */
function gatherName(line: Line): void {
  if (line.pieces.some((piece) => piece.kind === 'name')) return;
  const at = line.pieces.findIndex((piece) => piece.kind === 'organization');
  const place = line.pieces.findIndex((piece) => piece.kind === 'address' && /^\p{Script=Han}{2,4}$/u.test(piece.text));
  // People are called by a picture alone in chats.
  const picture = line.pieces.findIndex(
    (piece) => piece.kind === 'note' && /\p{Extended_Pictographic}/u.test(piece.text),
  );
  const chosen = line.pieces[at] ?? line.pieces[place] ?? line.pieces[picture];
  if (!chosen) return;
  const name = chosen.kind === 'organization' ? chosen.name.slice(0, 120) : chosen.text.slice(0, 120);
  const { from, to, text } = chosen;
  line.pieces[line.pieces.indexOf(chosen)] = { kind: 'name', name, from, to, text };
}
