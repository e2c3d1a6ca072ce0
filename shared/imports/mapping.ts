import { normalizePhone } from '../match/phone.ts';
import { isEmail, normalizeEmail } from '../match/identifiers.ts';
import { messages } from '../i18n/messages.ts';
import { foldText } from '../match/text.ts';
import { withoutCurrency } from '../money/read-money.ts';
import { readCustomerKind } from './choices.ts';
import { headerKey, mayRepeat, type Field, type ImportKind, type Target } from './fields.ts';
import { customByDefault, synonymsOf, toldOnly } from './synonyms.ts';

/** Fields whose presence tells what a table is about. */
const telling: Readonly<Record<ImportKind, ReadonlyMap<Field, number>>> = {
  customers: new Map<Field, number>([
    ['name', 1],
    ['familyName', 2],
    ['givenName', 2],
    ['birthday', 3],
    ['address', 1],
    ['email', 2],
    ['organization', 1],
    ['title', 1],
    ['source', 1],
    ['tags', 1],
    ['uscc', 2],
    ['acquiredOn', 1],
    ['wechat', 1],
    ['gender', 2],
    ['phone', 1],
  ]),
  contacts: new Map<Field, number>([
    ['primary', 6],
    ['leftOn', 6],
    ['contactRole', 3],
    ['contactName', 3],
    ['customerName', 2],
    ['customerCode', 1],
    ['contactTitle', 1],
    ['birthday', 3],
    ['phone', 1],
    ['email', 2],
    ['wechat', 1],
  ]),
  orders: new Map<Field, number>([
    ['no', 3],
    ['amount', 3],
    ['netAmount', 3],
    ['qty', 2],
    ['unitPrice', 2],
    ['product', 2],
    ['sku', 2],
    ['refNo', 3],
    ['discount', 1],
    ['date', 1],
    ['customerName', 1],
  ]),
  interactions: new Map<Field, number>([
    ['at', 1],
    ['channel', 1],
    ['direction', 3],
    ['outcome', 3],
    ['text', 2],
    ['purpose', 3],
    ['nextFollowUp', 1],
    ['durationMin', 3],
    ['customerName', 1],
  ]),
  relations: new Map<Field, number>([
    ['role', 3],
    ['otherName', 3],
    ['otherCode', 3],
    ['otherPhone', 2],
    ['otherContact', 2],
    ['from', 1],
    ['until', 1],
    ['customerName', 1],
  ]),
};

/** What a header means in a table of a kind; numbers in it (`电话2`, `Phone 2 - Value`) do not matter. */
function lookUp(kind: ImportKind, header: string): { field: Field; rank: number } | undefined {
  const key = headerKey(header);
  const synonyms = synonymsOf[kind];
  return synonyms.get(key) ?? synonyms.get(key.replace(/[\d一二三]+/g, ''));
}

/** Of each group one field must be there, or the table is about something else. */
const required: Readonly<Record<ImportKind, readonly (readonly Field[])[]>> = {
  customers: [['name', 'familyName', 'givenName', 'organization', 'phone', 'email']],
  // Without one of these it is as likely a list of customers with the company of each.
  contacts: [['contactName'], ['customerName', 'customerCode'], ['primary', 'leftOn', 'contactRole']],
  orders: [['no', 'amount', 'netAmount', 'unitPrice', 'qty']],
  interactions: [['at'], ['text', 'channel', 'direction', 'outcome', 'purpose']],
  relations: [['role'], ['otherName', 'otherCode', 'otherPhone']],
};

/** What is said of customers and never of those who work for them: a table that has it is a list of customers. */
const onlyOfCustomers: ReadonlySet<Field> = new Set<Field>([
  'kind',
  'uscc',
  'legalRepresentative',
  'industry',
  'size',
  'source',
  'tags',
  'acquiredOn',
  'lastContact',
  'nextFollowUp',
]);

const noLabels: ReadonlySet<string> = new Set();

/**
 * How surely a row of cells is the header of a table of a kind; 0 when it cannot be one. Only customers have fields of the archive's
 * own, whose folded labels are `own`.
 */
export function scoreHeader(kind: ImportKind, cells: readonly string[], own = noLabels): number {
  const fields = new Set(cells.map((cell) => lookUp(kind, cell)?.field).filter((field) => field !== undefined));
  if (!required[kind].every((group) => group.some((field) => fields.has(field)))) return 0;
  const isOfCustomers = (cell: string) => {
    const found = lookUp('customers', cell);
    return found !== undefined && onlyOfCustomers.has(found.field);
  };
  if (kind === 'contacts' && cells.some(isOfCustomers)) return 0;
  let score = kind === 'customers' ? cells.filter((cell) => isOwnColumn(cell, own)).length : 0;
  for (const field of fields) score += telling[kind].get(field) ?? 0.5;
  return score;
}

/**
 * Where each column goes: by header, a field once unless it may repeat, the better word first; unknown columns that
 * hold phones or e-mail addresses are taken for them; columns that are called like a field of the archive's own fill it, unless
 * Kebu's own files call a fact so; known columns without a field become custom text; the rest is not imported.
 */
export function guessMapping(
  kind: ImportKind,
  header: readonly string[],
  samples: readonly (readonly string[])[],
  ownLabels: readonly string[] = [],
): Target[] {
  const targets: Target[] = header.map(() => 'ignore');
  const candidates = header
    .map((text, column) => ({ column, found: lookUp(kind, text) }))
    .sort((a, b) => (a.found?.rank ?? 99) - (b.found?.rank ?? 99) || a.column - b.column);
  const taken = new Set<Field>();
  const own = new Set(kind === 'customers' ? ownLabels.map(foldText) : []);
  for (const { column, found } of candidates) {
    if (!found || isRatherOwn(header[column] ?? '', found.field, own)) continue;
    const field =
      taken.has(found.field) && !mayRepeat(kind, found.field, header[column] ?? '')
        ? secondChoice(kind, found.field, taken)
        : found.field;
    if (!field) continue;
    taken.add(field);
    targets[column] = field;
  }
  if (kind === 'customers' || kind === 'contacts') takeLabels(header, targets);
  if (kind === 'customers') {
    takeOpenings(header, targets);
    takeOwnFields(header, targets, ownLabels);
    completeCustomerMapping(header, samples, targets, taken);
  }
  return targets;
}

/** 姓名 beside 客户名称 is the person to talk to; `Title` beside `Job Title` is how to address someone. */
function secondChoice(kind: ImportKind, field: Field, taken: ReadonlySet<Field>): Field | undefined {
  if (kind !== 'customers') return undefined;
  if (field === 'name' && !taken.has('contactName')) return 'contactName';
  return field === 'title' && !taken.has('salutation') ? 'salutation' : undefined;
}

/** Before the names of fields that an archive has of its own. */
const ownMark = /^(?:自定义|custom)\s*[:：]/iu;
/** Before what exports say for people to read: it follows from other records. */
const toldMark = /^(?:分类|统计|文件|class|figure|files)\s*[:：]/iu;
const longestLabel = 50;

function isOwnColumn(header: string, own: ReadonlySet<string>): boolean {
  const name = header.trim();
  return ownMark.test(name) || own.has(foldText(name)) || own.has(foldText(withoutCurrency(name)));
}

/** Called like a field of the archive's own, and like one that every archive has only in the words of other programs. */
function isRatherOwn(header: string, field: Field, own: ReadonlySet<string>): boolean {
  const name = foldText(header.trim());
  return own.has(name) && !messages[`import.field.${field}`].some((said) => foldText(said) === name);
}

/** `门店面积`, also as exports call it: `自定义：门店面积`, and then also where the archive has no such field yet. */
function takeOwnFields(header: readonly string[], targets: Target[], ownLabels: readonly string[]): void {
  const labels = new Map(ownLabels.map((label) => [foldText(label), label]));
  header.forEach((text, column) => {
    const name = text.trim().replace(ownMark, '').trim();
    const isMarked = name !== '' && ownMark.test(text.trim());
    const plain = withoutCurrency(name);
    const own = labels.get(foldText(name)) ?? labels.get(foldText(plain));
    const label = own ?? (isMarked ? plain.slice(0, longestLabel) : undefined);
    if (targets[column] === 'ignore' && label !== undefined) targets[column] = `custom:${label}`;
  });
}

const openingFields: ReadonlySet<Target> = new Set<Target>(['lastPurchase', 'totalSpent', 'purchaseCount']);

/** The columns of which an opening sale is made: together the day of the last purchase and the total, and their number if told. */
export function hasOpening(targets: readonly Target[]): boolean {
  return targets.includes('lastPurchase') && targets.includes('totalSpent');
}

/** With opening sales, or with the same columns as fields of one's own, which is all they can be without the day or the total. */
export function withOpenings(header: readonly string[], targets: readonly Target[], isWanted: boolean): Target[] {
  const taken = new Set(targets);
  return targets.map((target, column): Target => {
    if (!isWanted) return openingFields.has(target) ? ownField(header[column] ?? '') : target;
    const field = lookUp('customers', header[column] ?? '')?.field;
    const isFree = target === 'ignore' || target.startsWith('custom:');
    if (field === undefined || !isFree || !openingFields.has(field) || taken.has(field)) return target;
    taken.add(field);
    return field;
  });
}

function ownField(header: string): Target {
  return `custom:${header.trim().slice(0, longestLabel)}`;
}

/** What makes no opening sale is a field of one's own. */
function takeOpenings(header: readonly string[], targets: Target[]): void {
  const taken = hasOpening(targets) ? targets : withOpenings(header, targets, false);
  taken.forEach((target, column) => {
    const field = lookUp('customers', header[column] ?? '')?.field;
    const isLeft = target === 'ignore' && field !== undefined && openingFields.has(field);
    targets[column] = isLeft ? ownField(header[column] ?? '') : target;
  });
}

const numberlessKey = (header: string) => headerKey(header).replace(/\d+/g, '');
const labelHeader =
  /^(?:(?:phone|email|address|website|event|anniversary|customfield|relation|relatedperson)(?:label|type)|(?:电话|邮箱|地址|纪念日|关系人)说明)$/;

/** Columns that say what the column behind them is. */
function takeLabels(header: readonly string[], targets: Target[]): void {
  header.forEach((text, column) => {
    if (labelHeader.test(numberlessKey(text))) targets[column] = 'label';
  });
}

/** How people are addressed; what they do stands under the same heading in other files. */
const honorific = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend)\.?$/i;
const latin = /^\P{Script=Han}+$/u;

/** Whether all values of a column are such, and there are any. */
function isOf(samples: readonly (readonly string[])[], column: number, pattern: RegExp): boolean {
  const values = samples.map((cells) => cells[column]?.trim() ?? '').filter((value) => value !== '');
  return values.length > 0 && values.every((value) => pattern.test(value));
}

function completeCustomerMapping(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  targets: Target[],
  taken: Set<Field>,
): void {
  header.forEach((text, column) => {
    const key = numberlessKey(text);
    if (toldOnly.has(key) || toldMark.test(text.trim())) {
      targets[column] = 'ignore';
    } else if (key === 'customfieldvalue') {
      targets[column] = 'customValue';
    } else if (targets[column] === 'kind' && !isOfKinds(samples, column)) {
      targets[column] = 'tags';
    } else if (targets[column] === 'title' && isOf(samples, column, honorific) && !targets.includes('salutation')) {
      targets[column] = 'salutation';
    } else if (key === 'county' && isOf(samples, column, latin) && !targets.includes('province')) {
      // In English a county holds towns; in Chinese files it is what a city holds.
      targets[column] = 'province';
    } else if (targets[column] === 'ignore' && customByDefault.has(key)) {
      targets[column] = ownField(text);
    } else if (targets[column] === 'ignore') {
      const values = samples.map((cells) => cells[column]?.trim() ?? '').filter((value) => value !== '');
      if (values.length < 3) return;
      const share = (test: (value: string) => boolean) => values.filter(test).length / values.length;
      if (share((value) => normalizePhone(value)?.kind === 'mobile') > 0.8) targets[column] = 'phone';
      else if (share((value) => isEmail(normalizeEmail(value))) > 0.8) targets[column] = 'email';
      else if (!taken.has('name') && column === 0 && key === '') targets[column] = 'name';
    }
  });
}

const wholeWord = /^[\p{L}\s]{1,20}$/u;

/** 客户类别 may hold 批发 and 零售, or whatever else a shop sorts its customers by: then its words are tags. */
function isOfKinds(samples: readonly (readonly string[])[], column: number): boolean {
  const values = new Set(samples.map((cells) => cells[column]?.trim() ?? '').filter((value) => value !== ''));
  const unknown = [...values].filter((value) => wholeWord.test(value) && readCustomerKind(value) === undefined);
  return unknown.length === 0 || unknown.length * 4 < values.size;
}
