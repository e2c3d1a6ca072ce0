import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { anId } from '../../helpers/builders.ts';

class FakeElement {
  isConnected = true;
}
const page = { activeElement: null as FakeElement | null, body: new FakeElement() };
const zhang = anId('zhang');
let navigation: typeof import('../../../renderer/state/navigation.ts');

beforeAll(async () => {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('document', page);
  vi.stubGlobal('HTMLElement', FakeElement);
  navigation = await import('../../../renderer/state/navigation.ts');
});

describe('the way back from a customer', () => {
  const row = new FakeElement();
  beforeEach(() => {
    page.activeElement = row;
    row.isConnected = true;
    navigation.navigate({ screen: 'today' });
    navigation.navigate({ screen: 'customers', customerId: zhang });
  });

  it('leads to what it was opened from on another screen', () => {
    expect(navigation.openedFrom(zhang)).toBe(row);
    expect(navigation.openedFrom(anId('li'))).toBeNull();
  });

  it('leads to the list where nothing is left of that, or where the list itself is behind', () => {
    row.isConnected = false;
    expect(navigation.openedFrom(zhang)).toBeNull();
    row.isConnected = true;
    navigation.navigate({ screen: 'customers', customerId: anId('li') });
    expect(navigation.openedFrom(anId('li'))).toBeNull();
    page.activeElement = page.body;
    navigation.navigate({ screen: 'today' });
    navigation.navigate({ screen: 'customers', customerId: zhang });
    expect(navigation.openedFrom(zhang)).toBeNull();
  });
});
