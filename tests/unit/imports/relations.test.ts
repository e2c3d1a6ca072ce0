import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import { fixedRoles } from '#shared/domain/relation/relation-role.ts';
import { findHeader } from '#shared/imports/find-header.ts';
import { relationKey } from '#shared/imports/plan/plan-relations.ts';
import { readRole, roleName } from '#shared/relations/role-names.ts';
import { relationTable, type RelationLine } from '#shared/relations/write-relations.ts';
import { aCustomer, anId } from '../../helpers/builders.ts';
import { FakeArchive } from '../../helpers/fake-archive.ts';
import { codesOf, importRows } from '../../helpers/import-run.ts';

const at = '2026-11-21T08:00:00.000Z';
const header = ['客户编号', '客户', '联系人', '关系', '对方编号', '对方', '对方联系人', '起', '止', '备注'];
const kinds: RelationKind[] = [
  { id: 'k1', version: 1, createdAt: at, updatedAt: at, name: '师傅', inverseName: '徒弟' },
  { id: 'k2', version: 1, createdAt: at, updatedAt: at, name: '同乡' },
];
const people = ['安一', '贝二', '陈三', '陈三'] as const;

function anArchive(): FakeArchive {
  const archive = new FakeArchive();
  people.forEach((name, at) => {
    const id = `c${String(at)}`;
    archive.apply([{ table: 'customer', id, after: aCustomer({ id, name, code: `K-${String(at)}` }) }]);
  });
  const contact = {
    id: 'p1',
    customerId: anId('c0'),
    name: '王总',
    phones: [],
    emails: [],
    ims: [],
    origin: { kind: 'manual' },
  } as const;
  archive.apply([{ table: 'contact', id: 'p1', after: { ...contact, phones: [], emails: [], ims: [] } }]);
  for (const { id, name, inverseName } of kinds) {
    archive.apply([
      { table: 'relationKind', id, after: { id, name, ...(inverseName !== undefined && { inverseName }) } },
    ]);
  }
  return archive;
}

const importRelations = (archive: FakeArchive, rows: readonly (readonly string[])[], given = header) =>
  importRows(archive, given, rows, { kind: 'relations' });

/** What the engine writes out of these records. */
function linesOf(archive: FakeArchive): RelationLine[] {
  const customers = new Map(archive.all('customer').map((customer) => [customer.id as string, customer]));
  const contacts = new Map(archive.all('contact').map(({ id, name }) => [id, name]));
  return archive.all('relation').map(({ customerId, contactId, other, role, from = '', until = '', note = '' }) => ({
    code: customers.get(customerId)?.code ?? '',
    name: customers.get(customerId)?.name ?? '',
    contact: contactId === undefined ? '' : (contacts.get(contactId) ?? ''),
    role,
    otherCode: 'customerId' in other ? (customers.get(other.customerId)?.code ?? '') : '',
    otherName: 'customerId' in other ? (customers.get(other.customerId)?.name ?? '') : other.name,
    otherContact: 'contactId' in other && other.contactId !== undefined ? (contacts.get(other.contactId) ?? '') : '',
    from,
    until,
    note,
  }));
}

describe('a table of relations', () => {
  it('is known by its headings in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const [headings = []] = relationTable([], { kinds, words: [] }, language);
      expect(findHeader([headings])?.kind).toBe('relations');
    }
    expect(findHeader([['姓名', '手机', '关系', '备注']])?.kind).toBe('customers');
  });

  it('becomes relations by code, else by the only one of the name; an unknown other stays a name', async () => {
    const archive = anArchive();
    const plan = await importRelations(archive, [
      ['K-0', '', '王总', '同事', '', '贝二', '', '2019-05-20', '', '一起进的货'],
      ['', '安一', '', '师傅', '', '老李', '', '', '', ''],
      ['', '贝二', '', 'Spouse', 'K-3', '', '', '', '2024-01-01', ''],
    ]);
    expect(plan.rows.map((_, row) => codesOf(plan, row))).toEqual([[], [], []]);
    expect(archive.all('relation')).toMatchObject([
      { customerId: 'c0', contactId: 'p1', role: 'colleague', other: { customerId: 'c1' }, from: '2019-05-20' },
      { customerId: 'c0', role: 'own:k1>', other: { name: '老李' } },
      { customerId: 'c1', role: 'spouse', other: { customerId: 'c3' }, until: '2024-01-01' },
    ]);
  });

  it('says row by row what cannot be placed, and imports the others', async () => {
    const archive = anArchive();
    const plan = await importRelations(archive, [
      ['', '没有', '', '朋友', '', '安一', '', '', '', ''],
      ['', '安一', '', '朋友', '', '陈三', '', '', '', ''],
      ['', '安一', '', '死党', '', '贝二', '', '', '', ''],
      ['', '安一', '', '朋友', '', '', '', '', '', ''],
      ['', '安一', '', '朋友', '', '安一', '', '', '', ''],
      ['', '安一', '没有', '朋友', '', '贝二', '', '', '', ''],
      ['', '安一', '', '朋友', 'K-9', '外人', '', '', '', ''],
      ['', '安一', '', '朋友', '', '贝二', '', '', '', ''],
    ]);
    expect(plan.rows.map((_, row) => codesOf(plan, row))).toEqual([
      ['match/unknown-customer'],
      ['match/ambiguous'],
      ['relation/unknown-role'],
      ['relation/no-other'],
      ['relation/self'],
      ['relation/no-contact'],
      ['match/unknown-customer'],
      [],
    ]);
    expect(archive.all('relation')).toHaveLength(1);
  });

  it('creates nothing the second time, nor when it is told from the other side', async () => {
    const archive = anArchive();
    const rows = [
      ['K-0', '', '', '上级', 'K-1', '', '', '', '', ''],
      ['K-0', '', '', '师傅', '', '老李', '', '', '', ''],
    ];
    await importRelations(archive, rows);
    expect((await importRelations(archive, rows)).edits).toEqual([]);
    const turned = await importRelations(archive, [['K-1', '', '', '下属', 'K-0', '', '', '', '', '']]);
    expect(turned.counts).toMatchObject({ created: 0, skipped: 1 });
  });

  it('comes out as it went in, for any relations', async () => {
    const end = fc.constantFrom('K-0', 'K-1', 'K-2', 'K-3');
    const day = fc.constantFrom('', '2019-05-20', '2024-01-01');
    const role = fc.constantFrom(...fixedRoles, 'own:k1>', 'own:k1<', 'own:k2');
    const book = { kinds, words: [] };
    const line = fc.record({
      near: end,
      far: fc.oneof(end, fc.constant('老李')),
      role,
      from: day,
      until: day,
      note: fc.constantFrom('', '备注'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), fc.constantFrom('zh-CN', 'en'), async (told, language) => {
        const archive = anArchive();
        const rows = told
          .filter(({ near, far }) => near !== far)
          .map((each) => {
            const isKnown = each.far.startsWith('K-');
            const name = roleName(each.role, book, 'zh-CN');
            return [
              each.near,
              '',
              '',
              name,
              isKnown ? each.far : '',
              isKnown ? '' : each.far,
              '',
              each.from,
              each.until,
              each.note,
            ];
          });
        await importRelations(archive, rows);
        const [headings = [], ...written] = relationTable(linesOf(archive), book, language);
        const again = anArchive();
        const back = await importRelations(again, written, headings);
        expect(back.counts.failed).toBe(0);
        const content = (from: FakeArchive) =>
          from
            .all('relation')
            .map((relation) => `${relationKey(relation)} ${relation.note ?? ''}`)
            .toSorted();
        expect(content(again)).toEqual(content(archive));
        expect((await importRelations(archive, written, headings)).edits).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the names of roles', () => {
  it('are read back as the roles they were written for, in both languages', () => {
    const book = { kinds, words: [] };
    for (const role of [...fixedRoles, 'own:k1>', 'own:k1<', 'own:k2']) {
      for (const language of ['zh-CN', 'en'] as const)
        expect(readRole(roleName(role, book, language), book)).toBe(role);
    }
  });

  it('that the user gave go before those that Kebu brings along', () => {
    const words = [
      { id: 'w', version: 1, createdAt: at, updatedAt: at, list: 'relation', key: 'friend', name: '老友' },
    ] as const;
    expect(readRole('老友', { kinds, words })).toBe('friend');
    expect(readRole('朋友', { kinds, words })).toBeUndefined();
  });
});
