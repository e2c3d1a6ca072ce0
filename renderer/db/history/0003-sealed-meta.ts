import type { LayoutStep } from '../layout-step.ts';

/**
 * The row of `meta` is sealed from here on: { key: 'archive', v, kid, nonce, box }. Sealing takes the archive's key, so that
 * a row of before stays as it is until the archive is opened. A Kebu that knows only such rows must not open this database:
 * it would take the sealed row for none.
 */
export const sealedMetaLayout: LayoutStep = { version: 3, stores: {} };
