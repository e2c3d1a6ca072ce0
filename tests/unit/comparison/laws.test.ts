import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Choice } from '../../../shared/comparison/comparison.ts';
import { compareRows, workOf, writeDecisions } from '../../helpers/compare-run.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { importRows } from '../../helpers/import-run.ts';

/** Columns with what one of them may say, and the fact that another value of it changes. */
const columns = [
  { header: '手机 2', fact: 'phones', say: (n: number) => `13${String(700_000_000 + n)}` },
  { header: '邮箱', fact: 'emails', say: (n: number) => `a${String(n)}@example.com` },
  { header: '微信', fact: 'ims', say: (n: number) => `wx_abc_${String(n)}` },
  { header: '单位', fact: 'organization', say: (n: number) => `第${String(n)}五金店` },
  { header: '职位', fact: 'title', say: (n: number) => `${String(n)}级师傅` },
  { header: '地址', fact: 'addresses', say: (n: number) => `杭州市西湖区文三路${String(n)}号` },
  { header: '标签', fact: 'tagIds', say: (n: number) => `标签${String(n)}` },
  { header: '生日', fact: 'birthday', say: (n: number) => `1980-01-${String(1 + (n % 28)).padStart(2, '0')}` },
  { header: '备注', fact: 'note', say: (n: number) => `说明${String(n)}。` },
] as const;
const header = ['姓名', '手机', ...columns.map((column) => column.header)];

interface Kept {
  /** What stands in each column; `null` for nothing. */
  cells: (number | null)[];
  fate: 'listed' | 'missing' | 'new';
  /** Columns in which the list says something else. */
  edited: boolean[];
  choices: Choice[];
}

const kept = fc.record<Kept>({
  cells: fc.array(fc.option(fc.nat(20)), { minLength: columns.length, maxLength: columns.length }),
  fate: fc.constantFrom('listed', 'listed', 'missing', 'new'),
  edited: fc.array(fc.boolean(), { minLength: columns.length, maxLength: columns.length }),
  choices: fc.array(fc.constantFrom<Choice>('ours', 'theirs'), { minLength: 3, maxLength: 3 }),
});

/** Given names of one character each that no two of the list share. */
const given = '伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华';
const nameOf = (at: number) => `张${given[at] ?? ''}`;

function rowOf({ cells, edited }: Kept, at: number, isEdited: boolean): string[] {
  const said = columns.map(({ say }, column) => {
    const n = cells[column] ?? null;
    if (isEdited && edited[column] === true) return say(n === null ? 30 + column : n + 40);
    return n === null ? '' : say(n);
  });
  return [nameOf(at), `138${String(10_000_000 + at)}`, ...said];
}

it('parts every row and every customer, finds exactly what was edited, and leaves no work behind once all is decided', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(kept, { minLength: 1, maxLength: 8 }), async (people) => {
      const archive = new FakeArchive();
      const here = people.flatMap((person, at) => (person.fate === 'new' ? [] : [rowOf(person, at, false)]));
      await importRows(archive, header, here);
      const listed = people.map((person, at) => ({ person, at })).filter(({ person }) => person.fate !== 'missing');
      const rows = listed.map(({ person, at }) => rowOf(person, at, true));
      const comparison = await compareRows(archive, header, rows);

      const expected = listed.flatMap(({ person, at }) => {
        if (person.fate === 'new') return [`${nameOf(at)}: new`];
        // A birthday of another year-less day is told as such; one that comes to be the same day is none.
        const isOther = (column: number) =>
          rowOf(person, at, true)[column + 2] !== rowOf(person, at, false)[column + 2];
        return columns.flatMap(({ fact }, column) => (isOther(column) ? [`${nameOf(at)}: ${fact}`] : []));
      });
      expect(workOf(comparison)).toEqual(expected.sort());
      expect(comparison.all.flatMap(({ entity }) => entity.rows).toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
      const ids = new Map(archive.all('customer').map(({ name, id }) => [name, id]));
      const inBoth = listed.filter(({ person }) => person.fate === 'listed').map(({ at }) => ids.get(nameOf(at)));
      expect(new Set(comparison.matchedIds())).toEqual(new Set(inBoth));
      expect(comparison.matchedIds()).toHaveLength(inBoth.length);

      for (const [at, each] of comparison.all.entries()) {
        const { choices } = listed[at]?.person ?? { choices: [] };
        for (const [nth, difference] of each.differences.entries()) {
          comparison.decide([each], choices[nth % choices.length] ?? 'ours', (other) => other === difference);
        }
        if (each.pile === 'new') comparison.decide([each], choices[0] ?? 'ours', () => true);
      }
      const { receipt } = await writeDecisions(archive, comparison, header, rows);
      expect(receipt.created + receipt.updated + receipt.skipped + receipt.failed).toBe(receipt.rowsRead);
      expect(workOf(comparison)).toEqual([]);
      expect(workOf(await compareRows(archive, header, rows))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
