import type { Contact } from '../domain/contact/contact.ts';

/** A stretch of a reply in words, and of whom it speaks: the customer, a contact person, or somebody new. */
export interface Stretch {
  of: Contact | 'customer' | 'new';
  text: string;
}

const newJobs = '采购|财务|会计|出纳|联系人|对接人|负责人';
/** Somebody is told of who was not known. */
const ofSomebodyNew = new RegExp(
  `新来?的?(?:${newJobs}|同事)|(?:新?增加?|添加?|多加|加|多)了?一?[个位名]?新?联系人|(?:${newJobs})(?:现在|已经?)?(?:换成|换了|改成|改为|变成)` +
    `|接替|接手|接任|由\\p{Script=Han}{2,4}(?:来)?(?:负责|对接)|(?:new|another) (?:contact|buyer|accountant)|tak(?:es|ing) over|replaced by`,
  'iu',
);
/** The customer itself, where a contact person was spoken of before. */
const ofCustomer =
  /公司|单位|地址|我们|咱们|我的|本人|本店|店里|门店|总机|前台|座机|\b(?:company|office|address|our|my|we|reception)\b/i;

const clauses = /[^\n。；;！!？?，,]+|\n|[。；;！!？?，,]/g;

/**
 * Parts a reply by those of whom it speaks. Whoever is named is spoken of until somebody else is, a line is left empty, or the words
 * turn to the customer.
 */
export function splitWords(text: string, people: readonly Contact[]): Stretch[] {
  const stretches: Stretch[] = [];
  let of: Stretch['of'] = 'customer';
  let isLineEmpty = false;
  const add = (part: string) => {
    const last = stretches.at(-1);
    if (last?.of === of) last.text += part;
    else stretches.push({ of, text: part });
  };
  for (const [clause] of text.matchAll(clauses)) {
    if (clause === '\n') {
      if (isLineEmpty) of = 'customer';
      isLineEmpty = true;
      add(clause);
      continue;
    }
    if (clause.trim() !== '') isLineEmpty = false;
    const named = ofSomebodyNew.test(clause) ? [] : mentions(clause, people);
    if (ofSomebodyNew.test(clause)) of = 'new';
    else if (named.length === 0 && ofCustomer.test(clause)) of = 'customer';
    named.forEach(({ person, at }, which) => {
      of = person;
      // What stands before the first name is of the same.
      add(clause.slice(which === 0 ? 0 : at, named[which + 1]?.at));
    });
    if (named.length === 0) add(clause);
  }
  return stretches;
}

/** Who is named, in the order of the words; a name within a longer one is not meant. */
function mentions(clause: string, people: readonly Contact[]): { person: Contact; at: number }[] {
  const lower = clause.toLowerCase();
  const found: { person: Contact; at: number; to: number }[] = [];
  for (const person of people.toSorted((a, b) => b.name.length - a.name.length)) {
    const at = placeOfName(lower, person.name.toLowerCase());
    const to = at + person.name.length;
    if (at >= 0 && !found.some((other) => at < other.to && other.at < to)) found.push({ person, at, to });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Latin names are words of their own. */
function placeOfName(clause: string, name: string): number {
  if (/\p{Script=Han}/u.test(name)) return clause.indexOf(name);
  const written = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${written}(?![\\p{L}\\d])`, 'u').exec(clause)?.index ?? -1;
}

const jobOf = new RegExp(`新来?的?(${newJobs})|(${newJobs})(?:现在|已经?)?(?:换成|换了|改成|改为|变成)`, 'u');
const mereWords =
  /现在|以后|今后|已经|换成|换了|改成|改为|变成|接替|接手|接任|负责|对接|新的|同事|我们|由|来|是|叫|了|[:：]|\b(?:is|the|from now on|will be|our)\b/gi;

/** The line that remains of words about somebody new: `李强 13600136000 会计`. */
export function lineOfNewPerson(text: string, people: readonly Contact[]): string {
  const [, one = '', other = ''] = jobOf.exec(text) ?? [];
  const job = one || other;
  const known = people.reduce((rest, { name }) => rest.replaceAll(name, ' '), text);
  const bare = known.replace(
    new RegExp(ofSomebodyNew, 'giu'),
    (words) => /由(.+)(?:负责|对接)/u.exec(words)?.[1]?.concat(' ') ?? ' ',
  );
  const title = /联系人|对接人|负责人/.test(job) ? '' : job;
  return `${bare.replace(mereWords, ' ')} ${title}`.replace(/[\s，,。；;！!]+/g, ' ').trim();
}
