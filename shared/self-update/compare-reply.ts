import type { Contact } from '../domain/contact/contact.ts';
import { homeCountry } from '../reach/home-country.ts';
import { isWay, reachesOf, rulesOf, type Reach, type Way } from '../reach/ways.ts';
import { formGroups, isAskable, itemCode, itemsOf, personMark, type FormItem } from './items.ts';
import { propose, type Known, type Proposal, type ReplyWorld, type Step } from './proposals.ts';
import { none, over, right, type Answer, type Reply } from './reply.ts';
import {
  addPerson,
  addReach,
  confirmReach,
  endReach,
  personLeft,
  rewriteReach,
  writeFact,
  type Owner,
} from './steps.ts';

export interface Compared {
  proposals: Proposal[];
  /** Points of the form about what is not there any more, such as a number that was removed here meanwhile. */
  passed: number;
}

/** What a reply says beside what is known of the customer now. */
export function compareReply({ form, answers, added }: Reply, known: Known, world: ReplyWorld): Compared {
  const items = itemsOf(known, everything(world), world, world);
  const byCode = new Map(items.map((item) => [itemCode(world.key, form.formId, item), item]));
  const single = new Map(items.filter(({ isOfList }) => !isOfList).map((item) => [item.key, item]));
  const proposals: Proposal[] = [];
  let passed = 0;
  form.items.forEach((code, at) => {
    const answer = answers[at] ?? none;
    if (answer === none) return;
    const key = code.slice(0, code.lastIndexOf('='));
    const same = byCode.get(code);
    const item = same ?? single.get(key);
    const proposal = item
      ? proposalOf(String(at), item, answer, same === undefined, known, world)
      : besides(String(at), key, answer, known, world);
    if (proposal) proposals.push(proposal);
    else if (!item) passed += 1;
  });
  added.forEach(([list, text], at) => {
    const proposal = besides(`+${String(at)}`, list, text, known, world);
    if (proposal) proposals.push(proposal);
  });
  return { proposals, passed };
}

function everything({ customFields }: ReplyWorld) {
  return { groups: formGroups, ownFields: customFields.filter(isAskable).map(({ id }) => id) };
}

/** Whose an item is, and what of them. */
function placeOf(
  key: string,
  { contacts }: Known,
  world: ReplyWorld,
): { owner: Owner; person?: Contact; part: string } | null {
  if (!key.startsWith('@')) return { owner: { contactId: null }, part: key };
  const prefixOf = ({ id }: Contact) => `${personMark(world.key, id)}/`;
  const person = contacts.find((each) => key.startsWith(prefixOf(each)));
  return person ? { owner: { contactId: person.id }, person, part: key.slice(prefixOf(person).length) } : null;
}

function proposalOf(
  id: string,
  item: FormItem,
  answer: Answer,
  isStale: boolean,
  known: Known,
  world: ReplyWorld,
): Proposal | null {
  const place = placeOf(item.key, known, world);
  if (!place) return null;
  const { owner, person, part } = place;
  const says = typeof answer === 'string' ? answer : item.value;
  const about = { id, label: item.label, person: item.person, isStale };
  const say = (text: string) => item.choices?.find((choice) => choice.id === text)?.label ?? text;
  const reach = isWay(part) ? findReach(part, item, person ?? known.customer) : undefined;
  const isSaid = answer === right || (typeof answer === 'string' && answer === item.value);
  if (isSaid) {
    // What it was when it was confirmed is not what it is now.
    if (isStale && answer === right) return null;
    const step: Step = isWay(part) && reach ? confirmReach(owner, part, reach, world) : (draft) => draft;
    return propose(known, { ...about, kind: 'confirmed', now: say(item.value), says: say(says), isStale: false }, step);
  }
  if (answer === over) {
    // That of a number nothing is known any more says nothing about its owner.
    const left = person && part === 'name' ? personLeft(person.id, world) : undefined;
    const step = isWay(part) && reach ? endReach(owner, part, reach, world) : left;
    const said = left ? world.t('selfUpdate.page.left') : '';
    return step ? propose(known, { ...about, kind: 'over', now: say(item.value), says: said }, step) : null;
  }
  const step = !isWay(part)
    ? writeFact(owner, part, says, world)
    : reach
      ? rewriteReach(owner, part, reach, says, world)
      : addReach(owner, part, says, world);
  const kind = item.value === '' ? 'added' : 'changed';
  return propose(known, { ...about, kind, now: say(item.value), says: say(says) }, step);
}

function findReach(way: Way, { identity }: FormItem, record: Parameters<typeof reachesOf>[1]): Reach | undefined {
  return reachesOf(way, record).find((reach) => rulesOf(way).keyOf(reach) === identity);
}

/** What comes besides what is known: one more of a list, or one more contact person. */
function besides(id: string, key: string, text: Answer, known: Known, world: ReplyWorld): Proposal | null {
  const place = placeOf(key, known, world);
  if (!place || typeof text !== 'string' || text.trim() === '') return null;
  const { owner, person, part } = place;
  const { customer } = known;
  const about = { id, person: person?.name, now: '', says: text, isStale: false, kind: 'added' as const };
  if (part === 'people') {
    return propose(known, { ...about, label: world.t('selfUpdate.newPerson') }, addPerson(customer.id, text, world));
  }
  if (!isWay(part)) return null;
  const list = reachesOf(part, person ?? customer);
  const read = rulesOf(part).read(text, { country: homeCountry(person ?? customer, world.currency, customer) });
  const same =
    typeof read === 'string'
      ? undefined
      : list.find((each) => read.some((one) => rulesOf(part).keyOf(one) === rulesOf(part).keyOf(each)));
  const label = world.t(`field.${part}`);
  // It was entered here meanwhile.
  if (same)
    return propose(known, { ...about, kind: 'confirmed', label, now: text }, confirmReach(owner, part, same, world));
  return propose(known, { ...about, label }, addReach(owner, part, text, world));
}
