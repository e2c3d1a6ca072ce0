import type { Contact } from '#shared/domain/contact/contact.ts';
import type { Customer, CustomerId, YearlyDate } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Product } from '#shared/domain/product/product.ts';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { Random } from '../samples/random.ts';
import { dateOf, toDay, type Day } from '../samples/days.ts';
import { inventLandline, inventMobile } from '../samples/shop.ts';
import { inventCompany, type Company } from '../samples/words/chinese-companies.ts';
import { fullName, generationOf, inventName, trickySurnames } from '../samples/words/chinese-names.ts';
import { firstNames, inventFirm, lastNames, roads, towns } from '../samples/words/english.ts';
import { goods } from '../samples/words/goods.ts';
import { customerNotes, tagWords } from '../samples/words/notes.ts';
import { farPlaces, inventStreet, nearPlaces, zhejiangPlaces, type Place } from '../samples/words/places.ts';
import { benchToday, enteredOn, inventId } from './record-parts.ts';
import { inventTimeline, type Buyer } from './timeline.ts';

/** S: a real salesperson. M: ten of them. L: ten times anyone. Entries are interactions and orders. */
export const sizes = {
  S: { customers: 2_000, entries: 20_000 },
  M: { customers: 20_000, entries: 200_000 },
  L: { customers: 100_000, entries: 1_000_000 },
} as const;
export type Size = keyof typeof sizes;

/**
 * Timeline entries of a thousand customers, 10,000 in all: most people have few, some have hundreds.
 * The one with 500 is the card that the budget of opening is measured on.
 */
const entriesPerThousand = Object.entries({ 500: 1, 120: 5, 40: 50, 18: 150, 9: 250, 4: 318, 3: 226 }).flatMap(
  ([entries, customers]) => Array<number>(customers).fill(Number(entries)),
);

/** Dossiers one by one: the same for the same count and seed, and memory stays flat however many there are. */
export function* generateDossiers(customers: number, seed = 'bench'): Generator<Dossier> {
  const random = new Random(seed);
  const companies = new Set<string>();
  let entries: number[] = [];
  for (let index = 0; index < customers; index++) {
    if (index % 1000 === 0) entries = random.shuffle(entriesPerThousand);
    yield inventDossier(random, index, entries[index % 1000] ?? 3, companies);
  }
}

/** Goods and tags that the dossiers refer to. */
export function generateCatalogue(): { product: Product[]; tag: Tag[] } {
  return {
    product: goods.map((good) => ({
      ...enteredOn(toDay('2019-01-01')),
      id: `product-${good.sku}`,
      sku: good.sku,
      name: good.name,
      category: good.category,
      unit: good.unit,
      priceFen: good.priceFen,
      consumable: good.cycleDays !== undefined,
      ...(good.cycleDays === undefined ? {} : { cycleDays: good.cycleDays }),
      active: true,
      origin: { kind: 'manual' },
    })),
    tag: tagWords.map((name, i) => ({ ...enteredOn(toDay('2019-01-01')), id: `tag-${i}`, name })),
  };
}

/** Customers without anything that happened to them, for import files. */
export function* generateCustomers(count: number, seed: string): Generator<Customer> {
  const random = new Random(seed);
  const companies = new Set<string>();
  for (let index = 0; index < count; index++) yield inventCustomer(random, index, companies);
}

function inventCustomer(random: Random, index: number, companies: Set<string>): Customer {
  const id = inventId(random) as CustomerId;
  const openedOn = benchToday - random.int(20, 2400);
  return random.chance(20)
    ? inventEnglish(random, id, index, openedOn)
    : inventChinese(random, id, index, openedOn, companies);
}

function inventDossier(random: Random, index: number, entries: number, companies: Set<string>): Dossier {
  const customer = inventCustomer(random, index, companies);
  const buyer: Buyer = {
    id: customer.id,
    openedOn: toDay(customer.acquiredOn ?? dateOf(benchToday)),
    isEnglish: customer.addresses[0]?.country !== undefined,
    isTrade: customer.kind !== 'person',
    name: customer.name,
  };
  const { orders, interactions } = inventTimeline(random, buyer, entries);
  return {
    customerId: customer.id,
    customer,
    contact: customer.kind === 'company' ? inventContacts(random, customer, buyer) : [],
    interaction: interactions,
    followUp: inventFollowUps(random, buyer),
    order: orders,
    classChange: [],
    relation: [],
    attachment: [],
    history: [],
  };
}

function emptyCustomer(random: Random, id: CustomerId, index: number, openedOn: Day) {
  const note = random.chance(30) ? random.pick(customerNotes) : undefined;
  return {
    ...enteredOn(openedOn),
    id,
    code: `C-${dateOf(openedOn).slice(0, 4)}-${String(index + 1).padStart(6, '0')}`,
    aliases: [],
    emails: [],
    ims: [],
    anniversaries: [],
    doNotContact: random.chance(2) ? ['phone' as const] : [],
    tagIds: random.chance(45)
      ? random.sample(
          tagWords.map((_, i) => `tag-${i}`),
          random.int(1, 3),
        )
      : [],
    customFields: {},
    ...(note === undefined ? {} : { note }),
    ...(random.chance(88)
      ? {
          source: random.weighted({
            store: 34,
            referral: 26,
            wechat: 12,
            douyin: 10,
            fair: 6,
            phone: 5,
            website: 3,
            advertising: 2,
            other: 2,
          }),
        }
      : {}),
    acquiredOn: dateOf(openedOn),
    origin: { kind: 'manual' as const },
  };
}

function inventChinese(random: Random, id: CustomerId, index: number, openedOn: Day, companies: Set<string>): Customer {
  const place = random.pick(random.chance(60) ? nearPlaces : random.chance(60) ? zhejiangPlaces : farPlaces);
  const birthYear = random.around(1944, 2003);
  const person = inventName(
    random,
    generationOf(birthYear),
    random.chance(4) ? random.pick(trickySurnames) : undefined,
  );
  const company = random.chance(18) ? inventUniqueCompany(random, place, companies) : undefined;
  const mobile = inventMobile(random);
  return {
    ...emptyCustomer(random, id, index, openedOn),
    kind: company === undefined ? 'person' : random.chance(8) ? 'partner' : 'company',
    name: company?.name ?? fullName(person),
    ...(company === undefined
      ? { familyName: person.family, givenName: person.given, gender: person.gender }
      : { industry: company.industry }),
    phones: [
      { raw: mobile, e164: `+86${mobile}`, kind: 'mobile' },
      ...(company !== undefined && random.chance(50) ? [landlineOf(inventLandline(random, place))] : []),
    ],
    ims: random.chance(45) ? [{ kind: 'wechat', account: `wx_${random.letters(5)}${random.digits(3)}` }] : [],
    addresses: random.chance(90)
      ? [
          {
            regionCode: place.code,
            province: place.province,
            city: place.city,
            district: place.district,
            street: inventStreet(random),
          },
        ]
      : [],
    ...(company === undefined && random.chance(60) ? { birthday: inventBirthday(random, birthYear) } : {}),
  };
}

function landlineOf(number: string): Customer['phones'][number] {
  return { raw: number, e164: `+86${number.replace('-', '').slice(1)}`, kind: 'landline' };
}

/** Company names repeat after some thousand; a number keeps later ones apart, as chains of shops have it. */
function inventUniqueCompany(random: Random, place: Place, companies: Set<string>): Company {
  const company = inventCompany(random, place, new Set());
  const name = companies.has(company.name) ? `${company.name}${random.int(2, 9999)}店` : company.name;
  companies.add(name);
  return { ...company, name };
}

function inventEnglish(random: Random, id: CustomerId, index: number, openedOn: Day): Customer {
  const town = random.pick(towns);
  const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
  const firm = random.chance(30) ? inventFirm(random, last) : undefined;
  const mobile = `7${random.digits(9)}`;
  return {
    ...emptyCustomer(random, id, index, openedOn),
    kind: firm === undefined ? 'person' : 'company',
    name: firm ?? `${first} ${last}`,
    ...(firm === undefined ? { familyName: last, givenName: first } : {}),
    phones: [{ raw: `0${mobile.slice(0, 4)} ${mobile.slice(4)}`, e164: `+44${mobile}`, kind: 'mobile' }],
    emails: random.chance(60)
      ? [{ address: `${last.toLowerCase().replace(/[^a-z]/g, '')}${random.digits(2)}@post.example` }]
      : [],
    addresses: [
      {
        country: town.country,
        city: town.town,
        street: `${random.int(1, 180)} ${random.pick(roads)}`,
        postcode: `${town.postcode}${random.int(1, 19)} ${random.int(1, 9)}AB`,
      },
    ],
    ...(firm === undefined && random.chance(40)
      ? {
          birthday: {
            calendar: 'solar',
            year: random.int(1944, 2003),
            month: random.int(1, 12),
            day: random.int(1, 28),
          },
        }
      : {}),
  };
}

function inventBirthday(random: Random, year: number): YearlyDate {
  const isLunar = random.chance(year < 1970 ? 70 : 20);
  return {
    calendar: isLunar ? 'lunar' : 'solar',
    ...(random.chance(65) ? { year } : {}),
    month: random.int(1, 12),
    day: random.int(1, 28),
  };
}

function inventContacts(random: Random, customer: Customer, { openedOn, isEnglish }: Buyer): Contact[] {
  return Array.from({ length: random.int(1, 3) }, (_, i) => {
    const mobile = isEnglish ? `+447${random.digits(9)}` : `+86${inventMobile(random)}`;
    return {
      ...enteredOn(openedOn),
      id: inventId(random),
      customerId: customer.id,
      name: isEnglish
        ? `${random.pick(firstNames)} ${random.pick(lastNames)}`
        : fullName(inventName(random, random.pick(['middle', 'young']))),
      role: random.pick(['decider', 'user', 'buyer', 'finance'] as const),
      ...(i === 0 ? { primary: true } : {}),
      phones: [{ raw: mobile, e164: mobile, kind: 'mobile' as const }],
      emails: [],
      ims: [],
      origin: { kind: 'manual' as const },
    };
  });
}

const titles = ['回访', '报价', '送样品', '催款', '约量尺寸', '补货提醒', '生日问候', '确认订单'] as const;
const englishTitles = [
  'Call back',
  'Send quote',
  'Bring samples',
  'Chase invoice',
  'Book a visit',
  'Birthday card',
] as const;

/** A third of the customers have an open step, some of them recurring; a fifth have steps that are done. */
function inventFollowUps(random: Random, buyer: Buyer): FollowUp[] {
  const title = random.pick(buyer.isEnglish ? englishTitles : titles);
  const followUps: FollowUp[] = [];
  const make = (due: Day): Omit<FollowUp, 'status'> => ({
    ...enteredOn(Math.max(buyer.openedOn, due - random.int(3, 20))),
    id: inventId(random),
    customerId: buyer.id,
    title,
    due: dateOf(due),
    kind: random.weighted({ task: 60, promise: 25, cadence: 15 }),
    origin: { kind: 'manual' },
  });
  if (random.chance(20)) {
    const due = benchToday - random.int(30, 400);
    followUps.push({ ...make(due), status: 'done', doneAt: `${dateOf(due)}T08:00:00.000Z` });
  }
  if (random.chance(33)) {
    const due = benchToday + (random.chance(18) ? -random.int(1, 60) : random.int(0, 90));
    followUps.push({
      ...make(due),
      status: 'open',
      ...(random.chance(15)
        ? {
            rrule: random.pick(['FREQ=MONTHLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY;INTERVAL=3']),
            cadenceFrom: 'completion' as const,
          }
        : {}),
    });
  }
  return followUps;
}
