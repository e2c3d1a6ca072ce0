import { readCountry } from '../match/country.ts';
import { saysNothing } from './empty-words.ts';
import type { Line } from './line.ts';
import { isNoName, isSurname, isTitledPerson, looksLikePerson, withoutRole } from './person.ts';
import type { Understood } from './piece.ts';
import { isCompany } from './read-words.ts';

const chineseTitle =
  /^(?:\p{Script=Han}{0,6})(?:总经理|经理|总监|主管|主任|董事长?|采购员?|销售员?|会计|出纳|店长|厂长|工程师|设计师|助理|总裁|合伙人|负责人|老板娘?|法人)$/u;
const latinTitle =
  /\b(?:manager|director|engineer|officer|ceo|cto|cfo|coo|president|buyer|owner|founder|assistant|consultant|partner|representative|architect|designer|accountant|executive|specialist|analyst|coordinator|supervisor|technician|head of|vp)\b/i;
/** What is left: the name, the company and the job by how they are written, everything else as a note. */
export function readNames(line: Line): void {
  readLatinCompanies(line);
  const isKnown = (kind: Understood['kind']) => line.pieces.some((piece) => piece.kind === kind);
  for (const segment of signatureFirst(line)) {
    if (saysNothing(withoutPunctuation(segment[0]))) continue;
    const isLatin = /\p{Script=Latin}/u.test(segment[0]) && !/\p{Script=Han}/u.test(segment[0]);
    const parts = isLatin ? latinParts(segment[0], isKnown('name')) : mixedParts(segment[0], isKnown);
    for (const part of parts) {
      const from = segment.index + part.index;
      const to = from + part[0].length;
      const bare = withoutPunctuation(part[0]);
      if (bare === '' || saysNothing(bare)) continue;
      const lead = /^[-–—•·\s]*/u.exec(part[0])?.[0].length ?? 0;
      const behind = () => line.rest.slice(to).split(betweenWords).map(withoutRole);
      line.take(from + lead, to, understandWord(bare, { isKnown, behind }));
    }
  }
  gatherName(line);
}

/** Below `--` stands who somebody is; above it may stand what friends say. */
function signatureFirst(line: Line): RegExpExecArray[] {
  const all = [...line.rest.matchAll(segments)];
  const mark = line.whole.search(/(?<=\n)--[^\S\n]*\n/u);
  return mark < 0 ? all : [...all.filter(({ index }) => index > mark), ...all.filter(({ index }) => index < mark)];
}

/** `Ningbo Sunrise Import & Export Co., Ltd.`, `Acme, Inc.`: what would fall apart at its comma. */
function readLatinCompanies(line: Line): void {
  line.takeAll(
    /(?<![\p{L}\d])\p{Lu}[\p{L}\d&.'’()-]*(?: (?:[\p{Lu}\d&(][\p{L}\d&.'’()-]*|of|and|the|de|für)){0,8}(?: Co\.?, ?(?:Ltd|Limited)|, ?(?:Inc|LLC|LLP|Ltd|Limited|GmbH|Corp|PLC))\b\.?/gu,
    ([text]) =>
      line.pieces.some(({ kind }) => kind === 'organization')
        ? undefined
        : { kind: 'organization', name: text.slice(0, 200) },
  );
}

/** Signs that mean something (`>`, `+`, an emoji) stay; those that only part words, and brackets around the whole, go. */
function withoutPunctuation(word: string): string {
  const [, within] = /^\s*[(（]([^()（）]+)[)）]\s*$/u.exec(word) ?? [];
  if (within !== undefined) return withoutPunctuation(within);
  const bare = word.replace(/^[\p{P}|\s]+|(?:[|\s]|(?![)）])\p{P})+$/gu, '');
  return /^<(.+)>$/u.exec(bare)?.[1] ?? bare;
}

/** A dash between blanks parts like a comma. */
const segments = /(?:[^\n,;:。|【】\0 ]|(?<=\d):(?=\d)| (?![-–—•·] ))+/gu;
const betweenWords = /[\s,;:。|【】()\0]+/u;

const mixedPart =
  /(?<!\S)\p{Lu}\p{Ll}+ \p{Script=Han}(?!\S)|(?<!\S)\p{Lu}[\p{Script=Latin}'’.-]*(?: (?:[dlo]['’])?\p{Lu}[\p{Script=Latin}'’.-]*){1,3}(?!\S)|(?<!\S)(\p{Script=Han}) (\p{Script=Han}{1,2})(?!\S)|\S+/gu;

const called = '\\p{Script=Han}{1,2}(?:先生|女士|小姐|太太|总|姐|哥|嫂|老师|老板娘?|经理|阿姨|师傅|医生|主任)';
/** `陈小姐想约…`, `家住滨江的王女士`. */
const personWithin = new RegExp(`^(${called}(?=[想要约说来问打需])|\\p{Script=Han}{2,12}的(?=${called}$))(.+)$`, 'u');

/** What stands between blanks; but `Michael Chen` among Chinese words is one part, and so is `赵 敏` while nobody is named yet. */
function* mixedParts(segment: string, isKnown: (kind: Understood['kind']) => boolean) {
  for (const match of segment.matchAll(mixedPart)) {
    const [whole, surname = '', given = ''] = match;
    const [, before = '', within = ''] = /^([^()]{2,})\(([^()]+)\)$/u.exec(whole) ?? [];
    const [, told = '', telling = ''] = personWithin.exec(whole) ?? [];
    if (before !== '' && !isCompany(whole)) {
      // `李总（永兴五金）`
      yield { 0: before, index: match.index };
      yield { 0: within, index: match.index + before.length + 1 };
    } else if (told !== '') {
      yield { 0: told, index: match.index };
      yield { 0: telling, index: match.index + told.length };
    } else if (surname === '' || (!isKnown('name') && isSurname(surname))) yield { 0: whole, index: match.index };
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
  const name =
    /^\p{Lu}[\p{L}'’.-]*(?: (?:(?:[dlo]['’])?\p{Lu}[\p{L}'’.-]*|de|da|del|dos|du|van|von|der|den|ter|la|le|bin|al)){0,3}/u.exec(
      whole,
    )?.[0];
  const words =
    name ??
    /^\p{L}+ of \p{Lu}[\p{L}'’-]*/u.exec(whole)?.[0] ??
    /^\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)?/u.exec(whole)?.[0];
  if (isNamed || words === undefined || isCompany(whole) || words.length === whole.length) {
    yield { 0: whole, index };
    return;
  }
  yield { 0: words, index };
  const rest = whole.slice(words.length);
  yield { 0: rest.trimStart(), index: index + whole.length - rest.trimStart().length };
}

const shop = new RegExp(
  '^(?!专业|批发|主营|经营|做|想|要|学|买|卖)\\p{Script=Han}{2,8}(?:五金|建材|水暖|装饰|装修|家具|家居|门窗|灯饰|电器|汽修|汽配|汽贸|轮胎|超市|便利店|饭店|' +
    '食品|服饰|服装|纺织|地产|置业|科技|贸易|实业|物流|传媒|广告|印刷|包装|机械|电子|化工|塑料|钢材|酒业|茶业|珠宝|影楼|摄影|婚庆|美容院|' +
    '健身|培训|教育|医药|旅行社|农场|水产|烘焙|火锅|酒楼|茶楼|客栈|民宿|养生馆|车行|网络|软件|数码|通讯)$',
  'u',
);
/** Words in capitals of which the last says what it is, or `Brown & Sons`. */
const latinShop =
  /^(?=\p{Lu})(?:[\p{Lu}\d&][\p{L}\d&.'’-]*|of|and|the)(?: (?:[\p{Lu}\d&][\p{L}\d&.'’-]*|of|and|the))*$/u;
const latinShopWord =
  / & | and Sons$|\b(?:Sons|Builders|Group|Partners|Associates|Holdings|Studios?|Services|Solutions|Consulting|Bakery|Caf[eé]|Restaurant|Hotel|School|University|College|Hospital|Clinic|Bank|Foods|Traders|Trading|Industries|Systems|Technologies|Exports|Imports|Motors|Farms?|Garage|Salon|Shop|Stores?)$/u;

export function isShop(text: string): boolean {
  return shop.test(text);
}

const cities =
  /^(?:London|Manchester|Birmingham|Leeds|Edinburgh|Glasgow|Dublin|Paris|Berlin|Munich|Madrid|Barcelona|Rome|Milan|New York|Los Angeles|Chicago|San Francisco|Boston|Seattle|Sydney|Melbourne|Toronto|Vancouver|Singapore|Shanghai|Beijing|Shenzhen|Guangzhou|Hangzhou|Ningbo|Yiwu|Mumbai|Delhi|Dubai)$/i;

/** Where somebody is, who is called otherwise. */
function isNamedPlace(text: string): boolean {
  return cities.test(text) || (text.length > 3 && readCountry(text) !== undefined);
}

interface Around {
  isKnown: (kind: Understood['kind']) => boolean;
  /** The words to come. */
  behind: () => readonly string[];
}

function understandWord(text: string, { isKnown, behind }: Around): Understood {
  if (!isKnown('gender') && isKnown('name') && /^[男女]$/u.test(text))
    return { kind: 'gender', gender: text === '女' ? 'female' : 'male' };
  const isNamed = isKnown('name');
  const isSomebodyElseNamed = () => isNamed || behind().some(looksLikePerson);
  const isPlaceOfWork =
    (isShop(text) && isSomebodyElseNamed()) || (isNamed && latinShop.test(text) && latinShopWord.test(text));
  if ((isPlaceOfWork || isCompany(text)) && !isKnown('organization'))
    return { kind: 'organization', name: text.slice(0, 200) };
  const isTitle =
    (chineseTitle.test(text) && !isTitledPerson(text)) || (latinTitle.test(text) && text.split(' ').length <= 5);
  if (isTitle && !isKnown('title') && isSomebodyElseNamed()) return { kind: 'title', title: text.slice(0, 100) };
  if (isNamed || !/\p{L}/u.test(text) || text.length > 40 || isNamedPlace(text)) return { kind: 'note', text };
  // `常客 王女士`, `金牌会员 张丽`: what is no name leaves the place to one.
  const isLess = /^\p{Script=Han}/u.test(text) && !looksLikePerson(text) && behind().some(isTitledPerson);
  if (isLess || (isNoName(text) && behind().some(looksLikePerson))) return { kind: 'note', text };
  return {
    kind: 'name',
    name: withoutRole(text)
      .replace(/^(\p{Script=Han}) (?=\p{Script=Han})/u, '$1')
      .slice(0, 120),
  };
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
