import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerReads } from '#shared/comparison/comparison.ts';
import {
  decisionsAbout,
  mostKeptLists,
  withDecision,
  withoutForgottenDecisions,
  type Decision,
  type KeptList,
} from '#shared/comparison/kept-decisions.ts';
import { unsavedSchemas } from '#shared/unsaved/unsaved.ts';
import { ComparisonDesk } from '../../../renderer/features/imports/comparison/comparison-desk.ts';
import type { ComparedLine } from '../../../renderer/features/imports/protocol.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows, layoutOf, newId, readRows } from '../../helpers/import-run.ts';

const header = ['姓名', '手机', '单位', '职位'];
const here = [
  ['张伟', '13800138000', '永兴五金', '经理'],
  ['王芳', '13900139000', '青禾家居', '店长'],
];
const list = [
  ['张伟', '13800138000', '永兴建材', '总经理'],
  ['王芳', '13900139000', '青禾', '店主'],
  ['李四', '13600136000', '', '采购'],
  ['赵六', '13500135000', '', ''],
];
const file = { fileName: '名单.csv', sha256: 'a'.repeat(64), sheet: 0 };

async function deskOver(rows: string[][], decisions: readonly Decision[] = []): Promise<ComparisonDesk> {
  const archive = new FakeArchive();
  await importRows(archive, header, rows);
  const reads = (await readRows(header, list, 'customers')) as CustomerReads;
  const options = {
    today: '2026-11-21',
    language: 'zh-CN',
    currency: 'CNY',
    newId,
    onProgress: async () => undefined,
  } as const;
  const facts = { ...file, sizeBytes: 1, encoding: 'utf-8' };
  return ComparisonDesk.start(reads, layoutOf(header, list), facts, { lookup: archive, options }, decisions);
}

async function shown(desk: ComparisonDesk): Promise<ComparedLine[]> {
  const piles = (['changed', 'new'] as const).map((pile) => desk.lines({ pile, fact: null }, 0, 99));
  return (await Promise.all(piles)).flatMap(({ lines }) => lines);
}

const choices = async (desk: ComparisonDesk) => (await shown(desk)).map((line) => 'choice' in line && line.choice);

/** What can be decided about the list: all of a pile, those in one fact, a customer, one difference. */
async function everyTarget(): Promise<Omit<Decision, 'choice'>[]> {
  const lines = await shown(await deskOver(here));
  const single = lines.flatMap((line): Omit<Decision, 'choice'>[] => {
    if (line.is === 'new') return [{ pile: 'new', fact: null, line: line.line, difference: null }];
    if (line.is !== 'difference') {
      return [null, 'title'].map((fact) => ({ pile: 'changed', fact, line: line.line, difference: null }));
    }
    const { difference } = line;
    return [null, line.fact].map((fact) => ({ pile: 'changed', fact, line: line.line, difference }));
  });
  const all = { line: null, difference: null };
  return [
    ...single,
    { pile: 'changed', fact: null, ...all },
    { pile: 'changed', fact: 'title', ...all },
    { pile: 'new', fact: null, ...all },
  ];
}

describe('decisions that are kept', () => {
  it('come to the same as when they were made, however often they were changed', async () => {
    const targets = await everyTarget();
    const decision = fc.record({
      target: fc.constantFrom(...targets),
      choice: fc.constantFrom('ours' as const, 'theirs' as const, null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { maxLength: 12 }), async (made) => {
        const decisions = made.map(({ target, choice }): Decision => ({ ...target, choice }));
        const kept = decisions.reduce<KeptList[]>((lists, each) => withDecision(lists, file, each), []);
        const again = await deskOver(here, decisionsAbout(kept, file));
        expect(await choices(again)).toEqual(await choices(await deskOver(here, decisions)));
        expect(unsavedSchemas.comparison.safeParse({ lists: kept }).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('decide nothing that is said otherwise by now, and say nothing themselves', async () => {
    const [title] = (await shown(await deskOver(here))).filter((line) => line.is === 'difference');
    if (title?.is !== 'difference') throw new Error('a difference');
    const decision = { pile: 'changed', fact: null, line: title.line, difference: title.difference } as const;
    const kept = withDecision([], file, { ...decision, choice: 'theirs' });
    expect(JSON.stringify(kept)).not.toContain('永兴');
    const decided = async (rows: string[][]) => (await deskOver(rows, kept[0]?.decisions)).summary().decided.taken;
    expect(await decided(here)).toBe(1);
    expect(await decided([['张伟', '13800138000', '永兴建材', '经理'], ...here.slice(1)])).toBe(0);
  });

  it('go with whoever is erased, and stay about everybody else', async () => {
    const lines = (await shown(await deskOver(here))).filter((line) => line.is === 'difference');
    const decided = lines.map(({ line, difference, customerId }): Decision => {
      return { pile: 'changed', fact: null, line, difference, customerId, choice: 'theirs' };
    });
    const gone = lines[0]?.customerId;
    expect(gone).toBeDefined();
    const newcomer: Decision = { pile: 'new', fact: null, line: 4, difference: null, choice: 'ours' };
    const kept = [...decided, newcomer].reduce<KeptList[]>((lists, each) => withDecision(lists, file, each), []);
    const [left] = withoutForgottenDecisions(kept, (id) => id === gone);
    expect(left?.decisions).toEqual([...decided.filter(({ customerId }) => customerId !== gone), newcomer]);
    expect(withoutForgottenDecisions(kept, () => false)).toBe(kept);
    // Of what an older Kebu kept it is not known whom it is about.
    const unsaid = withDecision([], file, { ...decided[0]!, customerId: undefined });
    expect(withoutForgottenDecisions(unsaid, () => false)).toEqual([]);
  });

  it('are those of the lists that were decided last, and none where all was taken back', () => {
    const all: Decision = { pile: 'new', fact: null, line: null, difference: null, choice: 'theirs' };
    const many = Array.from({ length: mostKeptLists + 1 }, (_, sheet) => ({ ...file, sheet }));
    const lists = many.reduce((kept, each) => withDecision(kept, each, all), withDecision([], file, all));
    expect(lists.map(({ sheet }) => sheet)).toEqual([5, 4, 3, 2, 1]);
    expect(withDecision(lists.slice(0, 1), { ...file, sheet: 5 }, { ...all, choice: null })).toEqual([]);
  });
});
