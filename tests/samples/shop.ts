import { Random } from './random.ts';
import { toDay, type Day } from './days.ts';
import { fullName, generationOf, inventName, trickySurnames, type ChineseName } from './words/chinese-names.ts';
import { inventCompany, inventDealer, type Company } from './words/chinese-companies.ts';
import { customerNotes, tagWords, titlesOfPersons } from './words/notes.ts';
import {
  farPlaces,
  homePlaces,
  inventStreet,
  inventWorkplace,
  nearPlaces,
  zhejiangPlaces,
  type Place,
} from './words/places.ts';

/** The day on which the shop exported its files. */
export const today: Day = toDay('2026-11-21');
/** The first day in the sales file. */
export const salesFrom: Day = toDay('2024-11-22');

/** How a customer buys. */
export const rhythms = {
  weekly: 14,
  monthly: 60,
  seasonal: 76,
  occasional: 132,
  once: 128,
  fresh: 46,
  lapsed: 122,
  prospect: 226,
} as const;
export type Rhythm = keyof typeof rhythms;

export interface Birthday {
  calendar: 'solar' | 'lunar';
  year?: number;
  month: number;
  day: number;
  leap?: boolean;
  /** 除夕: the last day of the lunar year. */
  lastDay?: boolean;
}

export interface ShopCustomer {
  index: number;
  code: string;
  kind: 'person' | 'company' | 'partner';
  /** The person, or the person one speaks to in the company. */
  person: ChineseName;
  company?: string;
  title?: string;
  mobile: string;
  secondMobile?: string;
  landline?: string;
  wechat?: string;
  email?: string;
  place: Place | null;
  street: string;
  birthday?: Birthday;
  source: string;
  level: string;
  tags: string[];
  referrer?: number;
  note: string;
  openedOn: Day;
  rhythm: Rhythm;
  /** Another customer who gave the same mobile number: husband and wife, parents and children. */
  sharesPhoneWith?: number;
}

/** What the shop calls this customer: the company's name, else the person's. */
export function callName(customer: ShopCustomer): string {
  return customer.kind === 'person' || customer.company === undefined ? fullName(customer.person) : customer.company;
}

const prefixes =
  '138 139 137 136 135 134 150 151 152 157 158 159 187 188 182 183 178 130 131 132 155 156 186 185 133 153 180 181 189 177 173 199 198'.split(
    ' ',
  );

/** A random mobile number of a plausible shape. Nobody's on purpose; it may exist by chance. */
export function inventMobile(random: Random): string {
  return random.pick(prefixes) + random.digits(8);
}

export function inventLandline(random: Random, place: Place): string {
  return `${place.areaCode}-${random.pick(['8', '6', '2'])}${random.digits(place.areaCode.length === 3 || place.areaCode === '0571' ? 7 : 6)}`;
}

/** Who comes often lives near; who came once or only asked may live anywhere. */
function inventPlace(random: Random, rhythm: Rhythm): Place | null {
  const isRegular = rhythm === 'weekly' || rhythm === 'monthly';
  switch (
    random.weighted(
      isRegular
        ? { home: 70, near: 26, zhejiang: 4, far: 0, unknown: 0 }
        : { home: 38, near: 25, zhejiang: 22, far: 13, unknown: 2 },
    )
  ) {
    case 'home':
      return random.pick(homePlaces);
    case 'near':
      return random.pick(nearPlaces);
    case 'zhejiang':
      return random.pick(zhejiangPlaces);
    case 'far':
      return random.pick(farPlaces);
    case 'unknown':
      return null;
  }
}

function inventBirthday(random: Random, year: number): Birthday {
  const lunarShare = year < 1966 ? 80 : year < 1980 ? 55 : 18;
  const withYear = random.chance(62);
  if (!random.chance(lunarShare)) {
    return { calendar: 'solar', ...(withYear ? { year } : {}), month: random.int(1, 12), day: random.int(1, 28) };
  }
  if (random.chance(2)) return { calendar: 'lunar', month: 12, day: 30, lastDay: true };
  return { calendar: 'lunar', ...(withYear ? { year } : {}), month: random.int(1, 12), day: random.int(1, 29) };
}

/** Birthdays that fall into the week after `today` (2026-11-21 is 十月十三), and the awkward ones. */
const chosenBirthdays: Birthday[] = [
  { calendar: 'solar', year: 1984, month: 11, day: 21 },
  { calendar: 'lunar', year: 1962, month: 10, day: 13 },
  { calendar: 'solar', month: 11, day: 22 },
  { calendar: 'lunar', month: 10, day: 15 },
  { calendar: 'solar', year: 1991, month: 11, day: 24 },
  { calendar: 'lunar', year: 1957, month: 10, day: 17 },
  { calendar: 'solar', year: 1978, month: 11, day: 26 },
  { calendar: 'lunar', month: 10, day: 20 },
  { calendar: 'solar', year: 1988, month: 2, day: 29 },
  { calendar: 'lunar', year: 1974, month: 4, day: 3, leap: true },
  { calendar: 'lunar', year: 1984, month: 10, day: 5, leap: true },
  { calendar: 'lunar', month: 12, day: 30, lastDay: true },
  { calendar: 'lunar', month: 12, day: 30, lastDay: true },
  { calendar: 'lunar', month: 8, day: 15 },
  { calendar: 'lunar', month: 12, day: 23 },
  { calendar: 'lunar', year: 1969, month: 1, day: 1 },
];

const openedYears: Record<Rhythm, [from: string, to: string]> = {
  weekly: ['2019-03-01', '2024-10-01'],
  monthly: ['2019-03-01', '2025-09-01'],
  seasonal: ['2019-03-01', '2025-05-01'],
  occasional: ['2020-01-01', '2026-03-01'],
  once: ['2024-11-22', '2026-07-20'],
  fresh: ['2026-08-20', '2026-11-18'],
  lapsed: ['2019-03-01', '2025-06-01'],
  prospect: ['2024-06-01', '2026-11-20'],
};

const companyShare: Record<Rhythm, number> = {
  weekly: 45,
  monthly: 40,
  seasonal: 18,
  occasional: 12,
  once: 4,
  fresh: 8,
  lapsed: 12,
  prospect: 14,
};

const levels: Record<Rhythm, readonly string[]> = {
  weekly: ['VIP', 'VIP', 'A'],
  monthly: ['A', 'A', 'VIP', 'B', ''],
  seasonal: ['B', 'B', 'A', '普通', ''],
  occasional: ['B', 'C', '普通', '普通', ''],
  once: ['C', '普通', '', ''],
  fresh: ['普通', '', ''],
  lapsed: ['B', 'A', 'C', '普通', ''],
  prospect: ['潜在', '潜在', 'C', '', ''],
};

/** Everyone the shop knows, the oldest customer first. The same people for every call. */
export function inventShop(): ShopCustomer[] {
  const random = new Random('青禾桥五金家居/customers');
  const plan = random.shuffle(
    Object.entries(rhythms).flatMap(([rhythm, count]) => Array<Rhythm>(count).fill(rhythm as Rhythm)),
  );
  const usedCompanies = new Set<string>();
  const usedPhones = new Set<string>();
  const surnames = random.shuffle([...trickySurnames, ...trickySurnames]);
  const opened = plan
    .map((rhythm) => {
      const [from, to] = openedYears[rhythm];
      return { rhythm, openedOn: random.int(toDay(from), toDay(to)) };
    })
    .sort((a, b) => a.openedOn - b.openedOn);

  const customers: ShopCustomer[] = [];
  for (const [index, { rhythm, openedOn }] of opened.entries()) {
    const birthYear = random.around(1944, 2003);
    const place = inventPlace(random, rhythm);
    const tricky = index % 17 === 5 ? surnames.pop() : undefined;
    const person = inventName(random, generationOf(birthYear), tricky);
    const kind =
      place !== null && random.chance(companyShare[rhythm]) ? (random.chance(9) ? 'partner' : 'company') : 'person';
    const company =
      kind === 'person' || place === null
        ? undefined
        : kind === 'partner'
          ? inventDealer(random, place)
          : inventCompany(random, place, usedCompanies);
    if (company !== undefined) usedCompanies.add(company.name);
    let mobile = inventMobile(random);
    while (usedPhones.has(mobile)) mobile = inventMobile(random);
    usedPhones.add(mobile);
    customers.push({
      index,
      code: `KH${String(index + 1).padStart(4, '0')}`,
      kind,
      person,
      ...describeWork(random, company),
      mobile,
      ...(random.chance(12) ? { secondMobile: inventMobile(random) } : {}),
      ...(place !== null && (kind !== 'person' ? random.chance(55) : random.chance(6))
        ? { landline: inventLandline(random, place) }
        : {}),
      ...(random.chance(46) ? { wechat: inventWechat(random, mobile) } : {}),
      ...(random.chance(kind === 'person' ? 4 : 38)
        ? {
            email: `${random.letters(random.int(3, 6))}${random.digits(random.int(2, 4))}@${random.pick(['mail', 'post', 'box'])}.example`,
          }
        : {}),
      place,
      street: place === null ? '' : kind === 'person' ? inventStreet(random) : inventWorkplace(random),
      ...(kind === 'person' && random.chance(63) ? { birthday: inventBirthday(random, birthYear) } : {}),
      source: random.weighted({
        门店: 34,
        转介绍: 20,
        老客户介绍: 6,
        微信: 10,
        抖音: 8,
        小红书: 3,
        展会: 5,
        电话: 4,
        网站: 2,
        路过: 3,
        地推传单: 2,
        '': 8,
      }),
      level: random.pick(levels[rhythm]),
      tags: random.chance(48) ? random.sample(tagWords, random.int(1, 3)) : [],
      ...(index > 40 && random.chance(9) ? { referrer: random.int(0, index - 1) } : {}),
      note: random.chance(30) ? random.pick(customerNotes) : '',
      openedOn,
      rhythm,
    });
  }
  placeChosenBirthdays(random, customers);
  formHouseholds(random, customers);
  openBranches(customers);
  giveRareNames(customers);
  return customers;
}

function describeWork(random: Random, company: Company | undefined): Pick<ShopCustomer, 'company' | 'title'> {
  if (company !== undefined) return { company: company.name, title: random.pick(company.titles) };
  return random.chance(24) ? { title: random.pick(titlesOfPersons) } : {};
}

function inventWechat(random: Random, mobile: string): string {
  if (random.chance(45)) return mobile;
  return random.chance(50)
    ? `wx_${random.letters(4)}${random.digits(4)}`
    : random.letters(random.int(6, 9)) + random.digits(2);
}

function placeChosenBirthdays(random: Random, customers: ShopCustomer[]): void {
  const regulars = customers.filter(
    ({ kind, rhythm }) => kind === 'person' && ['monthly', 'seasonal', 'occasional'].includes(rhythm),
  );
  for (const [i, customer] of random.sample(regulars, chosenBirthdays.length).entries()) {
    const birthday = chosenBirthdays[i];
    if (birthday !== undefined) customer.birthday = birthday;
  }
}

/** 22 pairs who give one mobile number and one address: not the same person, however alike their cards look. */
function formHouseholds(random: Random, customers: ShopCustomer[]): void {
  const persons = random.sample(
    customers.filter(({ kind, place }) => kind === 'person' && place !== null),
    44,
  );
  for (let i = 0; i < persons.length; i += 2) {
    const [one, other] = [persons[i], persons[i + 1]];
    if (one === undefined || other === undefined) continue;
    other.mobile = one.mobile;
    other.place = one.place;
    other.street = one.street;
    other.sharesPhoneWith = one.index;
    delete other.wechat;
    if (random.chance(50)) other.note = `${fullName(one.person)}家的，电话是同一个`;
  }
}

/** Branches are customers of their own, with nearly the name of their head office. */
function openBranches(customers: ShopCustomer[]): void {
  const offices = customers.filter(({ kind, company }) => kind === 'company' && company?.endsWith('有限公司'));
  for (const [i, town] of ['临平', '德清', '富阳', '海宁'].entries()) {
    const [office, branch] = [offices[i * 7 + 2], offices[i * 7 + 5]];
    if (office?.company === undefined || branch === undefined) continue;
    branch.company = `${office.company}${town}分公司`;
  }
}

/** Given names with characters that GBK cannot hold: the list has a “?” in their place, the other files the name. */
export const rareGivenNames = ['䶮宇', '㛃然'];

function giveRareNames(customers: readonly ShopCustomer[]): void {
  const regulars = customers.filter(
    ({ kind, rhythm, sharesPhoneWith }) => kind === 'person' && rhythm === 'monthly' && sharesPhoneWith === undefined,
  );
  for (const [i, given] of rareGivenNames.entries()) {
    const customer = regulars[i * 9 + 3];
    if (customer !== undefined) customer.person = { ...customer.person, given };
  }
}
