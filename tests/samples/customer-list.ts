import { dateOf, partsOf, serialOf, type Day } from './days.ts';
import { Random } from './random.ts';
import { callName, inventMobile, rareGivenNames, type Birthday, type ShopCustomer } from './shop.ts';
import { shortCompanyName } from './words/chinese-companies.ts';
import { fullName, inTraditional, misheard } from './words/chinese-names.ts';
import { writeRegion } from './words/places.ts';

export const listColumns = [
  '编号',
  '姓名',
  '单位',
  '职务',
  '类型',
  '联系电话',
  '手机2',
  '微信',
  '邮箱',
  '地址',
  '生日',
  '来源',
  '等级',
  '标签',
  '介绍人',
  '备注',
  '建档日期',
] as const;
type Column = (typeof listColumns)[number];
export type ListRow = Record<Column, string>;

/** Why a row stands in the list a second time. */
export const repeatKinds = [
  'exact',
  'reformatted',
  'homophone',
  'traditional',
  'title',
  'oldPhone',
  'phoneTypo',
  'shortCompany',
  'colleague',
] as const;
export type RepeatKind = (typeof repeatKinds)[number];

export interface ListedRow {
  row: ListRow;
  /** The customer this row is about; absent on a blank row. */
  customer?: number;
  /** Set on the second row of a customer. `colleague` is another person of the same company. */
  repeat?: RepeatKind;
  /** What is wrong with the phone cell, if it does not lead to the customer's number. */
  phoneLost?: 'scientific' | 'masked' | 'short';
}

/** Every row below the header, blank ones and repeated customers included. The same rows for every call. */
export function writeCustomerList(customers: readonly ShopCustomer[]): ListedRow[] {
  const random = new Random('青禾桥五金家居/list');
  const rows = customers.map(
    (customer): ListedRow => ({ row: writeRow(random, customer, customers), customer: customer.index }),
  );
  spoilPhones(random, rows, customers);
  for (const repeated of repeatSome(random, rows, customers)) {
    // Whoever is written down twice was written down again later.
    const at = rows.findIndex(({ customer }) => customer === repeated.customer);
    rows.splice(Math.min(rows.length, at + random.int(1, 160)), 0, repeated);
  }
  for (let i = 0; i < 9; i++) rows.splice(random.int(60, rows.length - 1), 0, { row: blankRow() });
  return rows;
}

function blankRow(): ListRow {
  return Object.fromEntries(listColumns.map((column) => [column, ''])) as ListRow;
}

function writeRow(random: Random, customer: ShopCustomer, customers: readonly ShopCustomer[]): ListRow {
  const { kind, person, company, place } = customer;
  const phone = writePhone(random, customer);
  const referrer = customer.referrer === undefined ? undefined : customers[customer.referrer];
  return {
    编号: customer.code,
    // A quarter of the companies stand in the list without a person.
    姓名: kind !== 'person' && random.chance(25) ? '' : fullName(person),
    单位: company ?? '',
    职务: customer.title ?? '',
    类型: random.chance(6) ? '' : { person: '个人', company: '单位', partner: '同行' }[kind],
    联系电话: phone,
    手机2: phone.includes(customer.secondMobile ?? '/') ? '' : (customer.secondMobile ?? ''),
    微信: customer.wechat ?? '',
    邮箱: customer.email ?? '',
    地址:
      place === null
        ? random.pick(['', '意大利普拉托（老家青田）', '西班牙马德里', ''])
        : writeRegion(random, place) + customer.street,
    生日: customer.birthday === undefined ? '' : writeBirthday(random, customer.birthday),
    来源: customer.source,
    等级: customer.level,
    标签: customer.tags.join(random.pick(['；', '；', ';', '、'])),
    介绍人: referrer === undefined ? '' : fullName(referrer.person),
    备注: customer.note,
    建档日期: writeDay(random, customer.openedOn),
  };
}

/** The number in one of the ways people type it: plain, in groups, full-width, with country code, two in a cell, with an extension. */
function writePhone(random: Random, customer: ShopCustomer): string {
  const { mobile, secondMobile, landline, kind } = customer;
  if (secondMobile !== undefined && random.chance(55))
    return mobile + random.pick(['/', '、', ' ', '；', ',', ' 或 ']) + secondMobile;
  if (landline !== undefined && random.chance(kind === 'person' ? 30 : 60)) {
    const [area = '', number = ''] = landline.split('-');
    const extension = `${random.int(8, 8)}${random.digits(2)}`;
    const line = random.pick([
      `${landline}转${extension}`,
      `${landline}-${extension}`,
      `${landline}转分机${extension}`,
      `(${area})${number}`,
      landline,
      `${area}${number}转${extension}`,
    ]);
    return random.chance(65) ? `${line}/${mobile}` : `${mobile} ${line}`;
  }
  const [a, b, c] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
  switch (random.weighted({ plain: 78, spaced: 7, dashed: 5, country: 3, wide: 3, labelled: 2, old: 1, trailing: 1 })) {
    case 'plain':
      return mobile;
    case 'spaced':
      return `${a} ${b} ${c}`;
    case 'dashed':
      return `${a}-${b}-${c}`;
    case 'country':
      return random.pick(['+86', '0086', '86-', '+86 ']) + mobile;
    case 'wide':
      return Array.from(mobile, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'labelled':
      return `手机：${mobile}`;
    case 'old':
      return `0${mobile}`;
    case 'trailing':
      return `${mobile}（微信同号）`;
  }
}

/** Cells in which a spreadsheet or a careful clerk has destroyed the number. */
function spoilPhones(random: Random, rows: ListedRow[], customers: readonly ShopCustomer[]): void {
  const isFree = (index: number | undefined) => {
    const customer = customers[index ?? -1];
    return customer?.sharesPhoneWith === undefined && !rareGivenNames.includes(customer?.person.given ?? '');
  };
  const plain = random.shuffle(rows.filter(({ row, customer }) => /^\d{11}$/.test(row.联系电话) && isFree(customer)));
  for (const [i, listed] of plain.slice(0, 14).entries()) {
    const mobile = listed.row.联系电话;
    listed.phoneLost = i < 8 ? 'scientific' : i < 11 ? 'masked' : 'short';
    if (listed.phoneLost === 'scientific') listed.row.联系电话 = `${(Number(mobile) / 1e10).toFixed(2)}E+10`;
    else if (listed.phoneLost === 'masked') listed.row.联系电话 = `${mobile.slice(0, 3)}****${mobile.slice(7)}`;
    else listed.row.联系电话 = mobile.slice(0, 10);
  }
}

const numerals = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const lunarDigits = '一二三四五六七八九十';

/** 初一 … 三十. */
export function writeLunarDay(day: number): string {
  if (day === 10) return '初十';
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${['初', '十', '廿'][Math.floor(day / 10)] ?? ''}${lunarDigits.charAt((day % 10) - 1)}`;
}

function writeBirthday(random: Random, { calendar, year, month, day, leap, lastDay }: Birthday): string {
  if (lastDay === true) return random.pick(['除夕', '大年三十', '腊月三十']);
  if (calendar === 'lunar') {
    const monthName =
      month === 11 && random.chance(60)
        ? '十一'
        : month === 12 && random.chance(25)
          ? '十二'
          : (numerals[month - 1] ?? '');
    const date = `${leap === true ? '闰' : ''}${monthName}月${writeLunarDay(day)}`;
    if (year !== undefined)
      return random.pick([`${year}年农历${date}`, `农历${year}年${date}`, `${year}年${date}（农历）`]);
    return random.pick([`农历${date}`, `农历${date}`, `阴历${date}`, date, `${date}(农历)`]);
  }
  const two = (n: number) => String(n).padStart(2, '0');
  if (year === undefined)
    return random.pick([`${month}月${day}日`, `${month}-${day}`, `${month}/${day}`, `${two(month)}${two(day)}`]);
  return random.pick([
    `${year}-${month}-${day}`,
    `${year}/${month}/${day}`,
    `${year}年${month}月${day}日`,
    `${year}${two(month)}${two(day)}`,
    `${String(year).slice(2)}.${month}.${day}`,
    `${year}.${two(month)}.${two(day)}`,
  ]);
}

/** A day in the styles that different hands and spreadsheets leave behind, the serial number of a spreadsheet among them. */
function writeDay(random: Random, date: Day): string {
  const { year, month, day } = partsOf(date);
  switch (random.weighted({ slash: 52, dash: 18, han: 12, compact: 8, dot: 6, serial: 3, none: 1 })) {
    case 'slash':
      return `${year}/${month}/${day}`;
    case 'dash':
      return dateOf(date);
    case 'han':
      return `${year}年${month}月${day}日`;
    case 'compact':
      return dateOf(date).replaceAll('-', '');
    case 'dot':
      return `${year}.${month}.${day}`;
    case 'serial':
      return String(serialOf(date));
    case 'none':
      return '';
  }
}

/** Customers who were written down again: by another clerk, by ear, with another number, under a title. */
function repeatSome(random: Random, rows: readonly ListedRow[], customers: readonly ShopCustomer[]): ListedRow[] {
  const quota: Record<RepeatKind, number> = {
    exact: 8,
    reformatted: 10,
    homophone: 12,
    traditional: 6,
    title: 10,
    oldPhone: 9,
    phoneTypo: 6,
    shortCompany: 8,
    colleague: 16,
  };
  const repeated: ListedRow[] = [];
  const taken = new Set<number>();
  for (const kind of repeatKinds) {
    for (const listed of random.shuffle(rows)) {
      const customer = customers[listed.customer ?? -1];
      if (
        customer === undefined ||
        taken.has(customer.index) ||
        listed.phoneLost !== undefined ||
        customer.sharesPhoneWith !== undefined
      )
        continue;
      if (repeated.filter(({ repeat }) => repeat === kind).length >= quota[kind]) break;
      const row = repeatRow(random, kind, listed.row, customer);
      if (row === undefined) continue;
      taken.add(customer.index);
      repeated.push({ row, customer: customer.index, repeat: kind });
    }
  }
  return repeated;
}

/** The second row of a customer; `undefined` where this kind of slip does not suit. */
function repeatRow(random: Random, kind: RepeatKind, first: ListRow, customer: ShopCustomer): ListRow | undefined {
  const name = fullName(customer.person);
  // Written in a hurry: number, name and little else.
  const hasty: ListRow = {
    ...first,
    编号: '',
    生日: '',
    微信: '',
    手机2: '',
    邮箱: '',
    标签: '',
    介绍人: '',
    备注: '',
    等级: '',
    联系电话: customer.mobile,
  };
  const isPerson = customer.kind === 'person';
  switch (kind) {
    case 'exact':
      return { ...first };
    case 'reformatted':
      return {
        ...hasty,
        姓名: isPerson && name.length === 2 ? `${name.slice(0, 1)} ${name.slice(1)}` : first.姓名,
        联系电话: `${customer.mobile.slice(0, 3)} ${customer.mobile.slice(3, 7)} ${customer.mobile.slice(7)}`,
        地址: first.地址.replace('浙江省', ''),
      };
    case 'homophone': {
      const heard = misheard(name);
      return isPerson && heard !== undefined ? { ...hasty, 姓名: heard } : undefined;
    }
    case 'traditional': {
      const written = inTraditional(name);
      return isPerson && written !== undefined ? { ...hasty, 姓名: written } : undefined;
    }
    case 'title': {
      const title =
        customer.kind === 'person'
          ? customer.person.gender === 'male'
            ? random.pick(['师傅', '老板', '先生'])
            : random.pick(['阿姨', '女士', '老师'])
          : random.pick(['总', '经理', '老板']);
      return { ...hasty, 姓名: customer.person.family + title, 地址: '', 单位: '' };
    }
    case 'oldPhone':
      return isPerson
        ? { ...hasty, 联系电话: inventMobile(random), 备注: random.pick(['换号了', '老号码，打不通', '']) }
        : undefined;
    case 'phoneTypo': {
      const at = random.int(4, 10);
      const wrong = String((Number(customer.mobile.charAt(at)) + random.int(1, 8)) % 10);
      return { ...hasty, 联系电话: customer.mobile.slice(0, at) + wrong + customer.mobile.slice(at + 1) };
    }
    case 'shortCompany':
      if (isPerson || customer.place === null || !callName(customer).endsWith('有限公司')) return undefined;
      return { ...hasty, 单位: shortCompanyName(callName(customer), customer.place) };
    case 'colleague':
      if (customer.kind !== 'company') return undefined;
      return {
        ...hasty,
        姓名: random.pick([
          '会计小陈',
          '仓库老周',
          '采购李工',
          '吴会计',
          '门卫王师傅',
          '财务徐姐',
          '许工',
          '项目部小何',
          '郑主任',
        ]),
        职务: random.pick(['会计', '采购', '仓管', '后勤']),
        联系电话: inventMobile(random),
      };
  }
}
