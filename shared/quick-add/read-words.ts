import { looksLikeCompany } from '../match/company.ts';
import { resolveAddress, splitAddress } from '../match/region/resolve-address.ts';
import { taken, type Line } from './line.ts';
import { looksLikePerson } from './person.ts';
import type { Understood } from './piece.ts';

const streetMark = /路|街|大道|巷|弄|胡同|村|镇|乡|小区|花园|公寓|大厦|广场|园区|号|楼|室|栋|幢/;
const streetWithNumber = /^\p{Script=Han}{1,8}(?:路|街|大道|巷|弄|胡同)\s?\d+\s?号/u;
const houseBehind =
  /^(?: +(?:[A-Za-z]?\d+[A-Za-z]? ?(?:号楼|号|弄|栋|幢|座|单元|楼|层|室)|[A-Z][座栋]|[A-Z]\d{1,2}(?![^\s,，;；\0]))[^\s,，;；\0]*)+/u;
/** A room that stands alone, behind a house or a part of one. */
const roomBehind = /^ +\d{3,4}(?![^\s,，;；\0])/u;
const namesHouse = /(?:号楼|栋|幢|座|单元|楼|层|[A-Z]\d{1,2})$/u;
const latinStreet =
  /(?<![\p{L}\d])\d{1,5}[A-Za-z]? (?:[A-Z][\w'.-]* ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Square|Sq|Court|Ct|Place|Pl)\b(?:(?!,? *(?:\+\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}))[^\n;\0])*/gu;
/** Written together with the address. */
const leadingWord =
  /^(?:(?:收货|详细|公司|家庭|联系)?(?:地址|住址)(?:是|在)?|(?:我?家)?住(?:在)?(?=.{4})|(?:麻烦(?:您|你)?|请|帮(?:忙|我)|给我)?(?:配?送|寄|发)(?:到|至)|(?:我|人|公司|店|厂|工厂|家|办公室)?就?在(?=.{4}))/;
const postcodeBefore = /(?<!\d)\d{6} +$/;
const postcodeBehind = /^[ ,]*(?:邮编|邮政编码)?[ :]*\d{6}(?![\d元块万])/;
/** `Hauptstraße 5, 10115 Berlin`, `Calle Mayor 12, 28013 Madrid, Spain`. */
const continentalAddress =
  /(?<![\p{L}\d])(?:\p{Lu}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse)|(?:Calle|Rue|Via|Avenida|Plaza|Piazza|Place)(?: \p{L}[\p{L}.'’-]*){1,4}) \d{1,4}[a-z]?(?:, \d{4,5} \p{Lu}[\p{L}.-]*(?:, (?!(?:Tel|Phone|Mob|Fax|Mail|Email|Web)\b)\p{Lu}[\p{L}]+)?)?/gu;
/** `15 rue de la Paix, 75002 Paris, France`. */
const frenchAddress =
  /(?<![\p{L}\d])\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|place|quai|chemin|allée|impasse|route|cours) [^\n;\0]*?\d{5} \p{Lu}[\p{L}-]+(?:, (?!(?:Tel|Tél|Phone|Mob|Fax|Mail|Email|Web)\b)\p{Lu}\p{L}+)?/gu;
/** The lines of an American and of a British address below its street. */
const linesBelow =
  "(?:\\n[A-Z][A-Za-z .'-]+, [A-Z]{2} \\d{5}(?:-\\d{4})?(?![\\w-])|\\n[A-Z][A-Za-z .'-]+ (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \\d{4}(?!\\d)|\\n[^\\n\\0]*\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b(?=[^\\S\\n]*(?:\\n|$)))?" +
  '(?:\\n(?:USA|U\\.S\\.A\\.|United States|United Kingdom|UK|England)(?=[^\\S\\n]*(?:\\n|$)))?';
/** `9 Briggate, Leeds LS1 6HD`, `290 Bremner Blvd, Toronto, ON M5V 3L9`: from the number of the house to a British or Canadian postcode. */
const codedAddress =
  /(?<![\p{L}\d])(?:(?:Flat|Unit|Apt\.?|Suite) [A-Za-z\d]{1,5},? )?\d{1,5}[A-Za-z]? \p{Lu}[^\n;\0@#]{0,80}?\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b/gu;
/** A line of its own with a British postcode in it. */
const britishLine = /(?<=\n)[^\n\0]*\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b[^\n\0]*(?=\n|$)/gu;
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
    '客户姓名|客户名称?|顾客姓名|姓名|联系人|名字|收货人|收件人|寄件人|发件人|微信名|昵称|name|contact|from|to|(?:new )?(?:lead|client|customer|enquiry|inquiry)(?: from [^:\\n]{1,30})?',
    (name) => ({ kind: 'name', name: name.slice(0, 120) }),
    `(?:(?!${named}|\\s*\\+?\\d{5})[^\\n;；。,，|<\\u0000])+`,
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
  line.takeAll(/(?<!\p{L})(?:收件人|收货人|联系人|寄件人)\s?(\p{Script=Han}{2,4})(?=[\s\d,;]|$)/gu, ([, name = '']) =>
    looksLikePerson(name) ? { kind: 'name', name } : undefined,
  );
  line.takeAll(/(?<!\p{L})(?:公司|店|工厂)名?字?叫(?:做)?\s?([^\s;。,，|\0]+)/gu, ([, name = '']) => ({
    kind: 'organization',
    name: name.slice(0, 200),
  }));
  // What it says is of no use without what it is.
  line.takeAll(new RegExp(`(?<!\\p{L})(?:${otherLabels})\\s*:\\s*${inWord}`, 'giu'), ([text]) => ({
    kind: 'note',
    text,
  }));
}

const otherLabels =
  '介绍人|推荐人|来源|渠道|规模|预算|年龄|爱好|兴趣|级别|等级|会员号?|面积|品牌|型号|规格|颜色|尺寸|数量|金额|价格|意向\\p{Script=Han}{0,4}|' +
  '需求|产品|户型|楼盘|小区|车型|车牌号?|孩子|小孩|年级|学校|课程|保单|险种|身份证号?码?|开户行|账号|订单号|快递单?号?|合同号|关系|职业|' +
  '学历|民族|身高|体重|血型|星座|微博|skype|line|telegram|linkedin|instagram|facebook|budget|referred by|source|interest|product|quantity';

function asGender(text: string): Understood | undefined {
  if (/^(?:女性?|female|f|woman)$/iu.test(text)) return { kind: 'gender', gender: 'female' };
  return /^(?:男性?|male|m|man)$/iu.test(text) ? { kind: 'gender', gender: 'male' } : undefined;
}

/** A place is written where it begins with a province, city or county, or with a street and a number. */
export function readAddresses(line: Line): void {
  // A comma ends a Chinese address and parts an English one.
  const labelled = new RegExp(
    '(?:收货地址|公司地址|家庭住址|详细地址|街道地址|所在地区|所在地|来自|城市|地区|住址|地址|(?<![a-z])(?:address|add|city|location))\\s*(?:[:：]|是|在)\\s*' +
      `((?=[^,\\n\\0]*\\p{Script=Han})(?:(?!${named})[^,\\n;。\\0])+|(?:(?!${named})[^\\n;\\0])+)`,
    'giu',
  );
  // Delivery forms ask for the region and the street on lines of their own.
  const inTwo = /所在地区\s*[:：]\s*([^\n\0]+)\n\s*(?:详细地址|街道地址|街道)\s*[:：]\s*([^\n\0]+)/gu;
  line.takeAll(inTwo, ([, region = '', street = '']) => asAddress(region.replace(/\s+/g, '') + street.trim()));
  line.takeAll(labelled, ([, text = '']) => asAddress(text.trim()));
  const latinAddress = new RegExp(latinStreet.source + linesBelow, 'gu');
  for (const pattern of [latinAddress, continentalAddress, frenchAddress, britishLine, codedAddress]) {
    line.takeAll(pattern, ([text]) => asAddress(text.replace(/[\s,]+$/u, '').replaceAll(/\s*\n/g, ', ')));
  }
  for (const match of line.rest.matchAll(/[^\s,，;；。|｜\0]{2,}/gu)) {
    const token = match[0].replace(leadingWord, '');
    // A part of the place before it is taken already.
    if (line.rest[match.index] === taken || !isPlace(token)) continue;
    const before = postcodeBefore.exec(line.rest.slice(0, match.index))?.[0] ?? '';
    const nearer = nearerBehind(token, line.rest.slice(match.index + match[0].length));
    const end = match.index + match[0].length + nearer.length;
    const parts = houseBehind.exec(line.rest.slice(end))?.[0] ?? '';
    const room = namesHouse.test(token + nearer + parts)
      ? (roomBehind.exec(line.rest.slice(end + parts.length))?.[0] ?? '')
      : '';
    const house = parts + room;
    const after = before === '' ? (postcodeBehind.exec(line.rest.slice(end + house.length))?.[0] ?? '') : '';
    const understood = asAddress(before + token + nearer.replaceAll(' ', '') + house + after);
    if (understood) line.take(match.index - before.length, end + house.length + after.length, understood);
  }
}

/** `江苏 南京 鼓楼区 中山北路1号`: what leads nearer, down to the street, is the same place. */
function nearerBehind(token: string, behind: string): string {
  const codeOf = (text: string) => resolveAddress({ street: text })?.regionCode ?? '';
  let [place, nearer] = [token, ''];
  for (const [part] of behind.matchAll(/ +[^\s,;。|\0]{2,}/guy)) {
    const next = place + part.trim();
    const isNearer = codeOf(next).length > codeOf(place).length;
    if (!isNearer && !(codeOf(place) !== '' && streetWithNumber.test(part.trim()))) break;
    [place, nearer] = [next, nearer + part];
  }
  return nearer;
}

export function asAddress(text: string): Understood | undefined {
  const address = splitAddress(text);
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
export function isCompany(token: string): boolean {
  return /\p{Script=Han}/u.test(token)
    ? token.length >= 4 &&
        (looksLikeCompany(token.slice(-5)) || /有限|(?:分公司|分行|支行|附院|[一二三四五六七八九]院)$/.test(token))
    : looksLikeCompany(token);
}
