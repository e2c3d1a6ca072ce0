import { describe, expect, it } from 'vitest';
import {
  groupOfRole,
  inverseRole,
  isFixedRole,
  isRole,
  ownKindOf,
  rolesOf,
} from '#shared/domain/relation/relation-role.ts';
import { namedIn, thanksDueFor } from '#shared/domain/relation/select-thanks.ts';

const words = [
  'spouse',
  'parent',
  'child',
  'boss',
  'report',
  'headquarters',
  'subsidiary',
  'supplier',
  'buyer',
  'friend',
];

describe('a role', () => {
  it('turned around twice is itself, also of a kind of the user’s own', () => {
    const own = [...rolesOf({ id: 'k' }), ...rolesOf({ id: 'k', inverseName: '徒弟' })];
    expect(own).toEqual(['own:k', 'own:k>', 'own:k<']);
    for (const role of [...words, ...own]) {
      expect(isRole(role)).toBe(true);
      expect(inverseRole(inverseRole(role))).toBe(role);
    }
    expect(inverseRole('parent')).toBe('child');
    expect(inverseRole('own:k>')).toBe('own:k<');
  });

  it('is refused when it is none, whatever an object has of itself', () => {
    for (const role of ['', 'own:', 'own:k>>', 'own:a b', 'toString', '__proto__']) {
      expect([role, isRole(role), isFixedRole(role)]).toEqual([role, false, false]);
    }
  });

  it('binds the same group from either side', () => {
    const groupOfKind = (id: string) => (id === 'k' ? ('household' as const) : undefined);
    for (const role of [...words, 'own:k>', 'own:other']) {
      expect(groupOfRole(role, groupOfKind)).toBe(groupOfRole(inverseRole(role), groupOfKind));
    }
    expect(groupOfRole('own:k<', groupOfKind)).toBe('household');
    expect(groupOfRole('friend', groupOfKind)).toBeNull();
    expect(ownKindOf('own:k<')).toEqual({ kindId: 'k', isOpposite: true });
  });
});

describe('thanks', () => {
  const introduced = { firstPurchaseDay: 100, knownSinceDay: 50 };

  it('are due from the first purchase on for thirty days, unless somebody was spoken with since', () => {
    expect(thanksDueFor(introduced, null, 100)).toBe(100);
    expect(thanksDueFor(introduced, 99, 129)).toBe(100);
    expect(thanksDueFor(introduced, 100, 110)).toBeNull();
    expect(thanksDueFor(introduced, null, 130)).toBeNull();
    expect(thanksDueFor(introduced, null, 99)).toBeNull();
  });

  it('are due for the introduction itself while nothing was bought', () => {
    expect(thanksDueFor({ firstPurchaseDay: null, knownSinceDay: 50 }, null, 60)).toBe(50);
  });

  it.each([
    ['感谢介绍友人10', ['友人1', '友人10'], ['友人10']],
    ['感谢介绍友人10', ['友人1'], []],
    ['感谢介绍友人1和友人10', ['友人1', '友人10'], ['友人10', '友人1']],
    ['谢谢张三丰', ['张三', '张三丰'], ['张三丰']],
    ['请张三吃饭', ['张三', '张三丰'], ['张三']],
    ['Thank Joanna', ['Anna', 'Joan'], []],
    ['Thank Joan, by phone', ['Joan', 'Joanna'], ['Joan']],
  ])('are planned for those whom a title names by themselves: %s', (title, names, named) => {
    expect([...namedIn(title, names)]).toEqual(named);
  });
});
