import type { LayoutStep } from '../layout-step.ts';

/**
 * `dossiers`   one sealed row per part of a customer's dossier: { customerId, part, v, kid, nonce, box }
 * `catalogue`  one sealed row per record that belongs to the archive as a whole: { table, id, v, kid, nonce, box }
 * `audit`      one sealed light entry per change set: { seq, changeSetId, kid, nonce, box }
 * `meta`       one row: which archive, up to which sequence number, how much: { key: 'archive', value }
 * `image`      sealed pieces of the engine's columns: { name, iv, box }
 */
export const initialLayout: LayoutStep = {
  version: 1,
  stores: {
    dossiers: '[customerId+part]',
    catalogue: '[table+id]',
    audit: 'seq, changeSetId',
    meta: 'key',
    image: 'name',
  },
};
