import type { GlobalKeysState } from '#shared/ipc/global-keys.ts';
import type { Ports } from '../ports.ts';

/** The combination that opens the line for a new customer from any program. */
export interface NewCustomerKeys {
  /** A combination that was taken by another program is tried again each time. */
  use(keys: string | null): void;
  state(): GlobalKeysState;
}

export function createNewCustomerKeys({ globalKeys, notify }: Pick<Ports, 'globalKeys' | 'notify'>): NewCustomerKeys {
  let held: string | null = null;
  let state: GlobalKeysState = globalKeys.isAvailable ? 'off' : 'unavailable';
  return {
    use(keys) {
      if (!globalKeys.isAvailable || (keys === held && state !== 'taken')) return;
      const isHeld = globalKeys.hold(keys, () => notify('new-customer-requested'));
      held = isHeld ? keys : null;
      state = keys === null ? 'off' : isHeld ? 'held' : 'taken';
    },
    state: () => state,
  };
}
