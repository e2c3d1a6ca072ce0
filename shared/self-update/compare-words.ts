import { factOf } from '../facts/facts.ts';
import { isUsable, reachesOf, rulesOf, ways, type Reach, type Way } from '../reach/ways.ts';
import { writeYearlyDate } from '../formats/values/yearly-dates.ts';
import { foldText } from '../match/text.ts';
import { readQuickAdd } from '../quick-add/read-quick-add.ts';
import type { Piece } from '../quick-add/piece.ts';
import { writtenReach } from './items.ts';
import { propose, type Known, type Proposal, type ReplyWorld } from './proposals.ts';
import { addReach, confirmReach, rewriteReach, writeFact } from './steps.ts';

/** "All right as it is", and nothing else. */
const allRight =
  /^(?:都|全|全部|信息|资料|以上)*(?:对的?|没错|没有?变化?|没有变动|无误|正确|ok|好的?)[!！。.~～,，]*$|^(?:it'?s |that'?s |that is )?(?:all|everything(?:'s| is)?)?\s*(?:is |are |looks )?(?:right|correct|fine|good|ok|unchanged|the same|no changes?)[!.]*$/i;

/** Something took the place of what was. */
const isAnother = /换|改|搬|新|不用了|作废|change|new|moved|instead|no longer/;

const owner = { contactId: null };

/** What a reply in words says beside what is known: numbers, mails, accounts, addresses, birthday, company and job in it. */
export function compareWords(
  text: string,
  known: Known,
  world: ReplyWorld,
): { proposals: Proposal[]; isThorough: boolean } {
  const clean = foldText(text);
  if (allRight.test(clean)) {
    const proposals = ways.flatMap((way) =>
      reachesOf(way, known.customer)
        .filter(isUsable)
        .map((reach) => confirmation(way, reach, known, world)),
    );
    return { proposals, isThorough: true };
  }
  const proposals: Proposal[] = [];
  for (const piece of readQuickAdd(text, world.today)) {
    const proposal = ofPiece(piece, isAnother.test(clean), known, world);
    if (proposal && !proposals.some(({ id }) => id === proposal.id)) proposals.push(proposal);
  }
  return { proposals, isThorough: false };
}

function ofPiece(piece: Piece, isChange: boolean, known: Known, world: ReplyWorld): Proposal | null {
  switch (piece.kind) {
    case 'phone':
      return ofReach('phones', piece.phone, isChange, known, world);
    case 'im':
      return ofReach('ims', piece.im, isChange, known, world);
    case 'email':
      return ofReach('emails', { address: piece.address }, isChange, known, world);
    case 'address':
      return ofReach('addresses', piece.address, isChange, known, world);
    case 'birthday':
      return ofFact('birthday', writeYearlyDate(piece.date), known, world);
    case 'organization':
      return ofFact('organization', piece.name, known, world);
    case 'department':
    case 'industry':
      return ofFact(piece.kind, piece.name, known, world);
    case 'title':
      return ofFact('title', piece.title, known, world);
    case 'website':
      return ofFact('website', piece.url, known, world);
    case 'uscc':
      return ofFact('uscc', piece.code, known, world);
    // A name among other words is a guess, and the rest is for eyes.
    case 'name':
    case 'gender':
    case 'tag':
    case 'followUp':
    case 'note':
      return null;
  }
}

function confirmation(way: Way, reach: Reach, known: Known, world: ReplyWorld): Proposal {
  const text = writtenReach(way, reach);
  const about = { id: `${way}=${text}`, label: world.t(`field.${way}`), now: text, says: text, isStale: false };
  return propose(known, { ...about, kind: 'confirmed' }, confirmReach(owner, way, reach, world));
}

/** One that is known is confirmed; another one comes besides, or instead of the only one where the words say so. */
function ofReach(way: Way, reach: Reach, isChange: boolean, known: Known, world: ReplyWorld): Proposal {
  const { keyOf } = rulesOf(way);
  const list = reachesOf(way, known.customer);
  const same = list.find((each) => keyOf(each) === keyOf(reach));
  if (same) return confirmation(way, same, known, world);
  const says = writtenReach(way, reach);
  const about = { id: `${way}=${says}`, label: world.t(`field.${way}`), says, isStale: false };
  const [only, ...others] = list.filter(isUsable);
  const typed = rulesOf(way).write(reach);
  if (only === undefined || others.length > 0 || !isChange) {
    return propose(known, { ...about, kind: 'added', now: '' }, addReach(owner, way, typed, world));
  }
  const now = writtenReach(way, only);
  return propose(known, { ...about, kind: 'changed', now }, rewriteReach(owner, way, only, typed, world));
}

function ofFact(key: string, says: string, known: Known, world: ReplyWorld): Proposal | null {
  const fact = factOf(key);
  if (!fact) return null;
  const now = fact.read(known.customer);
  const kind = now === says ? 'confirmed' : now === '' ? 'added' : 'changed';
  const about = { id: key, kind, label: world.t(fact.label), now, says, isStale: false } as const;
  return propose(known, about, writeFact(owner, key, says, world));
}
