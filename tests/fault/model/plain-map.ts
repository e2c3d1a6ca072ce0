import type { Write } from './commands.ts';

/** A customer as the model sees it: the name, whether it is in the bin, who it turned out to be, and its contacts by id. */
export interface Known {
  name: string;
  deleted: boolean;
  merged?: { into: string; moved: readonly string[] };
  contacts: Readonly<Record<string, string>>;
  /** How many others' names and codes it carries beside its own; absent for none. Being put again drops them. */
  carried?: number;
}
export type Model = ReadonlyMap<string, Known>;

interface Step {
  before: Model;
  after: Model;
}

/** The plain map, what can be taken back, and which backup holds what. */
export class Expectation {
  model: Model = new Map();
  undoable: Step[] = [];
  redoable: Step[] = [];
  /** After a base was made, what lies before it may no longer be taken back. */
  mayForget = false;
  backups = new Map<number, Model>();

  commit(after: Model): void {
    this.undoable.push({ before: this.model, after });
    this.redoable = [];
    this.model = after;
  }

  with(id: string, change: (known: Known | undefined) => Known): Model {
    return new Map([...this.model, [id, change(this.model.get(id))]]);
  }
}

/** What the map is after the edits of a command; `null` when they cannot be made or change nothing. */
export function applied(expected: Expectation, one: Write): Model | null {
  const put = (name: string) => (known: Known | undefined) => ({
    name,
    deleted: false,
    contacts: known?.contacts ?? {},
  });
  switch (one.do) {
    case 'put': {
      const known = expected.model.get(one.id);
      if (known?.merged) return null;
      const isSame = known?.name === one.name && !known.deleted && !known.carried;
      return isSame ? null : expected.with(one.id, put(one.name));
    }
    case 'log': {
      const known = expected.model.get(one.id);
      const key = `${one.id}-${one.n}`;
      if (!known || known.merged || known.contacts[key] === one.text) return null;
      // For somebody in the bin nothing new is written.
      if (known.deleted && known.contacts[key] === undefined) return null;
      return expected.with(one.id, () => ({ ...known, contacts: { ...known.contacts, [key]: one.text } }));
    }
    case 'delete': {
      const known = expected.model.get(one.id);
      return known && !known.deleted ? expected.with(one.id, () => ({ ...known, deleted: true })) : null;
    }
    case 'merge': {
      const [known, other] = [expected.model.get(one.id), expected.model.get(one.other)];
      if (!known || !other || one.id === one.other || known.deleted || other.deleted) return null;
      const merged = { into: one.id, moved: Object.keys(other.contacts) };
      return new Map([
        ...expected.model,
        [one.id, { ...known, contacts: { ...known.contacts, ...other.contacts }, carried: (known.carried ?? 0) + 1 }],
        [one.other, { ...other, deleted: true, merged, contacts: {} }],
      ]);
    }
    case 'unmerge': {
      const { merged, ...known } = expected.model.get(one.id) ?? { name: '', deleted: false, contacts: {} };
      const survivor = merged && expected.model.get(merged.into);
      if (!merged || !survivor || survivor.merged) return null;
      const isBack = ([key]: [string, string]) => merged.moved.includes(key);
      const contacts = Object.entries(survivor.contacts);
      return new Map([
        ...expected.model,
        [
          merged.into,
          {
            ...survivor,
            contacts: Object.fromEntries(contacts.filter((each) => !isBack(each))),
            carried: Math.max(0, (survivor.carried ?? 0) - 1),
          },
        ],
        [one.id, { ...known, deleted: false, contacts: Object.fromEntries(contacts.filter(isBack)) }],
      ]);
    }
    case 'import': {
      const after = new Map(expected.model);
      for (let n = 0; n < one.count; n += 1)
        after.set(`i${one.from + n}`, put(one.name)(after.get(`i${one.from + n}`)));
      return JSON.stringify([...after]) === JSON.stringify([...expected.model]) ? null : after;
    }
  }
}
