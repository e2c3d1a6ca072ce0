import { describe, expect, it } from 'vitest';
import type { CustomerRow } from '../../../renderer/engine/api.ts';
import type { Command } from '../../../renderer/app/palette/commands.ts';
import { isNamed, scoreCommand, selectCommands } from '../../../renderer/app/palette/match-command.ts';
import { arrangeItems, type PaletteAnswer } from '../../../renderer/app/palette/palette-items.ts';

function command(id: string, group: Command['group'], words: string[]): Command {
  return {
    id,
    group,
    label: 'ui.search',
    names: group === 'lists' ? [] : words.slice(0, 2),
    words,
    run: () => undefined,
  };
}

const backup = command('backup', 'do', ['立即备份', 'Back up now', 'lijibeifen', 'beifen', 'bf']);
const lock = command('lock', 'do', ['立即锁定', 'Lock now', 'suoding', 'sd']);
const safety = command('safety', 'go', ['安全', 'Safety', 'anquan', 'aq']);
const zhang = { id: 'zhang', name: '张国强' } as CustomerRow;

describe('scoreCommand', () => {
  it.each(['备份', 'beifen', 'bf', 'BF', 'Back up', 'back'])('finds the backup by %s', (typed) => {
    expect(scoreCommand(backup, typed)).toBeGreaterThan(0);
  });

  it('finds nothing by another word, nor by one letter inside a word', () => {
    expect(scoreCommand(backup, '客户')).toBe(0);
    expect(scoreCommand(backup, 'k')).toBe(0);
    expect(scoreCommand(backup, 'back down')).toBe(0);
  });

  it('finds by several of its words, in any order and as far as they are typed', () => {
    expect(scoreCommand(backup, 'back now')).toBe(1);
    expect(scoreCommand(backup, 'now ba')).toBe(1);
  });

  it('reads full-width letters as an input method may leave them', () => {
    expect(scoreCommand(backup, 'ｂｆ')).toBe(3);
  });
});

describe('isNamed', () => {
  it('takes whole words for the beginning of a name, and no part of a number', () => {
    const list = { names: ['Top 10 buyers'], words: [] };
    expect(['top', 'Top 10', 'top 1', 'to', ' '].map((typed) => isNamed(list, typed))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('selectCommands', () => {
  it('puts the whole word before the beginning, and keeps the order otherwise', () => {
    expect(selectCommands([safety, lock, backup], '立即').map((found) => found.id)).toEqual(['lock', 'backup']);
    expect(selectCommands([backup, lock], 'sd').map((found) => found.id)).toEqual(['lock']);
    const begins = command('begins', 'do', ['bfxx']);
    expect(selectCommands([begins, backup], 'bf').map((found) => found.id)).toEqual(['backup', 'begins']);
  });
});

describe('arrangeItems', () => {
  const answer = (typed: string, customers: CustomerRow[]): PaletteAnswer => ({
    typed,
    customers,
    total: typed === '' ? 0 : customers.length,
    hasOperator: false,
    completions: [],
  });
  const ids = (typed: string, customers: CustomerRow[]) =>
    arrangeItems([backup, lock, safety], answer(typed, customers)).map((group) => group.id);

  it('offers actions and places before anything is typed', () => {
    expect(ids('', [])).toEqual(['do', 'go']);
  });

  it('offers but a few before anything is typed, and no lists', () => {
    const many = (['do', 'go', 'lists'] as const).flatMap((group) =>
      Array.from({ length: 9 }, (_, at) => command(`${group}${String(at)}`, group, ['x'])),
    );
    const groups = arrangeItems(many, answer('', []));
    expect(groups.map(({ id, items }) => [id, items.length])).toEqual([
      ['do', 5],
      ['go', 7],
    ]);
  });

  it('lists no more of those who were found than can be taken in at a glance', () => {
    const by = (field: string) => Array.from({ length: 9 }, () => foundBy(field));
    const completions = Array.from({ length: 9 }, (_, at) => ({ word: `x${String(at)}:`, line: '' }));
    const found = { ...answer('x', [...by('name'), ...by('order')]), completions };
    expect(arrangeItems([], found).map(({ id, items }) => [id, items.length])).toEqual([
      ['customers', 7],
      ['orders', 4],
      ['complete', 4],
      ['lists', 1],
    ]);
  });

  it('offers whom one opened last before anything else, until something is typed', () => {
    expect(ids('', [zhang])).toEqual(['recent', 'do', 'go']);
    expect(ids('张', [zhang])).not.toContain('recent');
  });

  it('puts customers first, but an exactly named command before them', () => {
    expect(ids('a', [zhang])).toEqual(['customers', 'go', 'lists']);
    expect(ids('安全', [zhang])).toEqual(['go', 'lists', 'customers']);
    expect(ids('立即备份', [zhang])).toEqual(['do', 'lists', 'customers']);
  });

  const foundBy = (field: string) => ({ ...zhang, match: { field, text: '', ranges: [] } }) as CustomerRow;

  it('puts a command before customers where its name begins with what was typed as a word', () => {
    expect(ids('back', [zhang])[0]).toBe('do');
    expect(ids('Back up', [zhang])[0]).toBe('do');
    expect(ids('立即', [zhang])[0]).toBe('do');
    expect(ids('ba', [zhang])[0]).toBe('customers');
    expect(ids('立', [zhang])[0]).toBe('customers');
    expect(ids('beif', [zhang])[0]).toBe('customers');
  });

  it('puts who is called so before a command of the same initials, and whoever was found elsewhere behind it', () => {
    expect(ids('bf', [foundBy('name')])[0]).toBe('customers');
    expect(ids('bf', [foundBy('aliases')])[0]).toBe('customers');
    expect(ids('bf', [zhang])[0]).toBe('customers');
    expect(ids('bf', [foundBy('note')])).toEqual(['do', 'lists', 'entries']);
    // The beginning of its pinyin is not the whole of it.
    expect(ids('beif', [foundBy('note')])[0]).toBe('entries');
  });

  it('takes the beginning of a command for it, rather than for an operator, and any other part not', () => {
    const gaps = command('gaps', 'do', ['填补缺失', 'Gaps to fill', 'gaps']);
    const completions = [{ word: 'gaps:', line: 'gaps:' }];
    const places = (typed: string) => arrangeItems([gaps], { ...answer(typed, []), completions }).map(({ id }) => id);
    expect(places('gap').slice(0, 2)).toEqual(['do', 'complete']);
    expect(places('缺失').slice(0, 2)).toEqual(['complete', 'do']);
  });

  it('offers a new customer of the typed name when none is found', () => {
    expect(ids('李四', [])).toEqual(['nothing']);
    expect(ids('李四', [zhang])).toEqual(['customers', 'lists']);
  });

  it('offers how an operator goes on, and no customer of its name', () => {
    const completions = [{ word: '标签:展会', line: '标签:展会' }];
    const groups = arrangeItems([], { ...answer('标签:', []), hasOperator: true, completions });
    expect(groups.map(({ id }) => id)).toEqual(['complete']);
  });

  it('takes the beginning of a command in several words for it, rather than its last word for an operator', () => {
    const completions = [{ word: 'up:', line: 'Back up:' }];
    const places = arrangeItems([backup], { ...answer('Back up', []), completions }).map(({ id }) => id);
    expect(places.slice(0, 2)).toEqual(['do', 'complete']);
  });

  it('offers lists by their names, and everybody who was found as one', () => {
    const mine = command('mine', 'lists', ['青禾的人']);
    const [, lists] = arrangeItems([mine], answer('青禾', [zhang]));
    expect(lists?.items.map(({ id }) => id)).toEqual(['mine', 'all']);
  });

  it('puts a list or a place that is called so before everybody who was found', () => {
    const mine = { ...command('mine', 'lists', ['青禾']), names: ['青禾'] };
    expect(arrangeItems([mine], answer('青禾', [zhang])).map(({ id }) => id)).toEqual(['lists', 'customers']);
    const check = command('check', 'do', ['检查安全']);
    const completions = [{ word: '安全:', line: '安全:' }];
    const groups = arrangeItems([safety, check], { ...answer('安全', [zhang]), completions });
    expect(groups.map(({ id }) => id)).toEqual(['go', 'lists', 'customers', 'do', 'complete']);
  });

  it('lists people found by a contact person, an order or an entry under what they were found by', () => {
    const by = (id: string, field: string) =>
      ({ id, match: { field, text: '', ranges: [] } }) as unknown as CustomerRow;
    const found = [by('a', 'order'), by('b', 'name'), by('c', 'interaction'), by('d', 'contact'), by('e', 'note')];
    const groups = arrangeItems([], answer('x', found));
    expect(groups.map(({ id, items }) => [id, items.map((item) => item.id)])).toEqual([
      ['customers', ['b']],
      ['people', ['d']],
      ['orders', ['a']],
      ['entries', ['c', 'e']],
      ['lists', ['all']],
    ]);
  });
});
