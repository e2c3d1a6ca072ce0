import { describe, expect, it } from 'vitest';
import { decideBulk, type BulkChange, type BulkWorld } from '#shared/bulk/bulk-change.ts';
import type { CustomField } from '#shared/domain/custom-field/custom-field.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { aCustomer, aFollowUp, anId } from '../../helpers/builders.ts';

const at = '2026-03-01T08:00:00.000Z';
const stored = { version: 1, createdAt: at, updatedAt: at };
const vip: CustomField = { id: 'vip', label: 'VIP', type: 'boolean', options: [], ...stored };

const world: BulkWorld = {
  today: '2026-03-01',
  currency: 'CNY',
  customFields: [vip],
  words: [],
  references: { find: () => ({ problem: 'bulk.problem.noField' }), nameOf: (id) => id },
};

function decide(change: BulkChange, followUp: FollowUp[] = []) {
  const customer = { ...aCustomer({ id: 'c1' }), ...stored };
  const lists = { contact: [], interaction: [], order: [], classChange: [], relation: [], attachment: [], history: [] };
  const dossier: Dossier = { customerId: anId('c1'), customer, followUp, ...lists };
  return decideBulk(dossier, change, world);
}

describe('a follow-up for many', () => {
  const wanted = { kind: 'follow-up', due: '2026-03-20', title: '回访' } as const;
  const there = (part: Partial<FollowUp>): FollowUp => ({
    ...aFollowUp({ id: 'f1', customerId: 'c1' }),
    ...stored,
    ...part,
  });

  it('moves the one that is open under that title', () => {
    const open = there({ due: '2026-03-10' });
    expect(decide(wanted, [open])).toEqual({
      is: 'planned',
      before: '2026-03-10',
      after: '2026-03-20',
      followUp: open,
    });
    expect(decide(wanted, [there({ due: '2026-03-20' })])).toEqual({ is: 'same' });
  });

  it('is a new one where the one of that title is done, whenever it was due', () => {
    for (const due of ['2026-03-10', '2026-03-20']) {
      expect(decide(wanted, [there({ due, status: 'done' })])).toMatchObject({ is: 'planned', followUp: null });
    }
  });
});

describe('a value for many', () => {
  it('is not what a spreadsheet shows in the place of one', () => {
    const problemOf = (field: string, text: string) => {
      const outcome = decide({ kind: 'set', field, text });
      return outcome.is === 'failed' ? outcome.problem : outcome.is;
    };
    for (const text of ['#N/A', '#DIV/0!', 'Err:502', '########', ' #REF! ']) {
      expect(problemOf('organization', text)).toBe('bulk.problem.error');
    }
    expect(problemOf('uscc', '9.13302E+17')).toBe('bulk.problem.shortened');
    expect(problemOf('creditLimitFen', '1,23E+06')).toBe('bulk.problem.shortened');
    expect(problemOf('phones', '1.38E+10')).toBe('reach.problem.scientific');
    expect(problemOf('phones', '1.3800138000E+10')).toBe('changed');
    expect(problemOf('organization', '#1 Books')).toBe('changed');
  });

  it('is no amount of another currency', () => {
    const field = 'creditLimitFen';
    expect(decide({ kind: 'set', field, text: '$1,000' })).toEqual({
      is: 'failed',
      problem: 'fields.problem.currency',
    });
    expect(decide({ kind: 'set', field, text: '￥１，０００' })).toMatchObject({ is: 'changed', after: '1000' });
  });

  it('of a fact is one of its choices as it is listed', () => {
    expect(decide({ kind: 'set', field: 'gender', text: '✓' })).toEqual({
      is: 'failed',
      problem: 'bulk.problem.noChoice',
    });
  });

  it('of a field of the archive’s own is understood as it is typed on the card', () => {
    for (const text of ['✓', '是', 'yes']) {
      expect(decide({ kind: 'set', field: 'custom:vip', text })).toMatchObject({
        is: 'changed',
        customer: { customFields: { vip: true } },
      });
    }
  });
});
