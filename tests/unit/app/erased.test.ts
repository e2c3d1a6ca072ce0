import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anId } from '../../helpers/builders.ts';

const [zhang, li] = [anId('zhang'), anId('li')];

beforeAll(() => {
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('document', { activeElement: null });
  vi.stubGlobal('HTMLElement', Object);
});

describe('the window, when a customer is erased', () => {
  it('does not offer them among the last ones any more', async () => {
    const { rememberOpened, useRecentCustomers } = await import('../../../renderer/state/recent-customers.ts');
    const { forgetErased } = await import('../../../renderer/state/erased.ts');
    for (const id of [zhang, li]) rememberOpened(id);
    forgetErased([zhang]);
    expect(useRecentCustomers.getState().ids).toEqual([li]);
  });

  it('stays where it is, and leads back to nobody who is gone', async () => {
    const { goBack, navigate, useNavigation } = await import('../../../renderer/state/navigation.ts');
    const { forgetErased } = await import('../../../renderer/state/erased.ts');
    navigate({ screen: 'customers', customerId: zhang, entryId: 'e1' });
    navigate({ screen: 'customers', selected: [zhang, li], intent: 'merge' });
    navigate({ screen: 'safety', intent: 'bin' });
    const { visit } = useNavigation.getState();
    forgetErased([zhang]);
    expect(useNavigation.getState()).toMatchObject({ visit, target: { screen: 'safety', intent: 'bin' } });
    goBack();
    expect(useNavigation.getState().target).toEqual({ screen: 'customers', selected: [li], intent: 'merge' });
    goBack();
    expect(useNavigation.getState().target).toEqual({ screen: 'customers' });
  });
});
