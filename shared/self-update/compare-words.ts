import type { Contact } from '../domain/contact/contact.ts';
import { writeYearlyDate } from '../formats/values/yearly-dates.ts';
import { countryOfCurrency } from '../match/country.ts';
import { foldText } from '../match/text.ts';
import type { Piece } from '../quick-add/piece.ts';
import { readQuickAdd } from '../quick-add/read-quick-add.ts';
import type { Reach, Way } from '../reach/ways.ts';
import { propose, type Known, type Proposal, type ReplyWorld } from './proposals.ts';
import { lineOfNewPerson, splitWords, type Stretch } from './split-words.ts';
import { addPerson, personLeft } from './steps.ts';
import {
  aboutCustomer,
  aboutPerson,
  allConfirmed,
  factPoints,
  findSame,
  overPoint,
  reachPoint,
  type About,
  type Beside,
} from './word-points.ts';

/** "All right as it is", and nothing else. */
const allRight =
  /^(?:都|全|全部|信息|资料|以上)*(?:对的?|没错|没有?变化?|不变|没有变动|无误|正确|ok|好的?)[!！。.~～,，]*$|^(?:it'?s |that'?s |that is )?(?:all|everything(?:'s| is)?)?\s*(?:is |are |looks )?(?:right|correct|fine|good|ok|unchanged|the same|no changes?)[!.]*$/i;

/** Something took the place of what was; of places, moving says so too. */
const anotherWords = /换|改|新|不用了|作废|change|new|instead|no longer/;
const elsewhereWords = /搬|迁|moved/;

/** A contact person is not there any more. */
const goneWords =
  /离职|离开|走了|不在了|不在这|不干了|退休|辞职|\bleft\b|no longer (?:here|with|works)|retired|resigned/i;

const roles = ['decider', 'user', 'buyer', 'finance'] as const;
/** What somebody has to do with the purchases, in the order of `roles`. */
const roleWords =
  /(?:负责|主管|分管|管|角色|[是当做](?=(?:采购|财务)(?:了|[\s，,。；;！!]|$))|in charge of|handles|role)\s*(?:[:：]|的是|is|the)?\s*(?:(决策|拍板|做主|decision)|(使用|user)|(采购|buyer|buying|purchas)|(财务|付款|对账|结账|financ|account|payment))[a-z]*人?/i;

/** Between an address and where it is now. */
const moves = /(?:已经?)?[搬迁][到至去]了?/g;

/** Behind a number or mail: it is not in use any more. */
const unusedWords =
  /^[^\n，,。；;]{0,8}?(?:作废|不用|停用|停机|空号|注销|不再用|no longer|(?:is )?(?:out of|not in) use)/i;

/** Between a name and what somebody is now. */
const becomes =
  /了(?=[\s，,。；;！!]|$)|(?:现在|目前|已经|已|改为|改任|升为|升任|升|调为|调任|担任|是|为)(?=\p{Script=Han})|\bis (?:now )?(?:the |our )?/giu;

/**
 * What a reply in words says beside what is known: numbers, mails, accounts, addresses, birthday, company and job in it; of contact
 * persons how they are reached, what they do, who left and who came.
 */
export function compareWords(
  text: string,
  known: Known,
  world: ReplyWorld,
): { proposals: Proposal[]; isThorough: boolean } {
  const people = known.contacts.filter(({ leftOn, deletedAt }) => leftOn === undefined && deletedAt === undefined);
  if (allRight.test(foldText(text))) {
    const everybody = [aboutCustomer(known), ...people.map(aboutPerson)];
    const beside = { known, world, isChange: () => false };
    return { proposals: everybody.flatMap((about) => allConfirmed(about, beside)), isThorough: true };
  }
  const proposals: Proposal[] = [];
  for (const stretch of splitWords(text, people)) {
    const said = foldText(stretch.text);
    const isChange = (way: Way) => anotherWords.test(said) || (way === 'addresses' && elsewhereWords.test(said));
    const beside = { known, world, isChange };
    for (const proposal of ofStretch(stretch, people, beside)) {
      if (!proposals.some(({ id }) => id === proposal.id)) proposals.push(proposal);
    }
  }
  return { proposals, isThorough: false };
}

function ofStretch({ of, text }: Stretch, people: readonly Contact[], beside: Beside): Proposal[] {
  if (of === 'new') return ofNewPerson(text, people, beside);
  if (of !== 'customer') return ofPerson(of, text, beside);
  const words = text.replace(moves, ' ');
  return readQuickAdd(words, beside.world.today, {}, countryOfCurrency(beside.world.currency)).flatMap((piece) =>
    ofPiece(piece, words, ownerOf(piece, people, beside.known), beside),
  );
}

/** A number that is a contact person's is of that person, whoever is named. */
function ownerOf(piece: Piece, people: readonly Contact[], known: Known): About {
  const customer = aboutCustomer(known);
  const found = reachOf(piece);
  if (!found) return customer;
  const [way, reach] = found;
  return [customer, ...people.map(aboutPerson)].find(({ record }) => findSame(way, reach, record)) ?? customer;
}

function reachOf(piece: Piece): [Way, Reach] | null {
  if (piece.kind === 'phone') return ['phones', piece.phone];
  if (piece.kind === 'im') return ['ims', piece.im];
  if (piece.kind === 'email') return ['emails', { address: piece.address }];
  return piece.kind === 'address' ? ['addresses', piece.address] : null;
}

function ofNewPerson(text: string, people: readonly Contact[], { known, world }: Beside): Proposal[] {
  const says = lineOfNewPerson(text, people);
  const hasName = readQuickAdd(says, world.today, {}, countryOfCurrency(world.currency)).some(
    ({ kind }) => kind === 'name',
  );
  if (known.customer.kind === 'person' || !hasName) return [];
  const point = { id: `new=${says}`, label: world.t('selfUpdate.newPerson'), now: '', says, isStale: false };
  return [propose(known, { ...point, kind: 'added' }, addPerson(known.customer.id, says, world))];
}

function ofPerson(contact: Contact, text: string, beside: Beside): Proposal[] {
  const { known, world } = beside;
  const about = aboutPerson(contact);
  const { name: person, id: contactId } = contact;
  const unnamed = text.replaceAll(person, ' ');
  if (allRight.test(foldText(unnamed).replace(/^[\s:：,，]+/, ''))) return allConfirmed(about, beside);
  const [said = '', ...named] = roleWords.exec(unnamed) ?? [];
  const role = roles.find((_, at) => named[at] !== undefined);
  // With the name before it, a job is not taken for one.
  const rest = `${person} ${unnamed.replace(said, ' ').replace(becomes, ' ').trim()}`;
  const point = { id: `${contactId}/left`, label: world.t('contacts.name'), person, isStale: false };
  return [
    ...(goneWords.test(unnamed)
      ? [
          propose(
            known,
            { ...point, kind: 'over', now: person, says: world.t('selfUpdate.page.left') },
            personLeft(contactId, world),
          ),
        ]
      : []),
    ...(role ? factPoints('role', role, about, beside) : []),
    ...readQuickAdd(rest, world.today, {}, countryOfCurrency(world.currency)).flatMap((piece) =>
      ofPiece(piece, rest, about, beside),
    ),
  ];
}

function ofPiece(piece: Piece, words: string, about: About, beside: Beside): Proposal[] {
  const found = reachOf(piece);
  if (found) {
    const [way, reach] = found;
    // Of contact persons nobody asks where they live.
    const whose = way === 'addresses' ? aboutCustomer(beside.known) : about;
    const same = findSame(way, reach, whose.record);
    if (same && unusedWords.test(words.slice(piece.to))) return [overPoint(way, same, whose, beside)];
    return [reachPoint(way, reach, whose, beside)];
  }
  switch (piece.kind) {
    case 'birthday':
      return factPoints('birthday', writeYearlyDate(piece.date), about, beside);
    case 'organization':
    case 'department':
    case 'industry':
      return factPoints(piece.kind, piece.name, about, beside);
    case 'title':
      return factPoints('title', piece.title, about, beside);
    case 'website':
      return factPoints('website', piece.url, about, beside);
    case 'uscc':
      return factPoints('uscc', piece.code, about, beside);
    // Numbers, mails, accounts and addresses are read by now.
    case 'phone':
    case 'im':
    case 'email':
    case 'address':
    // A name among other words is a guess, and the rest is for eyes.
    case 'name':
    case 'gender':
    case 'anniversary':
    case 'tag':
    case 'followUp':
    case 'note':
      return [];
  }
}
